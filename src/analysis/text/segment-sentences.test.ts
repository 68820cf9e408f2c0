import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentSentences } from './segment-sentences.ts'

const sentences = (text: string): string[] => [...segmentSentences(text)].map(({ segment }) => segment.trim())

test.each([
  ['Ask somebody else, e.g. Anna. She knows.', ['Ask somebody else, e.g. Anna.', 'She knows.']],
  ['Dr. Smith said no. We asked again.', ['Dr. Smith said no.', 'We asked again.']],
  ['Wir brauchen Zeit, z. B. Freitage. Dann geht es.', ['Wir brauchen Zeit, z. B. Freitage.', 'Dann geht es.']],
  ['Das gilt für Büros bzw. Werke. Mehr nicht.', ['Das gilt für Büros bzw. Werke.', 'Mehr nicht.']],
  ['A first line, e.g.\nA second one.', ['A first line, e.g.', 'A second one.']],
  ['Nothing ends here, etc. And then more.', ['Nothing ends here, etc.', 'And then more.']],
])('%s', (text, expected) => {
  expect(sentences(text)).toEqual(expected)
})

test('without short forms a sentence would end after "z. B." (the negative control)', () => {
  const plain = [
    ...new Intl.Segmenter('und', { granularity: 'sentence' }).segment('Zeit, z. B. Freitage. Dann geht es.'),
  ]
  expect(plain.length).toBeGreaterThan(2)
})

test('the sentences of a text are together the text, each at its place', () => {
  const words = fc.array(fc.constantFrom('z. B. ', 'e.g. ', 'Anna. ', 'Ja! ', 'und ', '\n', 'Dr. ', '漢字。', ' '))
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('')
      const found = [...segmentSentences(text)]
      expect(found.map(({ segment }) => segment).join('')).toBe(text)
      for (const { segment, index } of found) expect(text.slice(index, index + segment.length)).toBe(segment)
    }),
  )
})
