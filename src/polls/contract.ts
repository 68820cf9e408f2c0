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
  oneOf,
  text,
} from '../kernel/index.ts'
import { OPTION_MAX, OPTIONS_MAX, OPTIONS_MIN, POLLS_MAX, QUESTION_MAX } from './rules/limits.ts'

/** single: one option; several: as many as fit; ranked: as many as one likes, the best first. */
export const PollKind = oneOf('single', 'several', 'ranked')
export type PollKind = Static<typeof PollKind>

/** counting: over, and not counted yet. */
export const PollState = oneOf('open', 'counting', 'ended')
export type PollState = Static<typeof PollState>

/** The number of an option: the first is 0. */
const Option = Type.Integer({ minimum: 0, maximum: OPTIONS_MAX - 1 })

/** What came out, the first place first. `votes`: people who chose the option, in a ranked poll those who put it before the
 *  one that follows; null where a group under five would show. `rank`: null where only `votes` would tell it. */
export const PollResult = object({
  people: Count,
  options: list(object({ option: Option, rank: nullable(Count), votes: nullable(Count) }), OPTIONS_MAX),
})
export type PollResult = Static<typeof PollResult>

export const PollView = object({
  id: Id,
  venueId: Id,
  /** A thread by the contribution that begins it, or a theme. `title`: how it is called; null: it is gone. */
  at: object({ place: oneOf('thread', 'theme'), id: Id, title: nullable(text(250)) }),
  kind: PollKind,
  question: text(QUESTION_MAX),
  options: list(text(OPTION_MAX), OPTIONS_MAX),
  by: nullable(text(120)),
  askedAt: Instant,
  endsAt: nullable(Instant),
  endedAt: nullable(Instant),
  endedBy: nullable(oneOf('clock', 'host', 'jam')),
  state: PollState,
  /** Who voted so far; null: fewer than five. */
  people: nullable(Count),
  /** What I chose, the best first when ranked; nobody else is told. Forgotten once it is counted. */
  mine: list(Option, OPTIONS_MAX),
  /** Once it is counted; null also where fewer than five voted. */
  result: nullable(PollResult),
  may: object({ vote: May, end: May }),
})
export type PollView = Static<typeof PollView>

export const PollsView = object({
  /** Open ones first, then the latest. */
  polls: list(PollView, POLLS_MAX),
  cursor: Count,
  may: object({ ask: May }),
})
export type PollsView = Static<typeof PollsView>

const poll = object({ pollId: Id })

export const pollsContract = {
  'GET /api/venues/:venueId/polls': {
    summary: 'The polls of a jam, or of one thread or theme; what came out once they are over',
    access: 'anyone',
    params: object({ venueId: Id }),
    query: object({ at: Type.Optional(Id) }),
    answer: PollsView,
  },
  'GET /api/polls/:pollId': { summary: 'One poll', access: 'anyone', params: poll, answer: PollView },
  'POST /api/venues/:venueId/polls': {
    summary: 'Ask in a thread or about a theme (hosts): what was asked stays as it is',
    params: object({ venueId: Id }),
    body: object({
      place: oneOf('thread', 'theme'),
      placeId: Id,
      kind: PollKind,
      question: filledText(QUESTION_MAX),
      options: Type.Array(filledText(OPTION_MAX), { minItems: OPTIONS_MIN, maxItems: OPTIONS_MAX }),
      endsAt: nullable(Instant),
    }),
    answer: PollView,
  },
  'PUT /api/polls/:pollId/ballot': {
    summary:
      'Vote, vote otherwise, or take my vote back (no choice) while the poll is open. Sent again it changes nothing',
    exempt: true,
    params: poll,
    body: object({ choices: Type.Array(Option, { maxItems: OPTIONS_MAX, uniqueItems: true }) }),
    answer: PollView,
  },
  'POST /api/polls/:pollId/end': {
    summary: 'End a poll now (hosts), or withdraw it: then it is shown no more, and what was voted is forgotten',
    params: poll,
    body: object({ withdraw: Type.Boolean() }),
    answer: PollsView,
  },
} as const satisfies Contracts
