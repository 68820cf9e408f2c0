import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXCERPT_MAX } from './limits.ts'
import { excerptOf, markWords, type Piece } from './mark-words.ts'
import { parseWords } from './parse-words.ts'

const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')
const marked = (text: string, words: string): string => shown(markWords(text, parseWords(words)))

test('what the database marked is marked, and what begins with a typed word, whatever its accents', () => {
  expect(marked('One \ue000approval\ue001 was missing', 'approving')).toBe('One [approval] was missing')
  expect(marked('Das Gebäude, die Gebaudehülle', 'gebaude')).toBe('Das [Gebäude], die [Gebaudehülle]')
  expect(marked('No such thing', 'hing')).toBe('No such thing')
})

test('phrases are marked as a whole, excluded words not', () => {
  expect(marked('For one person, one may say', '"one person"')).toBe('For [one person], one may say')
  expect(marked("It's about e-mail, mail and e", 'e-ma')).toBe("It's about [e-mail], mail and e")
  expect(marked('A weekend in spring', 'spring -weekend')).toBe('A weekend in [spring]')
})

test('scripts without spaces are marked by their letters', () => {
  expect(marked('環境政策需要公開討論', '政策 討論')).toBe('環境[政策]需要公開[討論]')
  expect(marked('私はReactが好き', 'react好き')).toBe('私は[React]が[好き]')
})

test('entities are letters again; what is none stays as it is', () => {
  expect(marked('a &#x26; b &amp; c &lt;x&gt; &#39; &nosuch; &#x110000; AT&T;', 'b')).toBe(
    "a & [b] & c <x> ' &nosuch; &#x110000; AT&T;",
  )
})

test('marks that overlap are one', () => {
  expect(marked('\ue000weekends\ue001', 'week weekend')).toBe('[weekends]')
})

const LONG = `${'Everybody waits for it. '.repeat(40)}Then a weekend came and a second weekend. ${'Nothing else. '.repeat(40)}`

test('an excerpt stands where most was found, between whole words', () => {
  const excerpt = shown(excerptOf(LONG, parseWords('weekend')))
  expect(excerpt).toMatch(/^… \w.*Then a \[weekend\] came and a second \[weekend\]\. .*\w\.? …$/)
  expect(excerpt.length).toBeLessThan(EXCERPT_MAX + 20)
})

test('of a text in which nothing stands but its title, the beginning', () => {
  expect(shown(excerptOf(LONG, parseWords('title')))).toMatch(/^Everybody waits .* …$/)
  expect(excerptOf('', parseWords('title'))).toEqual([])
})

test('whatever is written and typed, nothing is lost or doubled, and pieces alternate', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 120 })
  fc.assert(
    fc.property(text, text, (written, typed) => {
      const clean = written
        .replaceAll(/[&\ue000\ue001]/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim()
      const pieces = markWords(clean, parseWords(typed))
      expect(pieces.map((piece) => piece.text).join('')).toBe(clean)
      expect(pieces.some((piece, at) => piece.found && pieces[at + 1]?.found)).toBe(false)
    }),
  )
})
