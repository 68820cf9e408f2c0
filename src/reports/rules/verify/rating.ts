import { measureIdeas, rankIdeas, type Tally } from '../../../rating/contract.ts'
import type { Corpus, CountedTallies, MadeIdea } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import type { RatedIdea, ReportRating } from '../rating.ts'
import type { Report } from '../report.ts'
import type { Fault } from './fault.ts'

/** Ratings: shown once they are over alone; every idea that five and more rated stands in it once, in the themes of what it comes
 *  from, with the rank, the means and the intervals that its tallies give when they are counted anew; of an idea, and of a rating,
 *  of fewer than five people nothing is said. */
export function ratingFaults(report: Report, corpus: Corpus): Fault[] {
  const { rating, edition, jam } = report
  if (!rating) return []
  const fault = (at: string, what: string): Fault => ({ rule: 'report/rating', at, what })
  const early = jam.closedAt === null || rating.countedAt > edition.madeAt ? ['is shown before it was over'] : []
  return [
    ...[...early, ...wholeProblems(rating, corpus.rating)].map((what) => fault('rating', what)),
    ...(rating.people === null ? [] : ideaProblems(report, rating, corpus).map(([at, what]) => fault(at, what))),
  ]
}

function wholeProblems(
  { people, ideas, simulated, countedAt }: ReportRating,
  counted: CountedTallies | null,
): string[] {
  if (people === null) {
    return [
      ...(ideas.length > 0 ? ['shows ideas that fewer than five rated'] : []),
      ...(counted ? ['hides what five and more rated'] : []),
    ]
  }
  if (!counted) return ['was never counted']
  const isSame =
    people === counted.people && countedAt === counted.countedAt && simulated === (counted.simulated ?? null)
  return [
    ...(people < METHOD.floor ? ['is of fewer than five'] : []),
    ...(isSame ? [] : ['tells something else than was counted']),
  ]
}

function ideaProblems(report: Report, { ideas }: ReportRating, corpus: Corpus): [string, string][] {
  const { rating } = corpus
  const counted = recount(rating)
  const known = new Set(corpus.ideas.map(({ id }) => id))
  const told = new Set(ideas.map(({ id }) => id))
  const placed = placesOf(report, corpus)
  return [
    ...(told.size < ideas.length ? [['rating', 'an idea stands twice'] as [string, string]] : []),
    ...[...counted.keys()].filter((id) => !told.has(id)).map((id): [string, string] => [id, 'is rated and not told']),
    ...ideas.flatMap((idea): [string, string][] => {
      const places = [...(placed.get(idea.id) ?? [])].sort().join(' ')
      return [
        ...(known.has(idea.id) ? [] : ['is no idea of this jam']),
        ...(showsFew(idea) ? ['shows what fewer than five rated'] : []),
        ...(isCounted(idea, counted.get(idea.id)) ? [] : ['tells something else than was rated']),
        ...([...idea.themes].sort().join(' ') === places ? [] : ['stands in other themes than what it comes from']),
      ].map((what) => [idea.id, what])
    }),
  ]
}

type Counted = ReturnType<typeof rankIdeas>[number]

function recount(rating: CountedTallies | null): ReadonlyMap<string, Counted> {
  if (!rating) return new Map()
  const by = Map.groupBy(rating.tallies, ({ idea }) => idea)
  const tallies = [...by].map(([idea, own]) => ({ idea, tallies: own as readonly Tally[] }))
  return new Map(rankIdeas(measureIdeas(tallies, rating.people), rating.pairs).map((idea) => [idea.id, idea]))
}

/** The themes of the report that each idea's sources stand in. What was taken back since the edition stood then. */
function placesOf({ themes, edition }: Report, { ideas, written }: Corpus): ReadonlyMap<string, ReadonlySet<string>> {
  const themeOf = new Map(themes.flatMap((theme) => theme.ideas.map((id) => [id, theme.id] as const)))
  const themesOf = ({ sources }: MadeIdea): string[] =>
    sources.flatMap(({ contribution, consent }) => {
      const source = written.get(contribution)
      const stood = source && (source.retractedAt === null || source.retractedAt > edition.madeAt)
      return (stood && consent !== 'declined' && themeOf.get(source.root)) || []
    })
  const places = new Map<string, Set<string>>()
  for (const idea of ideas) {
    if (idea.mergedInto !== null && idea.withdrawnAt !== null) continue
    const id = idea.mergedInto ?? idea.id
    places.set(id, new Set([...(places.get(id) ?? []), ...themesOf(idea)]))
  }
  return places
}

function showsFew({ people, rank, value, impact, feasibility, helps }: RatedIdea): boolean {
  if (people !== null) return people < METHOD.floor
  return [rank, value, impact, feasibility, helps].some((number) => number !== null)
}

function isCounted(told: RatedIdea, counted: Counted | undefined): boolean {
  if (!counted || counted.people < METHOD.floor) return told.people === null
  const { people, rank, value, impact, feasibility, helps } = counted
  return (
    told.people === people &&
    told.rank === rank &&
    isNear(told.impact, impact, 10) &&
    isNear(told.feasibility, feasibility, 10) &&
    (['mean', 'low', 'high'] as const).every(
      (at) => isNear(told.value?.[at], value[at], 10) && isNear(told.helps?.[at], helps[at], 1_000),
    )
  )
}

/** Whether a number is another one, said in such parts of one. */
function isNear(told: number | null | undefined, counted: number, parts: number): boolean {
  return told !== null && told !== undefined && Math.abs(told - counted) <= 0.5 / parts + 1e-9
}
