import type { Material } from '../material.ts'
import type { Report } from '../report.ts'
import { isThere } from './tally.ts'

/** Who was at meetings, in sum: apart from people, since one may have been at two, or have written too. What was taken back
 *  counts no more. */
export function spokenForOf({ meetings, written }: Material): NonNullable<Report['spokenFor']> {
  const gone = new Set(written.flatMap((each) => (isThere(each) ? [] : each.id)))
  return {
    meetings: meetings.length,
    people: meetings.reduce((sum, { people }) => sum + (people ?? 0), 0),
    few: meetings.filter(({ people }) => people === null).length,
    contributions: meetings.flatMap(({ contributions }) => contributions).filter((id) => !gone.has(id)).length,
  }
}
