import type { Steps } from '../contract.ts'

/** Fewer people than this are never shown as a group. */
export const LEAST_PEOPLE = 5

export const STEPS = ['invited', 'opened', 'read', 'voted', 'wrote', 'again'] as const
export type Step = (typeof STEPS)[number]
export type Counted = Readonly<Record<Step, number>>

const isSmall = (people: number): boolean => people > 0 && people < LEAST_PEOPLE

/**
 * Rows of people who each stand in one of them, and their sum, with nothing of one to four people in it. A number is shown when
 * it is nobody or five and more, and so is its distance to every number before it in its row: else those who opened and
 * did not write could be told. What the rows of a step hide is five people and more, over two rows at least: else it would
 * follow from the sum.
 */
export function hideSteps(rows: readonly Counted[], all: Counted): { rows: Steps[]; all: Steps } {
  const shown = rows.map(hideInRow)
  const sum = hideInRow(all)
  for (const step of STEPS) if (sum[step] !== null) hideTogether(step, rows, shown)
  return { rows: shown, all: sum }
}

function hideInRow(row: Counted): Steps {
  const told: number[] = []
  const of = (step: Step): number | null => {
    const people = row[step]
    if (isSmall(people) || told.some((other) => isSmall(Math.abs(other - people)))) return null
    told.push(people)
    return people
  }
  return {
    ...{ invited: of('invited'), opened: of('opened'), read: of('read') },
    ...{ voted: of('voted'), wrote: of('wrote'), again: of('again') },
  }
}

/** Hides the smallest rows of a step with those that are hidden already, until what they hide does not follow from the sum. */
function hideTogether(step: Step, rows: readonly Counted[], shown: Steps[]): void {
  const people = (at: number): number => rows[at]?.[step] ?? 0
  const hidden = rows
    .keys()
    .filter((at) => shown[at]?.[step] === null && people(at) > 0)
    .toArray()
  if (hidden.length === 0) return
  const told = rows
    .keys()
    .filter((at) => shown[at]?.[step] !== null && people(at) > 0)
    .toArray()
  told.sort((a, b) => people(b) - people(a))
  const sum = () => hidden.reduce((total, at) => total + people(at), 0)
  while (told.length > 0 && (sum() < LEAST_PEOPLE || hidden.length < 2)) {
    const smallest = told.pop()
    const row = smallest === undefined ? undefined : shown[smallest]
    if (smallest === undefined || !row) break
    shown[smallest] = { ...row, [step]: null }
    hidden.push(smallest)
  }
}
