import { Compile } from 'typebox/compile'
import { lazily } from '../../kernel/index.ts'
import type { Corpus } from './corpus.ts'
import { Report } from './report.ts'
import { answerFaults } from './verify/answers.ts'
import { coverageFaults } from './verify/coverage.ts'
import type { Fault } from './verify/fault.ts'
import { meetingFaults } from './verify/meetings.ts'
import { peopleFaults } from './verify/people.ts'
import { placesFaults } from './verify/places.ts'
import { pollFaults } from './verify/polls.ts'
import { quoteFaults } from './verify/quotes.ts'
import { ratingFaults } from './verify/rating.ts'
import { recountThemes } from './verify/recount.ts'
import { statementFaults } from './verify/statements.ts'
import { togetherFaults } from './verify/together.ts'

const validator = lazily(() => Compile(Report))
const FAULTS_TOLD = 50

/**
 * Holds a report against what people wrote: report/R1 (sentences cite, words for shares are bound to numbers), R2 (every
 * contribution has one place, folds and families those of their people), R4 (quotes are byte for byte), R5 (what was taken back is not quoted and keeps its counts),
 * groups under five, places for small voices and languages, results of ratings. It counts anew what can be counted from the corpus, with code
 * of its own. Empty when the report may be published; at most 50 faults.
 */
export function verifyReport(report: Report, corpus: Corpus): Fault[] {
  if (!validator().Check(report))
    return [{ rule: 'report/shape', at: shapeProblem(report), what: 'does not fit the schema' }]
  const checks = [
    ...[statementFaults, quoteFaults, placesFaults, coverageFaults, peopleFaults, togetherFaults],
    ...[answerFaults, pollFaults, meetingFaults, ratingFaults],
  ]
  const counts = recountThemes(report, corpus)
  return checks.flatMap((check) => check(report, corpus, counts)).slice(0, FAULTS_TOLD)
}

function shapeProblem(report: unknown): string {
  const [first] = validator().Errors(report) as { instancePath?: string }[]
  return first?.instancePath ?? ''
}
