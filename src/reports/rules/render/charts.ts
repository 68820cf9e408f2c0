import { escaped } from './escape.ts'

// Drawn by hand as SVG: no script, the same bytes everywhere, sharp in print. Colours are the tokens' categorical hues.

const WIDTH = 720
const HUES = 8

/** The hue of the n-th thing, as a variable of the style sheet; the ninth and later are grey. */
export function hueOf(n: number): string {
  return n < HUES ? `var(--c${n + 1})` : 'var(--line-strong)'
}

export type Bar = { readonly label: string; readonly value: number; readonly told: string }

/** Bars from the left, each with its label and number, as wide as there is room. */
export function drawBars(bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const lines = bars.map(({ label, value, told }) => {
    const width = value === 0 ? 0 : Math.max(0.3, round((value / most) * 100))
    return `<span>${escaped(label)}</span><span class="track"><i style="width:${width}%"></i>${escaped(told)}</span>`
  })
  return `<div class="bars" role="img">${lines.join('')}</div>`
}

/** A mean as a line on the scale from 0 to 100, its interval as a bar. */
export type IntervalBar = {
  readonly label: string
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly told: string
}

/** Means with their intervals, each with its label and number, over one scale; in the hue of what they stand in. */
export function drawIntervals(bars: readonly IntervalBar[]): string {
  const lines = bars.map(({ label, mean, low, high, told }) => {
    const bar = `<i style="inset-inline-start:${low}%;width:${round(high - low)}%"></i>`
    return `<span>${escaped(label)}</span><span class="scale">${bar}<b style="inset-inline-start:${mean}%"></b></span><span>${escaped(told)}</span>`
  })
  const foot = '<span></span><span class="ends"><span>0</span><span>50</span><span>100</span></span><span></span>'
  return `<div class="ranges" role="img">${lines.join('')}${foot}</div>`
}

export type Layer = { readonly label: string; readonly steps: readonly number[]; readonly hue: string }

/** Layers over time, the first lowest, with what stands below the axis. */
export function drawLayers(layers: readonly Layer[], ticks: readonly { at: number; label: string }[]): string {
  const count = layers[0]?.steps.length ?? 0
  const [height, top, base] = [202, 24, 174]
  const sums = Array.from({ length: count }, (_, step) =>
    layers.reduce((sum, { steps }) => sum + (steps[step] ?? 0), 0),
  )
  const most = Math.max(1, ...sums)
  const x = (step: number) => round((step / Math.max(1, count - 1)) * WIDTH)
  const y = (value: number) => round(base - (value / most) * (base - top))
  const below = sums.map(() => 0)
  const areas = layers.map(({ steps, hue, label }) => {
    const lower = below.map((value, step) => `${x(step)} ${y(value)}`).reverse()
    for (const [step, value] of steps.entries()) below[step] = (below[step] ?? 0) + value
    const upper = below.map((value, step) => `${x(step)} ${y(value)}`)
    return `<path d="M${upper.join('L')}L${lower.join('L')}Z" fill="${hue}" fill-opacity=".78" stroke="var(--surface)" stroke-width=".6"><title>${escaped(label)}</title></path>`
  })
  const marks = ticks.map(({ at, label }) => {
    const isLast = x(at) > WIDTH - 100
    const place = isLast ? `x="${WIDTH}" text-anchor="end"` : `x="${x(at)}"`
    return `<text ${place} y="${height - 7}">${escaped(label)}</text>`
  })
  const grid = [top, (base + top) / 2, base].map(
    (at) => `<path d="M0 ${at}H${WIDTH}" stroke="var(--line)" fill="none"/>`,
  )
  return svg(
    height,
    `${grid.join('')}${areas.join('')}${marks.join('')}<text x="${WIDTH}" y="18" text-anchor="end">${most}</text>`,
  )
}

/** Where groups stand between nobody and everybody, for each statement. */
export function drawPoints(
  rows: readonly { readonly points: readonly { label: string; share: number; hue: string }[] }[],
  told: (share: number) => string,
): string {
  const [left, right, row] = [30, WIDTH - 30, 34]
  const x = (share: number) => round(left + share * (right - left))
  const lines = rows.map(({ points }, at) => {
    const y = at * row + 22
    const shares = points.map(({ share }) => share)
    const line = `<path d="M${left} ${y}H${right}" stroke="var(--line)"/><path d="M${x(Math.min(...shares))} ${y}H${x(Math.max(...shares))}" stroke="var(--line-strong)" stroke-width="4"/>`
    const dots = points.map(
      ({ label, share, hue }) =>
        `<circle cx="${x(share)}" cy="${y}" r="10" fill="${hue}"/><text x="${x(share)}" y="${y + 4}" text-anchor="middle" class="on">${escaped(label)}</text>`,
    )
    return `<text x="4" y="${y + 4}">${at + 1}</text>${line}${dots.join('')}`
  })
  const foot = rows.length * row + 20
  const scale = [0, 0.5, 1].map(
    (share) => `<text x="${x(share)}" y="${foot}" text-anchor="middle">${escaped(told(share))}</text>`,
  )
  return svg(foot + 6, lines.join('') + scale.join(''))
}

/** One whole in parts, side by side; what each is stands below, where every number has room. */
export function drawShares(
  parts: readonly { readonly share: number; readonly hue: string; readonly told: string }[],
): string {
  const pieces = parts.map(({ share, hue }) => `<i style="width:${round(share * 100)}%;background:${hue}"></i>`)
  return `<div class="shares" role="img">${pieces.join('')}</div>${drawLegend(parts.map(({ hue, told }) => ({ hue, label: told })))}`
}

/** Which hue is which. */
export function drawLegend(entries: readonly { readonly hue: string; readonly label: string }[]): string {
  const items = entries.map(({ hue, label }) => `<li><i style="--c:${hue}"></i>${escaped(label)}</li>`)
  return `<ul class="legend">${items.join('')}</ul>`
}

function svg(height: number, inside: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" width="100%" role="img">${inside}</svg>`
}

const round = (value: number): number => Math.round(value * 10) / 10
