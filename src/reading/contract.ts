import { type Static, Type } from 'typebox'
import { ContributionView } from '../conversation/contract.ts'
import { type Contracts, Count, Id, Instant, list, nullable, object } from '../kernel/index.ts'
import { BATCH_MAX, EXPOSURE_FLOOR, KEPT_PLACES } from './rules/floor.ts'

export { EXPOSURE_FLOOR, KEPT_PLACES }

/** A person's own reading history, for herself alone. */
export const ReadingView = object({
  /** Is it kept from now on? */
  kept: Type.Boolean(),
  /** Contributions and replies in it, and when the first was read. */
  contributions: Count,
  since: nullable(Instant),
})
export type ReadingView = Static<typeof ReadingView>

/** Contributions that fewer than `floor` others have read, nor the asker herself; the least read first. Their numbers of
 *  readers are for nobody. */
export const SeldomRead = object({ floor: Type.Literal(EXPOSURE_FLOOR), items: list(ContributionView, 5) })
export type SeldomRead = Static<typeof SeldomRead>

export const readingContract = {
  'GET /api/reading': { summary: 'My reading history in numbers, and whether it is kept', answer: ReadingView },
  'PUT /api/reading': {
    summary: 'Keep my reading history from now on, or no longer',
    body: object({ kept: Type.Boolean() }),
    answer: ReadingView,
  },
  'DELETE /api/reading': { summary: 'Delete my reading history', answer: ReadingView },
  'POST /api/reading/seen': {
    summary: 'What I have just read. Sent again it changes nothing',
    exempt: true,
    body: object({ contributionIds: Type.Array(Id, { minItems: 1, maxItems: BATCH_MAX }) }),
    answer: object({ kept: Type.Boolean() }),
  },
  'PUT /api/venues/:venueId/opened': {
    summary:
      'I opened this jam: counted by hub and language, kept for me alone and only where I keep a reading history',
    exempt: true,
    params: object({ venueId: Id }),
    body: object({}),
    answer: object({}),
  },
  'GET /api/venues/:venueId/seldom-read': {
    summary: 'Contributions that few have read so far, and I have not: at most five',
    access: 'anyone',
    params: object({ venueId: Id }),
    answer: SeldomRead,
  },
} as const satisfies Contracts
