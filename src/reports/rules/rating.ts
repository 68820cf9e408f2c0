import { type Static, Type } from 'typebox'
import { Count, Id, list, nullable, object, text } from '../../kernel/index.ts'

const Points = Type.Number({ minimum: 0, maximum: 100 })
const Share = Type.Number({ minimum: 0, maximum: 1 })
const Degree = nullable(Type.Number({ minimum: 1, maximum: 5 }))
const interval = (of: typeof Share) => nullable(object({ mean: of, low: of, high: of }))

/** What came out for an idea: numbers alone, since its sentence may be somebody's own words. `themes`: where what it comes from
 *  stands, none: outside of all. Values from 0 to 100 in tenths, degrees from 1 to 5 in tenths, shares in thousandths. Null
 *  where fewer than five people rated it. */
export const RatedIdea = object({
  id: Id,
  themes: list(Id, 100),
  rank: nullable(Count),
  people: nullable(Count),
  value: interval(Points),
  impact: Degree,
  feasibility: Degree,
  /** Of those who rated it, the share whom it would help. */
  helps: interval(Share),
})
export type RatedIdea = Static<typeof RatedIdea>

/** The rating of a jam's ideas, by rank. `people`: who rated at least one; null: fewer than five, and no ideas. `simulated`: so
 *  many of them were; null: none; 0: some, but how many would tell of fewer than five others. */
export const ReportRating = object({
  countedAt: text(24, 24),
  people: nullable(Count),
  simulated: nullable(Count),
  ideas: list(RatedIdea, 1_000),
})
export type ReportRating = Static<typeof ReportRating>
