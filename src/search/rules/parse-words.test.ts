import { expect, test } from 'vitest'
import { canBeFound, parseWords } from './parse-words.ts'

const word = (text: string) => ({ text, isPhrase: false, isExcluded: false })

test('words are looked for each by itself', () => {
  expect(parseWords('  weekend  Approvals ')).toEqual([word('weekend'), word('Approvals')])
  expect(parseWords('環境　政策')).toEqual([word('環境'), word('政策')])
  expect(parseWords('e-mail')).toEqual([word('e-mail')])
})

test('a phrase stands in quotation marks of any language; one word in them is a word', () => {
  const phrase = { text: 'one person only', isPhrase: true, isExcluded: false }
  for (const typed of [
    '"one person only"',
    '“one person only”',
    '„one person only“',
    '«one person only»',
    '"one person only',
  ])
    expect(parseWords(typed)).toEqual([phrase])
  expect(parseWords('"weekend"')).toEqual([word('weekend')])
})

test('what begins with a minus is excluded, and cannot be all', () => {
  const terms = parseWords('approvals -weekend -"two of three"')
  expect(terms).toEqual([
    word('approvals'),
    { text: 'weekend', isPhrase: false, isExcluded: true },
    { text: 'two of three', isPhrase: true, isExcluded: true },
  ])
  expect(canBeFound(terms)).toBe(true)
  expect(canBeFound(parseWords('-weekend'))).toBe(false)
})

test('what holds no letter and no digit is no word', () => {
  expect(parseWords('- "" ... & -- 👍 " "')).toEqual([])
  expect(canBeFound([])).toBe(false)
})

test('ten words are looked for, no more', () => {
  expect(parseWords(Array.from({ length: 40 }, (_, at) => `w${at}`).join(' '))).toHaveLength(10)
})
