import { expect, test } from 'vitest'
import { cutSentence } from './cut-sentence.ts'

test.each([
  ['Produkte mit geringem oder keinem Nutzen (z.B. Plastikspielzeug) sollten teurer werden.'],
  ['Im Rathaus sollte z. B. Frau Meier einmal im Monat zuhören.'],
  ['Bikes could be lent to everybody by Dr. Miller and J. Smith.'],
])('the sentence "%s" is quoted whole', (sentence) => {
  expect(cutSentence(null, `${sentence} And there is more to say about it than that.`)).toBe(sentence)
})

test('a sentence ends at its stop, and at the end of a line', () => {
  expect(cutSentence(null, 'More trees should stand near the market. Others know more.')).toBe(
    'More trees should stand near the market.',
  )
  expect(cutSentence(null, 'These are all the trees of group B.\nOthers know more.')).toBe(
    'These are all the trees of group B.',
  )
})
