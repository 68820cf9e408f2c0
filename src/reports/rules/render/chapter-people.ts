import type { PeopleTable } from '../report.ts'
import type { Block, Cell } from './blocks.ts'
import { type Book, languageIn, minuteIn, nameOf, numberIn, peopleIn, percentIn, shortDayIn } from './book.ts'
import { drawBars, drawLayers, hueOf, type Layer } from './charts.ts'

const TABLE_STEPS = 12

/** 2: who took part, drawn, each picture with its table. */
export function peopleChapter(book: Book): Block[] {
  const { say } = book
  return [
    { type: 'chapter', number: 2, title: say('chapter.2') },
    { type: 'heading', text: say('funnel') },
    funnelOf(book),
    ...(STEPS.some((step) => isHidden(book, step)) ? [hiddenNote(book)] : []),
    ...spokenForOf(book),
    { type: 'heading', text: say('time') },
    ...timeOf(book),
    { type: 'heading', text: say('hubs') },
    { type: 'text', quiet: true, line: [say('hubs.means', { floor: book.report.method.floor })] },
    tableOf(book, { table: book.report.hubs, first: say('hub'), nameOf: (name) => name || say('hub.none') }),
    { type: 'heading', text: say('languages') },
    { type: 'text', quiet: true, line: [say('languages.means', { floor: book.report.method.floor })] },
    tableOf(book, { table: book.report.languages, first: say('language'), nameOf: (name) => languageIn(book, name) }),
    { type: 'heading', text: say('activity') },
    ...activityOf(book),
    { type: 'heading', text: say('exposure') },
    exposureOf(book),
  ]
}

const STEPS = ['invited', 'tookPart', 'voted', 'wrote', 'again', 'guests'] as const

function funnelOf(book: Book): Block {
  const { say, report } = book
  const rows = STEPS.filter((step) => report.people[step] !== null || step !== 'invited')
  const bars = rows.flatMap((step) => {
    const value = report.people[step]
    return value === null ? [] : [{ label: say(`row.${step}`), value, told: numberIn(book, value) }]
  })
  return {
    ...{ type: 'figure', svg: drawBars(bars), label: say('funnel.label'), numbersFrom: 2 },
    head: [say('step'), say('definition'), say('people')],
    rows: rows.map((step) => {
      const people = report.people[step]
      return [say(`row.${step}`), say(`means.${step}`), people === null ? '–' : numberIn(book, people)]
    }),
  }
}

/** A jam from a file knows of nobody who was invited. */
const isHidden = ({ report }: Book, step: (typeof STEPS)[number]): boolean =>
  report.people[step] === null && step !== 'invited'

function hiddenNote({ say, report }: Book): Block {
  return { type: 'text', quiet: true, line: [say('funnel.hidden', { floor: report.method.floor })] }
}

/** A line of its own: these people are in none of the numbers above. */
function spokenForOf({ say, report }: Book): Block[] {
  const { meetings = 0, people = 0, few = 0, contributions = 0 } = report.spokenFor ?? {}
  if (meetings === 0) return []
  const at = say('spoken-for', { count: people, meetings, contributions })
  return [{ type: 'text', line: [few === 0 ? at : `${at} ${say('spoken-for.few', { count: few })}`] }]
}

function timeOf(book: Book): Block[] {
  const { say, report } = book
  const layers = layersOf(book)
  const { all, from, stepMs } = report.time
  const at = (step: number) => new Date(Date.parse(from) + step * stepMs).toISOString()
  const days = new Map(all.map((_, step) => [shortDayIn(book, at(step)), step] as const).reverse())
  const ticks = [...days].reverse().map(([label, step]) => ({ at: step, label }))
  const every = Math.max(1, Math.ceil(ticks.length / 5))
  const size = Math.ceil(all.length / TABLE_STEPS)
  const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, part) => part * size)
  const sum = (steps: readonly number[], part: number) => steps.slice(part, part + size).reduce((a, b) => a + b, 0)
  const figure: Block = {
    ...{ type: 'figure', label: say('time.label'), numbersFrom: 1, legend: layers },
    svg: drawLayers(
      layers,
      ticks.filter((_, n) => n % every === 0),
    ),
    head: [say('from'), ...layers.map(({ label }) => label), say('time.all')],
    rows: parts.map((part) => [
      // A moment is one line, however narrow its column.
      minuteIn(book, at(part)).replaceAll(' ', '\u00a0'),
      ...[...layers.map(({ steps }) => steps), all].map((steps) => numberIn(book, sum(steps, part))),
    ]),
  }
  return [{ type: 'text', quiet: true, line: [say('time.means')] }, figure]
}

/** Headline themes in their hues, all others together on top. */
function layersOf({ report, say }: Book): Layer[] {
  const headlines = report.themes.filter(({ headline }) => headline !== null)
  const layers = headlines.map((theme, n) => ({ label: nameOf(theme), steps: theme.steps, hue: hueOf(n) }))
  const rest = report.time.all.map((all, step) => all - layers.reduce((sum, { steps }) => sum + (steps[step] ?? 0), 0))
  return [...layers, { label: say('time.rest'), steps: rest, hue: 'var(--line-strong)' }]
}

type Naming = { readonly table: PeopleTable; readonly first: string; nameOf(name: string): string }

function tableOf(book: Book, { table, first, nameOf: naming }: Naming): Block {
  const { say } = book
  const invited = table.rows.some((row) => row.invited !== null)
  const rows = table.rows.map(({ name, people, contributions, ...row }): Cell[] => [
    naming(name),
    ...(invited ? [invitedIn(book, row.invited, people)] : []),
    ...[numberIn(book, people), numberIn(book, contributions)],
  ])
  const { others } = table
  const last: Cell[][] = others
    ? [
        [
          say('others', { count: others.groups }),
          ...(invited ? [''] : []),
          numberIn(book, others.people),
          numberIn(book, others.contributions),
        ],
      ]
    : []
  const head = [first, ...(invited ? [say('invited')] : []), say('writers'), say('written')]
  return { type: 'table', caption: first, head, rows: [...rows, ...last], numbersFrom: 1 }
}

/** Beside people who wrote it is not shown because of who did not: fewer than five they are only where nobody wrote. */
function invitedIn(book: Book, invited: number | null, wrote: number): string {
  return invited === null && wrote > 0 ? '–' : peopleIn(book, invited)
}

function activityOf(book: Book): Block[] {
  const { say, report } = book
  const { top1, top10, gini } = report.activity
  const lines = [
    ...(top1 === null ? [] : [say('activity.top1', { share: percentIn(book, top1) })]),
    ...(top10 === null ? [] : [say('activity.top10', { share: percentIn(book, top10) })]),
    ...(gini === null ? [say('activity.none')] : [say('activity.gini', { gini })]),
  ]
  return [{ type: 'text', line: [lines.join(' ')] }]
}

function exposureOf(book: Book): Block {
  const { say, report } = book
  const { exposure } = report
  if (!exposure) return { type: 'text', line: [say('exposure.none')] }
  const labelOf = ({ from, to }: { from: number; to: number | null }): string => {
    if (to === null) return say('readers.from', { from })
    return from === to ? numberIn(book, from) : say('readers.between', { from, to })
  }
  const rows = exposure.map((row) => ({
    label: labelOf(row),
    told: numberIn(book, row.contributions),
    value: row.contributions,
  }))
  return {
    ...{ type: 'figure', svg: drawBars(rows), label: say('exposure.label'), numbersFrom: 1 },
    head: [say('readers'), say('contributions')],
    rows: rows.map(({ label, told }) => [label, told]),
  }
}
