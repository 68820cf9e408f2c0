import type { ThemeSummary } from '../contract.ts'

/** So many hours are compared with as many before them. */
export const GROWTH_HOURS = 6

/** Contributions of the last hours and of as many hours before: whether a theme grows now. */
export function growthOf({ hourly }: Pick<ThemeSummary, 'hourly'>): { readonly now: number; readonly before: number } {
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
  return { now: sum(hourly.slice(-GROWTH_HOURS)), before: sum(hourly.slice(-2 * GROWTH_HOURS, -GROWTH_HOURS)) }
}
