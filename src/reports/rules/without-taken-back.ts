import { TAKEN_BACK } from '../../jams/contract.ts'
import type { Corpus } from './corpus.ts'
import type { Answered, Report } from './report.ts'

/** What an edition says, without the names of answered ideas whose words were taken back since: one that was made elsewhere or
 *  before such names were left out holds them. The very same when it holds none. */
export function withoutTakenBack(report: Report, { ideas }: Pick<Corpus, 'ideas'>): Report {
  const gone = new Set(ideas.flatMap(({ id, by, sentence }) => (by === null && sentence === TAKEN_BACK ? id : [])))
  const isGone = ({ kind, id, name }: Answered) => kind === 'idea' && name !== '' && gone.has(id)
  if (!report.answers?.some(isGone)) return report
  return { ...report, answers: report.answers.map((one) => (isGone(one) ? { ...one, name: '' } : one)) }
}
