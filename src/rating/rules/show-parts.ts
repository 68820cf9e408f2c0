import { hideUntil, isFew, LEAST_PEOPLE } from '../../kernel/index.ts'

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
  const told = parts
    .filter(({ people }) => people >= LEAST_PEOPLE)
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
  const rest = total - peopleOf(told)
  hideUntil<PartSum>((hidden) => !isFew(rest + peopleOf(hidden)), { told, hidden: [] })
  return told.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const peopleOf = (parts: readonly PartSum[]): number => parts.reduce((sum, { people }) => sum + people, 0)
