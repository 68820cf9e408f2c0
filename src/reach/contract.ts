import type { Static } from 'typebox'
import { type Contracts, Count, Id, Instant, list, May, nullable, object, text } from '../kernel/index.ts'

/** The steps of taking part, each with how many people took it; null where a group under five would show, by taking away too. */
export const Steps = object({
  invited: nullable(Count),
  opened: nullable(Count),
  read: nullable(Count),
  voted: nullable(Count),
  wrote: nullable(Count),
  again: nullable(Count),
})
export type Steps = Static<typeof Steps>

/** The people of one hub or language. `name`: of the hub, or the language (BCP 47); null: of no hub. */
export const ReachRow = object({ id: nullable(text(40)), name: nullable(text(120)), steps: Steps })
export type ReachRow = Static<typeof ReachRow>

export const ReachView = object({
  jamId: Id,
  /** When it was counted; null: not yet. */
  at: nullable(Instant),
  all: nullable(Steps),
  hubs: list(ReachRow, 500),
  languages: list(ReachRow, 100),
  /** Hubs of five and more who are invited, of whom nobody has opened the jam, or nobody has written. */
  missing: object({
    unopened: list(object({ id: Id, name: text(120) }), 500),
    silent: list(object({ id: Id, name: text(120) }), 500),
  }),
  /** Hubs that were nudged, and when last. */
  nudged: list(object({ id: Id, at: Instant }), 500),
  /** Who was at meetings, counted apart. */
  spokenFor: object({ meetings: Count, people: Count, few: Count }),
  may: object({ nudge: May }),
})
export type ReachView = Static<typeof ReachView>

const jam = object({ jamId: Id })

export const reachContract = {
  'GET /api/jams/:jamId/reach': {
    summary: 'How far a jam reaches, in all, by hub and by language, and who is missing (hosts, owners)',
    params: jam,
    answer: ReachView,
  },
  'POST /api/jams/:jamId/nudges': {
    summary:
      'Ask the hosts of a hub by letter to tell their people of the jam (hosts, owners): once a day for each hub',
    params: jam,
    body: object({ hubId: Id }),
    answer: ReachView,
  },
} as const satisfies Contracts
