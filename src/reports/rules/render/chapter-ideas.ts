import type { Written } from '../corpus.ts'
import { ideaAnswers } from './answers.ts'
import type { Block, Inline } from './blocks.ts'
import { type Book, foldedIn, minuteIn, nameOf, numberIn, peopleIn, placeOf } from './book.ts'

/** 4: every contribution by its theme, with how many replies go on from it. */
export function ideasChapter(book: Book): Block[] {
  const { report, say } = book
  const grown = lineage(book)
  return [
    { type: 'chapter', number: 4, title: say('chapter.4') },
    { type: 'text', quiet: true, line: [say(report.themes.length === 0 ? 'ideas.none' : 'ideas.note')] },
    ...ideaAnswers(book),
    ...report.themes.flatMap((theme): Block[] => [
      { type: 'heading', text: nameOf(theme), note: numberIn(book, foldedIn(book, theme.ideas).length) },
      { type: 'list', items: foldedIn(book, theme.ideas).map((ids) => foldLine(book, ids, grown)) },
    ]),
  ]
}

/** 7: what stands in no theme, all of it. */
export function unsortedChapter(book: Book): Block[] {
  const { report, say } = book
  const { unsorted } = report
  const grown = lineage(book)
  return [
    { type: 'chapter', number: 7, title: say('chapter.7') },
    {
      type: 'text',
      line: [unsorted.length === 0 ? say('unsorted.none') : say('unsorted.note', { count: unsorted.length })],
    },
    ...(unsorted.length === 0
      ? []
      : [{ type: 'list', items: foldedIn(book, unsorted).map((ids) => foldLine(book, ids, grown)) } as const]),
  ]
}

const GROWS = new Set(['build', 'example'])

/** Replies that build on a contribution or add an example, by its thread. */
function lineage({ corpus, report }: Book): ReadonlyMap<string, number> {
  const grown = new Map<string, number>()
  for (const { root, kind, postedAt } of corpus.written.values()) {
    if (GROWS.has(kind) && postedAt <= report.edition.madeAt) grown.set(root, (grown.get(root) ?? 0) + 1)
  }
  return grown
}

function ideaLine(book: Book, id: string, grown: ReadonlyMap<string, number>): Inline[] {
  const written = book.corpus.written.get(id)
  const more = grown.get(id) ?? 0
  const tail = more > 0 ? [` + ${numberIn(book, more)}`] : []
  return [{ link: placeOf(book, { id }), text: titleOf(book, written), lang: written?.language ?? 'und' }, ...tail]
}

/** The first of what says nearly the same, how many say it, and the way to each of the others. */
function foldLine(
  book: Book,
  [first = '', ...others]: readonly string[],
  grown: ReadonlyMap<string, number>,
): Inline[] {
  const line = ideaLine(book, first, grown)
  const fold = book.folds.get(first)
  if (others.length === 0 || !fold) return line
  const { say } = book
  const people = fold.people === null ? peopleIn(book, null) : say('count.people', { count: fold.people })
  const told = say(fold.campaign ? 'idea.campaign' : 'idea.fold', { count: others.length + 1, people })
  return [...line, ` (${told}:`, ...others.flatMap((id, at) => [' ', linkTo(book, id, at + 2)]), ')']
}

const linkTo = (book: Book, id: string, number: number): Inline => ({
  link: placeOf(book, { id }),
  text: numberIn(book, number),
})

function titleOf(book: Book, written: Written | undefined): string {
  return written?.title ?? book.say('taken')
}

/** Errata: what was taken back since the edition was made. */
export function errataBlocks(book: Book): Block[] {
  const { errata, say } = book
  if (errata.length === 0) return []
  const rows = errata.map(({ id, retractedAt }): (string | Inline[])[] => {
    const number = book.numbers.get(id)
    const text = number === undefined ? id.slice(0, 13) : `c${number}`
    return [[{ link: placeOf(book, { id }), text }], retractedAt === null ? '' : minuteIn(book, retractedAt)]
  })
  return [
    { type: 'heading', text: say('errata') },
    { type: 'text', quiet: true, line: [say('errata.note')] },
    { type: 'table', caption: say('errata'), head: [say('sources'), say('log.when')], rows, numbersFrom: 2 },
  ]
}
