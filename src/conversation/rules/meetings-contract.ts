import { type Static, Type } from 'typebox'
import {
  type Contracts,
  Count,
  filledText,
  Id,
  Instant,
  list,
  May,
  nullable,
  object,
  text,
} from '../../kernel/index.ts'
import { BODY_MAX, MEETING_PEOPLE_MAX, MEETINGS_MAX, PLACE_MAX, SAID_MAX, TITLE_MAX } from './limits.ts'

const Day = Type.String({ format: 'date', maxLength: 10 })

/** The meeting at which something was said. `people`: who was there; null: fewer than five. */
export const Meeting = object({ people: nullable(Count), place: text(PLACE_MAX), day: Day })
export type Meeting = Static<typeof Meeting>

export const MeetingView = object({
  id: Id,
  forumId: Id,
  ...Meeting.properties,
  by: nullable(text(120)),
  at: Instant,
  /** What was said there and was not taken back. */
  contributions: list(object({ id: Id, title: text(TITLE_MAX) }), SAID_MAX),
})
export type MeetingView = Static<typeof MeetingView>

export const MeetingsView = object({
  /** The latest first. */
  meetings: list(MeetingView, MEETINGS_MAX),
  /** Who was there, counted apart: one person may have been at two meetings, or write here too. `few`: meetings of fewer than
   *  five, whose people are in no number. */
  spokenFor: object({ meetings: Count, people: Count, few: Count }),
  may: object({ enter: May }),
})
export type MeetingsView = Static<typeof MeetingsView>

export const meetingsContract = {
  'GET /api/venues/:venueId/meetings': {
    summary: 'The meetings whose sheets hosts entered, with what was said there',
    access: 'anyone',
    params: object({ venueId: Id }),
    answer: MeetingsView,
  },
  'POST /api/forums/:forumId/meetings': {
    summary:
      'Enter the sheet of a meeting (hosts): what was said stands as contributions of the meeting, counted apart',
    params: object({ forumId: Id }),
    body: object({
      people: Type.Integer({ minimum: 1, maximum: MEETING_PEOPLE_MAX }),
      place: filledText(PLACE_MAX),
      day: Day,
      /** Those who were there agree that this is published. */
      consent: Type.Boolean(),
      contributions: Type.Array(object({ title: filledText(TITLE_MAX), body: text(BODY_MAX) }), {
        minItems: 1,
        maxItems: SAID_MAX,
      }),
    }),
    answer: MeetingView,
  },
} as const satisfies Contracts
