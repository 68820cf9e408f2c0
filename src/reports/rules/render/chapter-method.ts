import type { Report } from '../report.ts'
import type { Block, Cell } from './blocks.ts'
import { type Book, minuteIn, nameOf, numberIn, peopleIn, percentIn, placeOf } from './book.ts'
import { errataBlocks } from './chapter-ideas.ts'

const PLAIN = [
  ...(['opened', 'opened-by-clock', 'moved', 'extended', 'closed-early'] as const),
  ...(['placed', 'unplaced', 'merged', 'split', 'renamed', 'pinned', 'unpinned', 'undone'] as const),
] as const
const WITH_PHASE = {
  moved: 'log.moved-to',
  'moved-by-clock': 'log.moved-by-clock',
  extended: 'log.extended-phase',
  'closed-early': 'log.closed-early-to',
} as const

/** What was done. Earlier editions call a moved contribution as they call a jam that moves on, and tell no phase; only what
 *  is about a theme has its name. */
function doneIn({ say }: Book, { what, name, phase }: Report['log'][number]): string {
  if (what === 'moved' && name !== null) return say('log.moved-contributions')
  const key = phase && WITH_PHASE[what as keyof typeof WITH_PHASE]
  if (key) return say(key, { phase: say(`log.phase.${phase}`) })
  const plain = PLAIN.find((each) => each === what)
  return plain ? say(`log.${plain}`) : what
}

/** 8: what hosts did during the jam and in this edition. */
export function logChapter(book: Book): Block[] {
  const { report, say } = book
  const rows = report.log.map((one): Cell[] => {
    const { at, name, contributions, reason } = one
    const about = [name, contributions > 0 ? numberIn(book, contributions) : null].filter((each) => each !== null)
    return [minuteIn(book, at), doneIn(book, one), about.join(' · '), reason ?? '']
  })
  const head = [say('log.when'), say('log.what'), say('theme'), say('log.reason')]
  const { taken } = report.totals
  return [
    { type: 'chapter', number: 8, title: say('chapter.8') },
    rows.length === 0
      ? { type: 'text', line: [say('log.none')] }
      : { type: 'table', caption: say('chapter.8'), head, rows, numbersFrom: 4 },
    ...(taken > 0 ? [{ type: 'text', line: [say('log.taken', { count: taken })] } as const] : []),
    ...editsOf(book),
  ]
}

function editsOf(book: Book): Block[] {
  const { report, say } = book
  if (report.edits.length === 0) return []
  const rows = report.edits.map(({ at, by, theme, what, from, to }): Cell[] => {
    const found = book.themes.get(theme)
    return [minuteIn(book, at), by, found ? nameOf(found) : '', say(`edit.${what}`), from, to]
  })
  const head = [say('log.when'), say('edit.by'), say('theme'), say('log.what'), say('edit.from'), say('edit.to')]
  return [
    { type: 'heading', text: say('edits') },
    { type: 'table', caption: say('edits'), head, rows, numbersFrom: 6 },
  ]
}

/** 9: how the report was made, in plain words, and where it may mislead. */
export function methodChapter(book: Book): Block[] {
  const { report, say } = book
  const { method, unsorted, themes } = report
  const percent = (share: number) => percentIn(book, share)
  const ideas = unsorted.length + themes.reduce((sum, theme) => sum + theme.ideas.length, 0)
  const lines = [
    say('method.1'),
    say('method.2', {
      few: percent(method.few),
      some: percent(method.some),
      many: percent(method.many),
      authors: method.authors,
    }),
    say('method.3', { floor: method.floor }),
    say('method.4', {
      every: method.reservedEvery,
      small: percent(method.smallShare),
      language: percent(method.language),
    }),
    ...(report.folds ? [say('method.5')] : []),
    ...(report.rating ? [say('method.6', { floor: method.floor })] : []),
  ]
  const limits = [
    say('limit.1', { share: percent(unsorted.length / Math.max(1, ideas)), count: unsorted.length }),
    ...((report.folds ?? []).length === 0 ? [] : [foldsLine(book)]),
    ...[say('limit.2'), say('limit.3'), say('limit.4')],
  ]
  return [
    { type: 'chapter', number: 9, title: say('chapter.9') },
    ...lines.map((line): Block => ({ type: 'text', line: [line] })),
    { type: 'heading', text: say('limits') },
    { type: 'list', items: limits.map((line) => [line]) },
  ]
}

function foldsLine(book: Book): string {
  const folds = book.report.folds ?? []
  const campaigns = folds.filter(({ campaign }) => campaign).length
  const texts = folds.reduce((sum, { ids }) => sum + ids.length, 0)
  return book.say('limit.folds', { count: texts, folds: folds.length, campaigns })
}

/** 10: how everything was counted, all themes, what is cited, errata. */
export function figuresChapter(book: Book): Block[] {
  const { report, say } = book
  return [
    { type: 'chapter', number: 10, title: say('chapter.10') },
    { type: 'heading', text: say('coverage') },
    coverageOf(book),
    { type: 'text', quiet: true, line: [say('coverage.note')] },
    { type: 'heading', text: say('figures.themes') },
    {
      ...{ type: 'table', caption: say('figures.themes'), numbersFrom: 1 },
      head: [say('theme'), say('writers'), say('hubs'), say('contributions'), say('written')],
      rows: report.themes.map((theme) => [
        [{ link: `#t-${theme.id}`, text: nameOf(theme) }],
        ...[peopleIn(book, theme.people), numberIn(book, theme.hubs), numberIn(book, theme.contributions)],
        numberIn(book, theme.contributions + theme.replies),
      ]),
    },
    ...errataBlocks(book),
    { type: 'heading', text: say('sources') },
    sourcesOf(book),
    { type: 'text', quiet: true, line: [`SHA-256 ${book.hash}. ${say('rebuild', { number: report.edition.number })}`] },
  ]
}

function coverageOf(book: Book): Block {
  const { report, say } = book
  const rows = report.coverage.map(({ place, contributions, people }): Cell[] => {
    return [say(`place.${place}`), numberIn(book, contributions), peopleIn(book, people)]
  })
  const all = report.coverage.reduce((sum, { contributions }) => sum + contributions, 0)
  const total: Cell[] = [say('all'), numberIn(book, all), peopleIn(book, report.people.wrote)]
  const head = [say('coverage.place'), say('written'), say('people')]
  return { type: 'table', caption: say('coverage'), head, rows: [...rows, total], numbersFrom: 1 }
}

function sourcesOf(book: Book): Block {
  const items = [...book.numbers].map(([id, number]) => [`c${number} `, { link: placeOf(book, { id }), text: id }])
  return { type: 'list', items }
}
