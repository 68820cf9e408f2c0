import type { JamView, Phase } from '../contract.ts'

export type Step = {
  readonly phase: Phase
  readonly state: 'past' | 'now' | 'ahead'
  /** How much of it is over, in [0, 1]. */
  readonly share: number
}

const course: readonly Phase[] = ['prepare', 'discuss', 'rate', 'report', 'archive']

/** The phases of a jam with how far each is by the server's clock. Without a rating phase there is none to show;
 *  the archive is shown once it is there, or when its day is set. */
export function stepsOf({ jam, changes }: Pick<JamView, 'jam' | 'changes'>, nowMs: number): Step[] {
  const at = course.indexOf(jam.phase)
  const hasArchive = jam.phase === 'archive' || jam.dates.archiveAt !== null
  return course
    .filter((phase) => phase !== 'rate' || jam.dates.rateAt !== null || jam.phase === 'rate')
    .filter((phase) => phase !== 'archive' || hasArchive)
    .map((phase) => {
      const place = course.indexOf(phase)
      if (place < at) return { phase, state: 'past', share: 1 }
      if (place > at) return { phase, state: 'ahead', share: 0 }
      return { phase, state: 'now', share: phase === 'archive' ? 1 : shareOf(startOf(jam, changes), jam.endsAt, nowMs) }
    })
}

function startOf(jam: JamView['jam'], changes: JamView['changes']): string | null {
  const entered = changes.findLast((change) => change.kind !== 'extended' && change.phase === jam.phase)
  return entered?.at ?? (jam.phase === 'discuss' ? jam.openedAt : jam.closedAt)
}

// Without an end by the clock a phase is under way, no more is known.
function shareOf(start: string | null, end: string | null, nowMs: number): number {
  if (!start || !end) return 0.5
  const [from, to] = [Date.parse(start), Date.parse(end)]
  return to > from ? Math.min(1, Math.max(0, (nowMs - from) / (to - from))) : 1
}
