import type { Corpus } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import type { Report } from '../report.ts'
import type { Fault } from './fault.ts'

/** Who was at meetings is counted anew from their sheets, and stands in no number of people: what was said there has no
 *  author. */
export function meetingFaults({ spokenFor, edition }: Report, corpus: Corpus): Fault[] {
  if (!spokenFor) return []
  const fault = (what: string): Fault => ({ rule: 'report/meetings', at: 'spokenFor', what })
  const held = corpus.meetings.filter(({ at }) => at <= edition.madeAt)
  const sheets = held.flatMap(({ people }) => people ?? [])
  const said = held.flatMap(({ contributions }) => contributions)
  const { meetings, people, few, contributions } = spokenFor
  const stood = said.filter((id) => {
    const retractedAt = corpus.written.get(id)?.retractedAt ?? null
    return retractedAt === null || retractedAt > edition.madeAt
  })
  const isSame =
    meetings === held.length &&
    few === held.length - sheets.length &&
    // Earlier editions counted what had been taken back before them too.
    contributions >= stood.length &&
    contributions <= said.length &&
    people === sheets.reduce((sum, count) => sum + count, 0)
  return [
    ...(isSame ? [] : [fault('counts other meetings or people')]),
    ...(people > 0 && people < METHOD.floor ? [fault('shows a group under five')] : []),
    ...(said.some((id) => (corpus.written.get(id)?.author ?? null) !== null)
      ? [fault('counts what somebody wrote')]
      : []),
  ]
}
