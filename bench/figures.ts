export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50)
}

/** Nearest-rank percentile; NaN of nothing. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export type Figure = {
  readonly name: string
  readonly ours: string
  readonly bare: string
  readonly bar: string
  readonly value: string
  /** Null: printed without a bar. */
  readonly met: boolean | null
}

/** Prints the figures as a table, each bar met or missed. */
export function printFigures(figures: readonly Figure[]): void {
  const head = { name: 'what', ours: 'ours', bare: 'bare or reference', value: 'figure', bar: 'bar', met: 'bar met' }
  const rows = figures.map((figure) => ({ ...figure, met: figure.met === null ? '' : figure.met ? 'met' : 'MISSED' }))
  const all = ['name', 'ours', 'bare', 'value', 'bar', 'met'] as const
  const columns = all.filter((column) => rows.some((row) => row[column] !== ''))
  const widths = columns.map((column) => Math.max(...[head, ...rows].map((row) => row[column].length)))
  for (const row of [head, ...rows]) {
    process.stdout.write(`${columns.map((column, n) => row[column].padEnd(widths[n] ?? 0)).join('  ')}\n`)
  }
}
