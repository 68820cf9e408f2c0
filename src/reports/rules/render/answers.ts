import { TAKEN_BACK } from '../../../jams/contract.ts'
import type { Answered } from '../report.ts'
import type { Block, Inline } from './blocks.ts'
import { type Book, dayIn, minuteIn } from './book.ts'

/** What was answered to something: the word of it with its reason, then who keeps it, and what became of the promise. */
export function answerBlocks(book: Book, answered: Answered): Block[] {
  const { say } = book
  const { answer, reason } = answered
  return [
    { type: 'decision', text: say(`answer.${answer}`, { reason }) },
    { type: 'text', quiet: true, line: [detailsOf(book, answered)] },
  ]
}

function detailsOf(book: Book, { owner, due, budget, signed, promise }: Answered): string {
  const { say } = book
  const names = new Intl.ListFormat(book.language).format(signed.map(({ by }) => by ?? '…'))
  return [
    ...(owner && due ? [say('answer.kept-by', { owner, date: dayIn(book, due) })] : []),
    ...(budget ? [say('answer.budget', { budget })] : []),
    say('answer.signed', { names }),
    ...(promise && book.report.edition.kind === 'ninety-days' ? [promiseOf(book, promise)] : []),
  ].join(' ')
}

/** Told after 90 days alone: before, it is only promised. */
function promiseOf(book: Book, { state, at, reason }: NonNullable<Answered['promise']>): string {
  const { say } = book
  const told = at && reason ? ` ${say('promise.told', { date: minuteIn(book, at), reason })}` : ''
  return `${say(`promise.state.${state}`)}${told}`
}

/** Answers to ideas, at the beginning of their chapter. */
export function ideaAnswers(book: Book): Block[] {
  const ideas = (book.report.answers ?? []).filter(({ kind }) => kind === 'idea')
  if (ideas.length === 0) return []
  return [
    { type: 'heading', text: book.say('answers.ideas') },
    ...ideas.flatMap((idea): Block[] => [
      { type: 'text', line: [{ strong: ideaName(book, idea) }] },
      ...answerBlocks(book, idea),
    ]),
  ]
}

function ideaName({ corpus, say }: Book, { id, name }: Answered): string {
  const idea = corpus.ideas.find((one) => one.id === id)
  if (!idea || idea.by !== null) return name
  return idea.sentence === TAKEN_BACK ? say('taken') : idea.sentence
}

const ANSWERS = ['accept', 'adapt', 'decline', 'later'] as const
const STATES = ['kept', 'in-progress', 'open', 'late', 'broken', 'replaced'] as const

/** How many answers of each kind there are; after 90 days how many promises are in each state, and what waits still. */
export function answersInShort(book: Book): Block[] {
  const { report, say } = book
  const { answers } = report
  if (!answers) return []
  const part = (count: number, word: string): string[] => (count > 0 ? [`${word} ${count}`] : [])
  const given = ANSWERS.flatMap((one) =>
    part(answers.filter(({ answer }) => answer === one).length, say(`answers.${one}`)),
  )
  const became = STATES.flatMap((one) =>
    part(
      answers.filter(({ promise }) => promise?.state === one).length,
      say(`promise.state.${one}`).replace(/\.$/, ''),
    ),
  )
  const waiting = report.themes.filter(({ id, headline }) => headline !== null && !answers.some((one) => one.id === id))
  const lines: Inline[][] = [
    [`${say('answers.given', { count: answers.length })} ${given.join(', ')}.`],
    ...(report.edition.kind === 'ninety-days' && became.length > 0
      ? [[`${say('answers.became')} ${became.join(', ')}.`]]
      : []),
    ...(waiting.length > 0 ? [[say('answers.waiting', { count: waiting.length })]] : []),
  ]
  return [{ type: 'heading', text: say('answers') }, ...lines.map((line): Block => ({ type: 'text', line }))]
}
