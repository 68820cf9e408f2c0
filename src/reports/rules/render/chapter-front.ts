import type { Report } from '../report.ts'
import { answersInShort } from './answers.ts'
import type { Block, Inline } from './blocks.ts'
import { type Book, dayIn, languageIn, nameOf, numberIn, peopleIn, percentIn } from './book.ts'
import { quoteInline } from './quote.ts'
import { sayStatement } from './say-statement.ts'

/** 1: everything on one page. */
export function frontChapter(book: Book): Block[] {
  const { report, say } = book
  return [
    { type: 'chapter', number: 1, title: say('chapter.1') },
    ...promiseOf(book),
    statsOf(book),
    ...answersInShort(book),
    ...headlinesOf(book),
    { type: 'heading', text: say('ground') },
    opinionLine(book, report.opinions?.common, say('ground.none')),
    { type: 'heading', text: say('divide') },
    opinionLine(book, report.opinions?.splits, say('divide.none')),
    ...unheardBlocks(book),
  ]
}

/** Its paragraphs as they were written. */
function promiseOf(book: Book): Block[] {
  const { say, report } = book
  const { promise } = report.jam
  const title = { strong: say('promise') }
  if (!promise) return [{ type: 'text', line: [title, ` ${say('promise.none')}`] }]
  const by = say('promise.by', { decides: promise.decides, date: dayIn(book, promise.by) })
  const [first = '', ...more] = promise.text.split('\n\n')
  if (more.length === 0) return [{ type: 'text', line: [title, ` ${first} ${by}`] }]
  return [
    { type: 'text', line: [title, ` ${first}`] },
    ...[...more, by].map((line): Block => ({ type: 'text', line: [line] })),
  ]
}

function statsOf(book: Book): Block {
  const { say, report } = book
  const { people } = report
  const items = [
    ...(people.invited === null ? [] : [{ value: numberIn(book, people.invited), label: say('stat.invited') }]),
    ...(people.tookPart === null ? [] : [{ value: numberIn(book, people.tookPart), label: say('stat.tookPart') }]),
    ...(people.voted === null ? [] : [{ value: numberIn(book, people.voted), label: say('stat.voted') }]),
    { value: peopleIn(book, people.wrote), label: wroteOf(book) },
    { value: numberIn(book, people.hubs), label: say('stat.hubs', { count: people.hubs }) },
  ]
  return { type: 'stats', items }
}

function wroteOf(book: Book): string {
  const { again } = book.report.people
  return again === null ? book.say('row.wrote') : book.say('stat.wrote', { again: numberIn(book, again) })
}

function headlinesOf(book: Book): Block[] {
  const { report, say } = book
  const headlines = report.themes.filter(({ headline }) => headline !== null)
  const note = say('headlines.note', { shown: headlines.length, count: report.themes.length })
  const lines = headlines.map((theme): Inline[] => {
    const first = theme.statements[0]
    const small = theme.headline === 'people' ? '' : ` (${say(`headline.${theme.headline ?? 'people'}`)})`
    return [{ link: `#t-${theme.id}`, text: nameOf(theme) }, `${small}. `, ...(first ? sayStatement(book, first) : [])]
  })
  if (lines.length === 0)
    return [
      { type: 'heading', text: say('headlines') },
      { type: 'text', line: [say('headlines.none')] },
    ]
  return [
    { type: 'heading', text: say('headlines'), note },
    { type: 'list', items: lines },
  ]
}

function opinionLine(
  book: Book,
  statements: NonNullable<Report['opinions']>['common'] | undefined,
  none: string,
): Block {
  const [first] = statements ?? []
  if (!book.report.opinions) return { type: 'text', line: [book.say('opinion.none')] }
  if (!first) return { type: 'text', line: [none] }
  const figures = first.groups.map(
    ({ group, agree }) => `${book.say('group.name', { name: group })} ${percentIn(book, agree)}`,
  )
  const cite = { cite: [{ id: first.quote.id, version: first.quote.version }] }
  return {
    type: 'text',
    line: [quoteInline(book, first.quote), cite, ` (${book.say('agree')}: ${figures.join(', ')})`],
  }
}

/** What was not heard, and the next date. */
function unheardBlocks(book: Book): Block[] {
  const { report, say } = book
  const { hubs, languages, unanswered, unread } = report.unheard
  const names = new Intl.ListFormat(book.language)
  const lines = [
    hubs.length === 0
      ? say('unheard.all-hubs')
      : say('unheard.hubs', { count: hubs.length, names: names.format(hubs) }),
    ...(languages.length === 0
      ? []
      : [say('unheard.languages', { names: names.format(languages.map((tag) => languageIn(book, tag))) })]),
    ...(report.unsorted.length === 0 ? [] : [say('unheard.unsorted', { count: report.unsorted.length })]),
    ...(unanswered === 0 ? [] : [say('unheard.unanswered', { count: unanswered })]),
    ...(unread === null || unread === 0 ? [] : [say('unheard.unread', { count: unread })]),
    say('unheard.self'),
  ]
  const { promise } = report.jam
  // What is answered waits no more.
  const next =
    promise && !report.answers ? [say('next', { decides: promise.decides, date: dayIn(book, promise.by) })] : []
  return [
    { type: 'heading', text: say('unheard') },
    { type: 'note', inside: lines.map((line) => ({ type: 'text', line: [line] })) },
    ...next.map((line): Block => ({ type: 'decision', text: line })),
  ]
}
