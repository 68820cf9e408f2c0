import { LEAST_PEOPLE } from './rank-ideas.ts'

/** What people of one opinion group, or of one hub, said of an idea. Sums, not means. */
export type PartSum = {
  readonly name: string
  readonly people: number
  readonly value: number
  readonly helped: number
}

/** The parts of an idea's raters that may be told: five people and more. Where all others together are fewer than five,
 *  what they said would follow from the total, so the smallest part that could be told is hidden with them. */
export function showParts(parts: readonly PartSum[], total: number): PartSum[] {
  const shown = parts
    .filter(({ people }) => people >= LEAST_PEOPLE)
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
  let hidden = total - shown.reduce((sum, { people }) => sum + people, 0)
  while (hidden > 0 && hidden < LEAST_PEOPLE) {
    const next = shown.pop()
    if (!next) break
    hidden += next.people
  }
  return shown.sort((a, b) => (a.name < b.name ? -1 : 1))
}
