import type { Piece, ThemeNews } from './material.ts'

/** What a card's place in the list is made of: printed where somebody asks why she sees it. */
export type Factors = {
  readonly people: number
  readonly novelty: number
  readonly relation: number
  readonly rising: number
  readonly diversity: number
  readonly heardBy: number
  readonly score: number
}

/** How much another theme's likeness to those already shown counts against it: maximal marginal relevance with this λ. */
const LAMBDA = 0.6
const FOLLOWED = 2
const OWN = 1.5

/** score = log(1 + people) × novelty × relation × rising × diversity ÷ √heardBy. The same inputs give the same score:
 *  no time of day, no chance. `heardBy` below one counts as one; `likeness` is the greatest to what stands before it. */
export function scoreOf(news: ThemeNews, likeness = 0): Factors {
  const novelty = 1 - (news.quotes[0]?.likeRead ?? 0)
  const relation = news.followed ? FOLLOWED : news.own ? OWN : 1
  const diversity = LAMBDA + (1 - LAMBDA) * (1 - likeness)
  const strength = Math.log(1 + news.people) * novelty * relation * news.lift * diversity
  const score = strength / Math.sqrt(Math.max(1, news.heardBy))
  return { people: news.people, novelty, relation, rising: news.lift, diversity, heardBy: news.heardBy, score }
}

/** The share of jam, hub, language and stance that two themes' quotes have in common. */
function alike(a: ThemeNews, b: ThemeNews): number {
  const [x, y] = [a.quotes[0], b.quotes[0]]
  const same = [
    a.jamId === b.jamId,
    a.language === b.language,
    x?.hub !== undefined && x.hub === y?.hub,
    x !== undefined && stanceOf(x) === (y && stanceOf(y)),
  ]
  return same.filter(Boolean).length / same.length
}

const stanceOf = ({ kind }: Piece): string => (kind === 'objection' || kind === 'question' ? kind : 'says')

/** Themes in the order in which they are shown: again and again the one with the highest score beside those before it.
 *  Equal ones stand in the order of their ids. */
export function inOrder(themes: readonly ThemeNews[], most: number): { news: ThemeNews; why: Factors }[] {
  const sorted = themes.toSorted((a, b) => String(a.themeId).localeCompare(String(b.themeId)))
  let left = sorted.map((news) => ({ news, likeness: 0, why: scoreOf(news) }))
  const chosen: { news: ThemeNews; why: Factors }[] = []
  while (left.length > 0 && chosen.length < most) {
    const { news, why } = left.reduce((a, b) => (b.why.score > a.why.score ? b : a))
    chosen.push({ news, why })
    left = left.filter((other) => other.news !== news).map((other) => beside(other, news))
  }
  return chosen
}

type Scored = { readonly news: ThemeNews; readonly likeness: number; readonly why: Factors }

function beside(scored: Scored, chosen: ThemeNews): Scored {
  const likeness = alike(scored.news, chosen)
  return likeness <= scored.likeness ? scored : { ...scored, likeness, why: scoreOf(scored.news, likeness) }
}
