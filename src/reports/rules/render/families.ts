import type { Block, Cell } from './blocks.ts'
import { type Book, languageIn, nameOf, numberIn, peopleIn } from './book.ts'

/** What is one thing in several languages: its people counted once, and a row for each language. */
export function familyBlocks(book: Book): Block[] {
  const { report, say } = book
  const families = report.families ?? []
  if (families.length === 0) return []
  return [
    { type: 'heading', text: say('families'), note: numberIn(book, families.length) },
    { type: 'text', quiet: true, line: [say('families.means')] },
    ...families.flatMap((family): Block[] => {
      const themes = family.themes.flatMap((id) => book.themes.get(id) ?? [])
      const links = themes.flatMap((theme, at) => [
        ...(at > 0 ? [' · '] : []),
        { link: `#t-${theme.id}`, text: nameOf(theme) },
      ])
      const names = family.unquoted.map((language) => languageIn(book, language)).join(', ')
      const silent = names === '' ? [] : [` ${say('families.unquoted', { names })}`]
      const people = family.people === null ? peopleIn(book, null) : say('count.people', { count: family.people })
      const rows = family.columns.map(({ language, people: own, contributions }): Cell[] => {
        return [languageIn(book, language), peopleIn(book, own), numberIn(book, contributions)]
      })
      const head = [say('language'), say('writers'), say('written')]
      return [
        { type: 'text', line: [...links, `: ${say('families.people', { people })}`, ...silent] },
        { type: 'table', caption: themes.map(nameOf).join(' · '), head, rows, numbersFrom: 1 },
      ]
    }),
  ]
}
