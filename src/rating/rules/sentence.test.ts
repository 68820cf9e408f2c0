import { expect, test } from 'vitest'
import { readSentence } from './sentence.ts'

test.each([
  'We give every team time for this, e.g. Every Friday after lunch.',
  'Ask Dr. Smith and her team before we close anything.',
  'Wir geben allen Teams Zeit dafür, z. B. Freitage nach dem Essen.',
  'Das gilt für alle Büros bzw. Werke und Lager im Norden.',
])('one sentence: %s', (sentence) => {
  expect(readSentence(sentence)).toEqual({ ok: true, sentence })
})

test.each([
  'We give every team time for this. Then we look at it again.',
  'Wir geben allen Teams Zeit dafür. Dann sehen wir es wieder an.',
])('more than one: %s', (given) => {
  expect(readSentence(given)).toMatchObject({ ok: false, because: 'ideas.one-sentence' })
})
