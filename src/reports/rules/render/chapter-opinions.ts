import type { OpinionStatement, SmallVoice } from '../report.ts'
import type { Block, Cell } from './blocks.ts'
import { type Book, nameOf, numberIn, peopleIn, percentIn } from './book.ts'
import { drawBars, drawPoints, hueOf } from './charts.ts'
import { quoteBlock, quoteInline } from './quote.ts'

/** 5: groups of people who vote alike, what all agree to, what divides them. */
export function opinionsChapter(book: Book): Block[] {
  const { report, say } = book
  const { opinions } = report
  const title: Block = { type: 'chapter', number: 5, title: say('chapter.5') }
  if (!opinions) return [title, { type: 'text', line: [say('opinion.none')] }]
  return [
    title,
    {
      type: 'text',
      line: [
        say('groups', { count: opinions.counted }),
        opinions.hidden > 0 ? ` ${say('groups.hidden', { count: opinions.hidden })}` : '',
      ],
    },
    groupsOf(book, opinions.groups),
    { type: 'heading', text: say('common'), note: say('common.means') },
    statementsOf(book, opinions.common, { title: say('common'), none: say('ground.none') }),
    { type: 'heading', text: say('splits'), note: say('splits.means') },
    statementsOf(book, opinions.splits, { title: say('splits'), none: say('divide.none') }),
  ]
}

function groupsOf(book: Book, groups: readonly { group: string; people: number }[]): Block {
  const { say, report } = book
  const bars = groups.map(({ group, people }) => ({
    ...{ label: say('group.name', { name: group }), value: people, told: numberIn(book, people) },
  }))
  return {
    ...{
      type: 'figure',
      svg: drawBars(bars),
      label: say('groups.means', { floor: report.method.floor }),
      numbersFrom: 1,
    },
    head: [say('group'), say('people')],
    rows: bars.map(({ label, told }) => [label, told]),
  }
}

function statementsOf(
  book: Book,
  statements: readonly OpinionStatement[],
  { title, none }: { readonly title: string; readonly none: string },
): Block {
  const { say } = book
  const [first] = statements
  if (!first) return { type: 'text', line: [none] }
  const groups = first.groups.map(({ group }) => group)
  const label = say('split.label', { title, groups: groups.map((name) => say('group.name', { name })).join(', ') })
  const rows = statements.map(({ quote, groups: shares, votes, share, low, high }, at): Cell[] => [
    [`${at + 1}. `, quoteInline(book, quote), { cite: [{ id: quote.id, version: quote.version }] }],
    ...groups.map((name) => percentIn(book, shares.find(({ group }) => group === name)?.agree ?? 0)),
    `${percentIn(book, share)} (${percentIn(book, low)}–${percentIn(book, high)})`,
    numberIn(book, votes),
  ])
  const points = statements.map(({ groups: shares }) => ({
    points: shares.map(({ group, agree }, n) => ({ label: group, share: agree, hue: hueOf(n === 1 ? 2 : n) })),
  }))
  const head = [say('statement'), ...groups.map((name) => say('group.name', { name })), say('all'), say('votes')]
  const legend = first.groups.map(({ group }, n) => ({
    hue: hueOf(n === 1 ? 2 : n),
    label: say('group.name', { name: group }),
  }))
  return {
    type: 'figure',
    svg: drawPoints(points, (share) => percentIn(book, share)),
    label,
    legend,
    head,
    rows,
    numbersFrom: 1,
  }
}

/** 6: small voices, each with why it stands here. */
export function voicesChapter(book: Book): Block[] {
  const { report, say } = book
  const title: Block = { type: 'chapter', number: 6, title: say('chapter.6') }
  const none: Block = { type: 'text', line: [say('voices.none')] }
  const intro: Block = { type: 'text', quiet: true, line: [say('voices.note')] }
  return [
    title,
    intro,
    ...(report.voices.length === 0 ? [none] : report.voices.map((voice) => voiceBlock(book, voice))),
  ]
}

function voiceBlock(book: Book, { reason, theme, people, group, quotes }: SmallVoice): Block {
  const { say } = book
  const found = theme === null ? undefined : book.themes.get(theme)
  const counted = people === null ? peopleIn(book, null) : say('count.people', { count: people })
  const about = [counted, ...(group === null ? [] : [say('voice.of', { group })])].join(' · ')
  const name = found ? [{ link: `#t-${found.id}`, text: nameOf(found) }, ' · '] : []
  return {
    type: 'note',
    inside: [
      { type: 'text', line: [{ strong: say(`voice.${reason}`) }, ' · ', ...name, about] },
      ...quotes.map((quote) => quoteBlock(book, '', quote)),
    ],
  }
}
