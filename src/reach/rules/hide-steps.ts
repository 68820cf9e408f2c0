import { hideUntil, LEAST_PEOPLE, tellApart } from '../../kernel/index.ts'
import type { Steps } from '../contract.ts'
import { STEPS, type Step } from './steps.ts'

export type Counted = Readonly<Record<Step, number>>

/**
 * Rows of people who each stand in one of them, and their sum, with nothing of one to four people in it. A number is shown when
 * it is nobody or five and more, and so is its distance to every number before it in its row: else those who opened and
 * did not write could be told. What the rows of a step hide is five people and more, over two rows at least: else it would
 * follow from the sum.
 */
export function hideSteps(rows: readonly Counted[], all: Counted): { rows: Steps[]; all: Steps } {
  const shown = rows.map(hideInRow)
  const sum = hideInRow(all)
  for (const step of STEPS) hideTogether(step, rows, { shown, isSumTold: sum[step] !== null })
  return { rows: shown, all: sum }
}

function hideInRow(row: Counted): Steps {
  const [invited, opened, read, voted, wrote, again] = tellApart(STEPS.map((step) => row[step]))
  return {
    ...{ invited: invited ?? null, opened: opened ?? null, read: read ?? null },
    ...{ voted: voted ?? null, wrote: wrote ?? null, again: again ?? null },
  }
}

/** Hides the smallest rows of a step with those that are hidden already, until what they hide does not follow from the sum,
 *  and a sum that is hidden itself not from them. */
function hideTogether(step: Step, rows: readonly Counted[], of: { shown: Steps[]; isSumTold: boolean }): void {
  const { shown, isSumTold } = of
  const people = (at: number): number => rows[at]?.[step] ?? 0
  const there = [...rows.keys()].filter((at) => people(at) > 0)
  const hidden = there.filter((at) => shown[at]?.[step] === null)
  const told = there.filter((at) => shown[at]?.[step] !== null).sort((a, b) => people(b) - people(a))
  const isEnough = (those: readonly number[]): boolean =>
    isSumTold
      ? those.length === 0 || (those.length > 1 && those.reduce((sum, at) => sum + people(at), 0) >= LEAST_PEOPLE)
      : those.length > 0
  hideUntil(isEnough, { told, hidden })
  for (const at of hidden) {
    const row = shown[at]
    if (row) shown[at] = { ...row, [step]: null }
  }
}
