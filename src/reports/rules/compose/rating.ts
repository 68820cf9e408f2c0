import type { MadeIdea } from '../corpus.ts'
import type { MaterialRating } from '../material.ts'
import type { RatedIdea, ReportRating } from '../rating.ts'
import type { ReportTheme } from '../report.ts'
import { isThere, type Tally } from './tally.ts'

/** What came out of rating, each idea in the themes that what it comes from stands in. Undefined before it is counted. */
export function ratingOf(tally: Tally, themes: readonly Pick<ReportTheme, 'id'>[]): ReportRating | undefined {
  const { rating, ideas } = tally.material
  if (!rating) return undefined
  const { countedAt, people, simulated, results } = rating
  const order = new Map(themes.map(({ id }, at) => [id, at]))
  const lineage = Map.groupBy(
    ideas.filter((idea) => idea.mergedInto === null || idea.withdrawnAt === null),
    ({ id, mergedInto }) => mergedInto ?? id,
  )
  const themesOf = (id: string): string[] => {
    const found = new Set((lineage.get(id) ?? []).flatMap((idea) => sourcesOf(tally, idea)))
    return [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  }
  const rated = results.map((result) => ({ ...numbersOf(result), themes: themesOf(result.id) }))
  return { countedAt, people, simulated, ideas: rated.sort(byRank) }
}

/** The themes of an idea's sources that stand. */
function sourcesOf({ written, themeOf }: Tally, { sources }: MadeIdea): string[] {
  return sources.flatMap(({ contribution, consent }) => {
    const source = consent === 'declined' ? undefined : written.get(contribution)
    return (source && isThere(source) && themeOf.get(source.root)) || []
  })
}

type Numbers = Omit<RatedIdea, 'themes'>

function numbersOf({
  id,
  rank,
  people,
  value,
  impact,
  feasibility,
  helps,
}: MaterialRating['results'][number]): Numbers {
  return {
    ...{ id, rank, people, value: value && rounded(value, 10), helps: helps && rounded(helps, 1_000) },
    impact: impact && round(impact, 10),
    feasibility: feasibility && round(feasibility, 10),
  }
}

function rounded({ mean, low, high }: NonNullable<RatedIdea['value']>, to: number): NonNullable<RatedIdea['value']> {
  return { mean: round(mean, to), low: round(low, to), high: round(high, to) }
}

const round = (value: number, to: number): number => Math.round(value * to) / to

/** What too few rated stands last. */
function byRank(a: Numbers, b: Numbers): number {
  return (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.id < b.id ? -1 : 1)
}
