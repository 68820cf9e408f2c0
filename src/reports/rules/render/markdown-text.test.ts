import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { markdownCell, markdownHeading, markdownLine, markdownText } from './markdown-text.ts'

type Node = { readonly type: string; readonly value?: string; readonly children?: readonly Node[] }

const reader = unified().use(remarkParse).use(remarkGfm)
const kindsIn = ({ type, children = [] }: Node): string[] => [type, ...children.flatMap(kindsIn)]
const wordsIn = ({ value = '', children = [] }: Node): string => value + children.map(wordsIn).join('')
const read = (markdown: string) => {
  const root = reader.parse(markdown) as Node
  return { kinds: new Set(kindsIn(root)), words: wordsIn(root).trim() }
}

const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '#',
        '-',
        '+',
        '*',
        '_',
        '>',
        '1.',
        '2)',
        '|',
        '`',
        '~',
        '[',
        ']',
        '(',
        ')',
        '<b>',
        '<',
        '&amp;',
        '&',
        '\\',
        '!',
      ],
      ...['=', '---', ' ', '  ', '\n', 'word', 'snake_case', 'Ende.', 'z. B.', '{', '}', '“', ':', '$'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
const plain = (text: string) => text.replace(/\s+/gu, ' ').trim()
const filled = (text: string) => plain(text) !== ''

describe('what people wrote stays text', () => {
  test('in a paragraph', () => {
    fc.assert(
      fc.property(hostile.filter(filled), (text) => {
        const { kinds, words } = read(markdownLine(markdownText(text)))
        expect([...kinds].sort()).toEqual(['paragraph', 'root', 'text'])
        expect(words).toBe(plain(text))
      }),
      { numRuns: 1_000 },
    )
  })

  test('in a quote, an item, a heading, a link and a cell', () => {
    fc.assert(
      fc.property(hostile.filter(filled), (text) => {
        const said = markdownText(text)
        const kindsOf = (markdown: string) => [...read(markdown).kinds].sort()
        expect(kindsOf(`> ${markdownLine(said)}`)).toEqual(['blockquote', 'paragraph', 'root', 'text'])
        expect(kindsOf(`- ${markdownLine(said)}`)).toEqual(['list', 'listItem', 'paragraph', 'root', 'text'])
        expect(kindsOf(`### ${markdownHeading(text)}`)).toEqual(['heading', 'root', 'text'])
        expect(kindsOf(`[${said}](https://meadow.example/a)`)).toEqual(['link', 'paragraph', 'root', 'text'])
        const row = read(`| a | b |\n| --- | --- |\n| ${markdownCell(said)} | x |`)
        expect([...row.kinds].sort()).toEqual(['root', 'table', 'tableCell', 'tableRow', 'text'])
        expect(row.words).toBe(`ab${plain(text)}x`)
      }),
      { numRuns: 1_000 },
    )
  })
})

test('a heading of nothing but signs and spaces keeps its words', () => {
  for (const text of ['#', '#  ', '# #\n', 'a ##\n'])
    expect(read(`### ${markdownHeading(text)}`).words).toBe(plain(text))
})

test('what is no mark is not escaped; the negative control is one', () => {
  for (const text of ['It costs 4.5. Really - (or not)!', 'snake_case & more {x} #1 < 5 > 3, 50 %', 'a = b + c; 1 - 2'])
    expect(markdownLine(markdownText(text))).toBe(text)
  expect(read('# Not a heading').kinds.has('heading')).toBe(true)
  expect(markdownLine(markdownText('# Not a heading'))).toBe('\\# Not a heading')
  expect(markdownLine(markdownText('3. Not a list'))).toBe('3\\. Not a list')
})
