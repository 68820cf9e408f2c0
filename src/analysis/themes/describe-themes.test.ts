import { expect, test } from 'vitest'
import { openThemes } from './open-themes.ts'
import { isWholeSentence, splitSentences } from './split-sentences.ts'
import type { TextEntry } from './theme-types.ts'

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end))

test('sentences of 6 to 40 words are found where they stand, without the spaces around', () => {
  const text = '  Too short. More trees should stand along the main street.  \n'
  expect(sentencesOf(text)).toEqual(['More trees should stand along the main street.'])
})

test.each([
  ['This should be done in every school of the city.'],
  ['Das sollte in jeder Schule der Stadt geschehen.'],
  ['Això s’hauria de fer a totes les escoles de la ciutat.'],
])('"%s" is not understood alone, and stands only where there is no other', (pointing) => {
  const whole = 'Every single school needs a garden of its own.'
  expect(sentencesOf(`${pointing} ${whole}`)).toEqual([whole])
  expect(sentencesOf(pointing)).toEqual([pointing])
})

test.each([
  ['Products of little use (z.B. Plastic toys) should not be sold here any more.'],
  ['Im Rathaus sollte z. B. Frau Meier oder d.h. Ihre Vertretung einmal im Monat zuhören.'],
  ['Bikes, e.g. Cargo bikes, could be lent to everybody by Dr. Miller and J. Smith.'],
  ['Los niños piden más sombra, p. ej. Árboles grandes, en los patios de las escuelas.'],
  ['Unsere Busse bzw. Bahnen sollten am Abend viel länger fahren.'],
])('a short form does not end the sentence "%s"', (sentence) => {
  const next = 'Every single school needs a garden of its own.'
  expect(sentencesOf(`${sentence} ${next}`)).toEqual([sentence, next])
})

test('what only looks like a short form ends a sentence, and so does a line', () => {
  const [one, next] = [
    'We should all plant more trees near the market.',
    'Every single school needs a garden of its own.',
  ]
  const list = 'We need trees, benches, fountains and shade etc.'
  expect(sentencesOf(`${one} ${list} ${next}`)).toEqual([one, list, next])
  expect(sentencesOf(`These are the trees of group B.\n${next}`)).toEqual([next])
})

test('a title is quoted, though it is short, and said to be no whole sentence', () => {
  const [title] = splitSentences('Green roofs')
  expect(title).toEqual({ start: 0, end: 11, words: 2 })
  expect(title && isWholeSentence(title)).toBe(false)
  expect(splitSentences(' 12 … ')).toEqual([])
})

/** Two subjects in full sentences, each by twenty people of two groups, and words that always stand side by side. */
const entries: TextEntry[] = Array.from({ length: 40 }, (_, at) => {
  const place = ['harbour', 'station', 'market', 'library', 'museum'][at % 5]
  const about =
    at % 2 === 0
      ? `The night bus number ${at} should stop near the ${place} more often.`
      : `Our school gardens near the ${place} need water and gardeners ${at}.`
  return { id: `${at}`, text: about, author: `person ${at}`, language: 'en', group: `group ${(at >> 1) % 2}` }
})

function themed() {
  const open = openThemes({ seed: 1 })
  open.add(entries)
  return open.compute().themes
}

test('labels are words as people write them, no stem twice, and names stay together', () => {
  const labels = themed().map(({ label }) => label)
  expect(labels.some((label) => label.includes('night bus'))).toBe(true)
  for (const label of labels) expect(label.split(/,? /).length).toBeLessThanOrEqual(3)
  for (const { words } of themed())
    expect(words.filter((word) => /^gardens?$/.test(word)).length).toBeLessThanOrEqual(1)
})

test('representatives are sentences of the texts, word for word, from more than one group', () => {
  for (const { representatives } of themed()) {
    for (const { id, start, end, sentence } of representatives) {
      expect(entries.find((entry) => entry.id === id)?.text.slice(start, end)).toBe(sentence)
    }
    const groups = representatives.map(({ id }) => entries.find((entry) => entry.id === id)?.group)
    expect(new Set(groups).size).toBe(2)
  }
})
