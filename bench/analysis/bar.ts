import type { Figure } from '../figures.ts'

/** A bar of the analysis: what was measured, what it must be, and what others measured on the same. */
export type Bar = {
  readonly name: string
  readonly value: number
  readonly bar: number
  /** Whose figure it stands beside, such as "igraph .4146". */
  readonly reference?: string
  readonly unit?: string
}

const shown = (value: number, unit = ''): string => `${Number(value.toPrecision(4))}${unit === '' ? '' : ` ${unit}`}`

const figure = (bar: Bar, sign: string, met: boolean): Figure => ({
  name: bar.name,
  ours: shown(bar.value, bar.unit),
  bare: bar.reference ?? '',
  value: '',
  bar: `${sign} ${shown(bar.bar, bar.unit)}`,
  met,
})

/** Must reach the bar. */
export const atLeast = (bar: Bar): Figure => figure(bar, '>=', bar.value >= bar.bar)

/** Must not pass the bar. */
export const atMost = (bar: Bar): Figure => figure(bar, '<=', bar.value <= bar.bar)

/** Must be the bar, as far as its digits go. */
export const equal = (bar: Bar & { readonly digits: number }): Figure => {
  const [ours, wanted] = [bar.value.toFixed(bar.digits), bar.bar.toFixed(bar.digits)]
  return { ...figure(bar, '=', ours === wanted), ours, bar: `= ${wanted}` }
}

/** A figure without a bar. */
export const plain = (bar: Omit<Bar, 'bar'>): Figure => ({
  ...figure({ ...bar, bar: 0 }, '', true),
  bar: '',
  met: null,
})

/** What could not be measured, and why. */
export const missing = (name: string, because: string): Figure => ({
  name,
  ours: because,
  bare: '',
  value: '',
  bar: '',
  met: null,
})
