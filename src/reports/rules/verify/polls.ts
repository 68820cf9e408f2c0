import type { Corpus, CountedPoll } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import type { Report, ReportPoll } from '../report.ts'
import type { Fault } from './fault.ts'

/** Polls: every one that was over when the edition was made stands in it once, with the words that were asked and the numbers
 *  that were counted; and none shows a group under five, not by taking away either. */
export function pollFaults({ polls, themes, edition }: Report, corpus: Corpus): Fault[] {
  if (!polls) return []
  const fault = (at: string, what: string): Fault => ({ rule: 'report/polls', at, what })
  const counted = new Map(corpus.polls.map((poll) => [poll.id, poll]))
  const known = new Set(themes.map(({ id }) => id))
  const told = new Set(polls.map(({ id }) => id))
  const missing = corpus.polls.filter(({ id, countedAt }) => countedAt < edition.madeAt && !told.has(id))
  return [
    ...(told.size < polls.length ? [fault('polls', 'one stands twice')] : []),
    ...missing.map(({ id }) => fault(id, 'is over and not told')),
    ...polls.flatMap((poll) => {
      const found = counted.get(poll.id)
      const problems = found ? problemsOf(poll, found) : ['was never asked, or is not counted']
      return [...problems, ...(poll.theme === null || known.has(poll.theme) ? [] : ['stands in no theme of it'])].map(
        (what) => fault(poll.id, what),
      )
    }),
  ]
}

function problemsOf(poll: ReportPoll, counted: CountedPoll): string[] {
  const { people, options } = poll
  const isSame =
    poll.question === counted.question &&
    poll.kind === counted.kind &&
    people === (counted.result?.people ?? null) &&
    options.length === counted.options.length &&
    options.every((option, at) => isCounted(option, at, counted))
  return [
    ...(isSame ? [] : ['tells something else than was counted']),
    ...(showsFew(poll) ? ['shows a group under five'] : []),
  ]
}

function isCounted({ text, rank, votes }: ReportPoll['options'][number], at: number, counted: CountedPoll): boolean {
  const row = counted.result?.options[at]
  if (!row) return text === counted.options[at] && rank === null && votes === null
  return text === counted.options[row.option] && rank === row.rank && votes === row.votes
}

const isSmall = (people: number): boolean => people > 0 && people < METHOD.floor

/** Where everybody chose one, what is not told is all the others together; else each number has another side. */
function showsFew({ kind, people, options }: ReportPoll): boolean {
  const votes = options.flatMap((option) => option.votes ?? [])
  if (people === null) return votes.length > 0
  const rest = people - votes.reduce((sum, count) => sum + count, 0)
  const others = kind === 'single' ? [rest] : votes.map((count) => people - count)
  return (
    [people, ...votes, ...others].some(isSmall) || (kind === 'single' && rest > 0 && options.length - votes.length < 2)
  )
}
