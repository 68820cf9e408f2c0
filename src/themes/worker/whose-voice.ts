import type { MeasuredText, Whose } from './measure-asked.ts'
import { numberLabels } from './number-labels.ts'

/** The ways in which people are grouped. Where two tell the same, the first one names it. */
export const WAYS = ['hub', 'spoken', 'zone'] as const
export type Way = (typeof WAYS)[number]

/** Nobody's in particular. */
export const NOBODYS: Whose = { hub: null, spoken: null, zone: null }

/** The groups of whoever wrote each text, one for each way and never the same number in two ways; and what a number stands
 *  for. */
export function groupsOf(texts: readonly MeasuredText[]) {
  const labelled = WAYS.flatMap((way) => texts.map((text) => (text[way] === null ? null : `${way} ${text[way]}`)))
  const { numbers, labels } = numberLabels(labelled)
  return {
    at: (place: number): number[] => WAYS.map((_, way) => numbers[way * texts.length + place] ?? -1),
    whose: (group: number): Whose => {
      const [way = '', name] = labels[group]?.split(' ') ?? []
      return { ...NOBODYS, [way]: name }
    },
  }
}
