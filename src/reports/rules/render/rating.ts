import { TAKEN_BACK } from '../../../jams/contract.ts'
import { numberFormat } from '../../../kernel/messages.ts'
import type { MadeIdea } from '../corpus.ts'
import type { RatedIdea } from '../rating.ts'
import type { ReportTheme } from '../report.ts'
import type { Block, Cell, Inline } from './blocks.ts'
import { type Book, nameOf, numberIn, peopleIn, percentIn, placeOf } from './book.ts'
import { drawIntervals } from './charts.ts'

/** Of an idea's sources so many have their way beside it. */
const SOURCES_SHOWN = 6

/** That ideas were rated, before the themes that they stand in. */
export function ratingLead(book: Book): Block[] {
  const { say, report } = book
  const { rating } = report
  if (!rating) return []
  const { people, simulated } = rating
  if (people === null) return [{ type: 'text', quiet: true, line: [say('rating.few')] }]
  const lead: Block = { type: 'text', line: [say('rating.lead', { people: numberIn(book, people) })] }
  const told = simulated === 0 ? say('rating.simulated.some') : say('rating.simulated', { count: simulated ?? 0 })
  return simulated === null ? [lead] : [lead, { type: 'note', inside: [{ type: 'text', line: [told] }] }]
}

/** What came out for the ideas that come from a theme, or from none (null). */
export function ratingBlocks(book: Book, theme: ReportTheme | null): Block[] {
  const all = book.report.rating?.ideas ?? []
  const ideas = all.filter(({ themes }) => (theme === null ? themes.length === 0 : themes.includes(theme.id)))
  if (ideas.length === 0) return []
  const { say } = book
  const title: Block = { type: 'text', line: [{ strong: say('rating.ideas', { count: ideas.length }) }] }
  return [
    ...(theme === null ? [] : [title]),
    outcomeOf(book, ideas, theme ? nameOf(theme) : say('rating.other')),
    { type: 'text', quiet: true, line: [say('rating.note')] },
  ]
}

/** The same for ideas outside of themes, under a heading of its own. */
export function otherRatings(book: Book): Block[] {
  const blocks = ratingBlocks(book, null)
  return blocks.length === 0 ? [] : [{ type: 'heading', text: book.say('rating.other') }, ...blocks]
}

function outcomeOf(book: Book, ideas: readonly RatedIdea[], place: string): Block {
  const { say } = book
  const bars = ideas.flatMap(({ value }, at) =>
    value ? [{ ...value, label: numberIn(book, at + 1), told: tenth(book, value.mean) }] : [],
  )
  const head = [
    ...[say('rating.idea'), say('rating.rank'), say('rating.people'), say('rating.value'), say('rating.helps')],
    ...[say('rating.impact'), say('rating.feasibility')],
  ]
  const rows = ideas.map((idea, at) => rowOf(book, idea, at + 1))
  const table = { head, rows, numbersFrom: 1, stacks: true } as const
  const label = say('rating.label', { place })
  if (bars.length === 0) return { type: 'table', caption: label, ...table }
  return { type: 'figure', svg: drawIntervals(bars), label, ...table }
}

function rowOf(book: Book, idea: RatedIdea, number: number): Cell[] {
  const { rank, people, value, impact, feasibility, helps } = idea
  return [
    [`${numberIn(book, number)}. `, ...ideaLine(book, idea.id)],
    ...[rank === null ? '–' : numberIn(book, rank), peopleIn(book, people)],
    ...[between(book, value, tenth), between(book, helps, percentIn)],
    ...[impact === null ? '–' : tenth(book, impact), feasibility === null ? '–' : tenth(book, feasibility)],
  ]
}

/** The sentence of an idea with the way to what it comes from. */
function ideaLine(book: Book, id: string): Inline[] {
  const idea = book.corpus.ideas.find((one) => one.id === id)
  if (!idea || idea.sentence === TAKEN_BACK) return [book.say('taken')]
  const { sentence, language } = idea
  const [first, ...more] = sourcesOf(book, idea)
  if (first === undefined) return [sentence]
  const others = more.slice(0, SOURCES_SHOWN - 1)
  return [
    { link: placeOf(book, { id: first }), text: sentence, lang: language },
    ...others.flatMap((source, at): Inline[] => [' ', { link: placeOf(book, { id: source }), text: `${at + 2}` }]),
  ]
}

/** The contributions that an idea comes from and that are still there. */
function sourcesOf({ corpus }: Book, { id }: MadeIdea): string[] {
  return corpus.ideas
    .filter((one) => one.id === id || (one.mergedInto === id && one.withdrawnAt === null))
    .flatMap(({ sources }) => sources)
    .filter(({ contribution, consent }) => consent !== 'declined' && !corpus.written.get(contribution)?.retractedAt)
    .map(({ contribution }) => contribution)
}

type Interval = { readonly mean: number; readonly low: number; readonly high: number }

function between(book: Book, of: Interval | null, told: (book: Book, value: number) => string): string {
  if (!of) return '–'
  return book.say('rating.between', { mean: told(book, of.mean), low: told(book, of.low), high: told(book, of.high) })
}

function tenth({ language }: Book, value: number): string {
  return numberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
}
