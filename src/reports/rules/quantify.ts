import { METHOD } from './limits.ts'

export const quantifiers = ['few', 'some', 'many', 'most'] as const
export type Quantifier = (typeof quantifiers)[number]

/** The word for `count` of `of` people: few below 5 %, some from 5 % and below 20 %, many from 20 % to 50 %, most above. */
export function quantify(count: number, of: number): Quantifier {
  const share = of === 0 ? 0 : count / of
  if (share < METHOD.few) return 'few'
  if (share < METHOD.some) return 'some'
  return share <= METHOD.many ? 'many' : 'most'
}
