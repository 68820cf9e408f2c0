import { type Static, Type } from 'typebox'
import { type Contracts, Count, Id, Instant, list, May, nullable, object, oneOf } from '../kernel/index.ts'
import { PEOPLE_MAX, PEOPLE_MIN } from './rules/limits.ts'

export const RehearsalState = oneOf('waiting', 'running', 'stopping', 'done', 'stopped', 'failed')
export type RehearsalState = Static<typeof RehearsalState>

/** What it is doing, in this order. */
export const RehearsalStep = oneOf('copy', 'write', 'talk', 'themes', 'rate', 'report', 'wipe')
export type RehearsalStep = Static<typeof RehearsalStep>

/** What decides between go and no-go; the units stand in rules/judge.ts. */
export const CheckKey = oneOf(
  ...(['promise', 'forums', 'hosts', 'dates', 'reach', 'mail', 'disk'] as const),
  ...(['phases', 'accepted', 'refused', 'counted', 'themes', 'rating', 'report'] as const),
)
export type CheckKey = Static<typeof CheckKey>

/** One line of the list: what was measured; null where it was not reached. */
export const Check = object({ key: CheckKey, go: Type.Boolean(), value: nullable(Type.Number()) })
export type Check = Static<typeof Check>

export const RehearsalView = object({
  jamId: Id,
  /** The latest; null: none yet. */
  rehearsal: nullable(
    object({
      people: Type.Integer({ minimum: PEOPLE_MIN, maximum: PEOPLE_MAX }),
      state: RehearsalState,
      step: RehearsalStep,
      done: Count,
      total: Count,
      /** Where it takes place, as long as it is there; for hosts and owners alone. */
      copyId: nullable(Id),
      askedAt: Instant,
      endedAt: nullable(Instant),
      checks: list(Check, 30),
    }),
  ),
  may: object({ start: May }),
})
export type RehearsalView = Static<typeof RehearsalView>

const jam = object({ jamId: Id })

export const rehearsalsContract = {
  'GET /api/jams/:jamId/rehearsal': {
    summary: 'The latest rehearsal of a jam: how far it is, and what it measured (hosts)',
    params: jam,
    answer: RehearsalView,
  },
  'POST /api/jams/:jamId/rehearsal': {
    summary: 'Rehearse a jam in preparation with so many simulated people, in a copy that is wiped afterwards (hosts)',
    params: jam,
    body: object({ people: Type.Integer({ minimum: PEOPLE_MIN, maximum: PEOPLE_MAX }) }),
    answer: RehearsalView,
  },
  'DELETE /api/jams/:jamId/rehearsal': {
    summary: 'Stop the rehearsal of a jam, or forget what an earlier one measured (hosts)',
    params: jam,
    answer: RehearsalView,
  },
} as const satisfies Contracts
