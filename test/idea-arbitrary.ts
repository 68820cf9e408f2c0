import type { IdeaLine, LineOfIdeas } from '../src/jams/rules/idea-lines.ts'
import type { ContributionLine, PersonLine } from '../src/jams/rules/jam-format.ts'

/** Everything by chance that a file is made of. */
export type Dice = {
  below(limit: number): number
  chance(): boolean
  of<T>(from: readonly T[]): T
  id(): string
  words(max: number): string
}

const instant = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()
const list = <T>(length: number, make: () => T): T[] => Array.from({ length }, make)
const byId = <T extends { id: string }>(lines: readonly T[]): T[] => lines.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Ideas, some merged into earlier ones, and what came out of rating them. */
export function makeIdeas(dice: Dice, contributions: ContributionLine[], people: PersonLine[]): LineOfIdeas[] {
  if (contributions.length === 0) return []
  const standing = byId(list(dice.below(4), () => makeIdea(dice, contributions, people)))
  const [first] = standing
  const merged = first ? byId(list(dice.below(2), () => makeIdea(dice, contributions, people))) : []
  const ideas = [...standing, ...merged.map((line) => ({ ...line, mergedInto: first?.id ?? null }))]
  if (!first || dice.chance()) return ideas
  const rating: LineOfIdeas = {
    type: 'rating',
    ideas: standing.length,
    people: 9,
    countedAt: instant(93_000),
    ...(dice.chance() && { simulated: 4 }),
  }
  const tallies = standing.map(({ id }): LineOfIdeas => {
    const points = { impact: 1 + dice.below(5), feasibility: 1 + dice.below(5), helps: dice.chance() }
    return { type: 'idea-rating', idea: id, ...points, people: 5 + dice.below(4) }
  })
  const pairs = standing.slice(1).map(({ id }): LineOfIdeas => {
    return { type: 'idea-pair', idea: first.id, other: id, before: dice.below(5), after: dice.below(5) }
  })
  return [...ideas, rating, ...tallies, ...pairs]
}

function makeIdea(dice: Dice, contributions: ContributionLine[], people: PersonLine[]): IdeaLine {
  const from = byId([...new Set(list(dice.below(3), () => dice.of(contributions)))])
  const idea: IdeaLine = {
    type: 'idea',
    id: dice.id(),
    sentence: `An idea: ${dice.words(100)}`,
    language: 'en',
    mergedInto: null,
    withdrawnAt: dice.chance() ? instant(94_000) : null,
    by: dice.chance() ? dice.of(people).id : null,
    madeAt: instant(80_000),
    version: 1 + dice.below(3),
    sources: from.map(({ id }) => ({ contribution: id, consent: dice.of(['asked', 'given', 'declined'] as const) })),
  }
  // What nobody made is said in its author's own words: a file has none of them once she took them back.
  const gone = new Set(from.flatMap(({ id, retractedAt }) => (retractedAt === null ? [] : [id])))
  const stands = idea.sources.some((source) => source.consent !== 'declined' && !gone.has(source.contribution))
  return idea.by === null && from.length > 0 && !stands ? { ...idea, sentence: '[taken back]' } : idea
}
