import type { Phase, PromiseCard } from '../contract.ts'
import type { Plan } from './phase.ts'

/** What of a jam decides whether it may open. */
export type SetUp = {
  readonly phase: Phase
  readonly plan: Plan
  readonly nextAt: Date | null
  readonly promise: PromiseCard | null
  readonly forums: number
  readonly hosts: number
}

/** Is everything there that does not change with time? */
export function isComplete(jam: Pick<SetUp, 'promise' | 'forums' | 'hosts'>): boolean {
  return jam.promise !== null && jam.forums > 0 && jam.hosts > 0
}

/** The keys of what is missing before the jam can open, in the order of the set-up; none once it has opened. The last one
 *  hinders nobody from opening by hand: it says why the clock did not. */
export function missingOf(jam: SetUp, now: Date): string[] {
  if (jam.phase !== 'prepare') return []
  const { opensAt, rateAt, closesAt, archiveAt } = jam.plan
  const later = [rateAt, closesAt, archiveAt].filter((date) => date !== null)
  const ascend = later.every((date, at) => at === 0 || date > (later[at - 1] ?? date))
  return [
    ...(jam.promise ? [] : ['jam.missing.promise']),
    ...(jam.forums > 0 ? [] : ['jam.missing.forum']),
    ...(closesAt ? [] : ['jam.missing.end']),
    ...(ascend && later.every((date) => date > now) ? [] : ['jam.missing.dates']),
    ...(jam.hosts > 0 ? [] : ['jam.missing.host']),
    ...(opensAt && opensAt <= now && !jam.nextAt ? ['jam.missing.opening-missed'] : []),
  ]
}

/** Does the missing key keep a host from opening by hand? */
export function hinders(key: string): boolean {
  return key !== 'jam.missing.opening-missed'
}
