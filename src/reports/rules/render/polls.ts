import type { ReportPoll } from '../report.ts'
import type { Block, Cell } from './blocks.ts'
import { type Book, minuteIn, numberIn, peopleIn, placeOf } from './book.ts'
import { drawBars } from './charts.ts'

/** What was asked in a theme, or outside all of them (null), with what came out. */
export function pollBlocks(book: Book, theme: string | null): Block[] {
  const asked = (book.report.polls ?? []).filter((poll) => poll.theme === theme)
  return asked.flatMap((poll) => blocksOf(book, poll))
}

/** The same for what was asked outside of themes, under a heading of its own. */
export function otherPolls(book: Book): Block[] {
  const blocks = pollBlocks(book, null)
  return blocks.length === 0 ? [] : [{ type: 'heading', text: book.say('polls.other') }, ...blocks]
}

function blocksOf(book: Book, poll: ReportPoll): Block[] {
  const { say } = book
  const { question, thread, people, endedAt } = poll
  const voted = people === null ? say('polls.few') : say('polls.voted', { count: people })
  const asked = `${say(`polls.kind.${poll.kind}`)} ${voted} ${say('polls.ended', { date: minuteIn(book, endedAt) })}`
  return [
    { type: 'text', line: [{ strong: say('polls.asked', { question }) }] },
    {
      ...{ type: 'text', quiet: true },
      line: [asked, ...(thread ? [' ', { link: placeOf(book, { id: thread }), text: say('polls.thread') }] : [])],
    },
    ...(people === null ? [] : [outcomeOf(book, poll, people)]),
  ]
}

function outcomeOf(book: Book, { kind, question, options }: ReportPoll, people: number): Block {
  const { say } = book
  const bars = options.map(({ text, rank, votes }) => ({
    ...{
      label: rank === null ? text : `${rank}. ${text}`,
      value: votes ?? 0,
      told: votes === null ? '–' : numberIn(book, votes),
    },
  }))
  const rows = options.map(({ text, rank, votes }): Cell[] => [
    ...[text, rank === null ? '–' : numberIn(book, rank)],
    votes === null ? '–' : `${numberIn(book, votes)} / ${peopleIn(book, people)}`,
  ])
  const head = [say('polls.option'), say('polls.rank'), say(kind === 'ranked' ? 'polls.before' : 'people')]
  return { type: 'figure', svg: drawBars(bars), label: say('polls.label', { question }), head, rows, numbersFrom: 1 }
}
