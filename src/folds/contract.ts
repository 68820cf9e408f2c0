import { type Static, Type } from 'typebox'
import { ContributionView } from '../conversation/contract.ts'
import {
  type Contracts,
  Count,
  Cursor,
  Id,
  Instant,
  list,
  May,
  nullable,
  object,
  oneOf,
  text,
} from '../kernel/index.ts'
import { ACTS_SHOWN, FOLD_PAGE_MAX, FOLDS_ASKED_MAX } from './rules/limits.ts'

export { ACTS_SHOWN, FOLD_PAGE_MAX }

/** Near-identical texts that came in a burst: shown as the people who wrote them, neither hidden nor multiplied. `isByFew`:
 *  three texts or more from each on average. */
export const Campaign = object({ people: Count, from: Instant, isByFew: Type.Boolean() })
export type Campaign = Static<typeof Campaign>

/** Contributions that say nearly the same. Each keeps its author and its votes; whoever wrote or agreed counts once. */
export const Fold = object({
  /** The earliest of its contributions. */
  id: Id,
  texts: Count,
  /** Distinct authors; seeds count nobody. */
  writers: Count,
  /** Distinct people who wrote or agreed; null while fewer than five agreed, so that no single vote shows. */
  people: nullable(Count),
  campaign: nullable(Campaign),
  revision: Count,
})
export type Fold = Static<typeof Fold>

/** Who did what to folds, and when. `texts`: how many contributions it named. */
export const FoldAct = object({
  id: Id,
  kind: oneOf('fold', 'apart', 'alone'),
  at: Instant,
  by: text(120),
  texts: Count,
  undoneAt: nullable(Instant),
  undoneBy: nullable(text(120)),
  may: object({ undo: May }),
})
export type FoldAct = Static<typeof FoldAct>

/** How a contribution stands to others that say nearly the same. */
export const FoldView = object({
  contributionId: Id,
  venueId: Id,
  /** Null: it stands alone. */
  fold: nullable(Fold),
  /** Its author wants it on its own: the machine and hosts cannot put it into a fold. */
  keptAlone: Type.Boolean(),
  /** The latest acts on it and its fold, newest first. */
  acts: list(FoldAct, ACTS_SHOWN),
  cursor: Count,
  may: object({ fold: May, standAlone: May }),
})
export type FoldView = Static<typeof FoldView>

export const FoldPage = object({ items: list(ContributionView, FOLD_PAGE_MAX), next: nullable(Cursor) })
export type FoldPage = Static<typeof FoldPage>

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const contribution = object({ contributionId: Id })

export const foldsContract = {
  'GET /api/venues/:venueId/folds': {
    summary: 'Several folds of a conversation by their ids; those that are no more are left out',
    access: 'anyone',
    params: object({ venueId: Id }),
    query: object({ ids: Type.String({ maxLength: FOLDS_ASKED_MAX * 37, pattern: `^${UUID}(,${UUID})*$` }) }),
    answer: object({ folds: list(Fold, FOLDS_ASKED_MAX) }),
  },
  'GET /api/contributions/:contributionId/fold': {
    summary: 'How a contribution stands to others that say nearly the same',
    access: 'anyone',
    params: contribution,
    answer: FoldView,
  },
  'GET /api/contributions/:contributionId/fold/contributions': {
    summary: 'The contributions of its fold, earliest first; empty when it stands alone',
    access: 'anyone',
    params: contribution,
    query: object({
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: FOLD_PAGE_MAX })),
    }),
    answer: FoldPage,
  },
  'POST /api/contributions/:contributionId/fold': {
    summary: 'Put a contribution and its fold together with another one and its fold (hosts)',
    params: contribution,
    body: object({ otherId: Id }),
    answer: FoldView,
  },
  'POST /api/contributions/:contributionId/fold/apart': {
    summary: 'Take a contribution out of its fold, or the whole fold apart (hosts)',
    params: contribution,
    body: object({ whole: Type.Boolean() }),
    answer: FoldView,
  },
  'POST /api/contributions/:contributionId/fold/alone': {
    summary: 'Let my contribution stand on its own until I say otherwise (its author)',
    params: contribution,
    body: object({}),
    answer: FoldView,
  },
  'POST /api/fold-acts/:actId/undo': {
    summary: 'Undo an act on folds',
    params: object({ actId: Id }),
    body: object({}),
    answer: FoldView,
  },
} as const satisfies Contracts
