import { expect, test } from 'vitest'
import { embedEntries } from './embed-entries.ts'
import { findVectorNeighbours } from './find-vector-neighbours.ts'
import { openThemes } from './open-themes.ts'
import type { Embedder } from './theme-types.ts'

/** Knows three subjects by their first letter, whatever the words. */
const embedder: Embedder = {
  embed: async (texts) =>
    texts.map((text, at) => Float32Array.from('abc', (letter) => (text[0] === letter ? 1 : 0.01 * (at % 3)))),
}
/** Texts without a word in common. */
const entries = Array.from({ length: 90 }, (_, at) => ({
  id: `${at}`,
  text: `${'abc'[at % 3]}${'xyz'[at % 3]}${at}q`,
  language: 'en',
}))

test('themes follow the vectors of an embedder, where words have nothing in common', async () => {
  const open = openThemes({ seed: 1 })
  open.add(await embedEntries(embedder, entries))
  const { themes, themeOf } = open.compute()
  expect(themes.map(({ size }) => size)).toEqual([30, 30, 30])
  for (let at = 3; at < entries.length; at++) expect(themeOf[at]).toBe(themeOf[at - 3])
  // The control: without vectors there is nothing to tell them by.
  const plain = openThemes({ seed: 1 })
  plain.add(entries)
  expect(plain.compute().themes).toEqual([])
})

test('an embedder that answers with too few vectors is refused', async () => {
  await expect(embedEntries({ embed: async () => [] }, entries)).rejects.toThrow(RangeError)
})

test('among many vectors nearly all nearest ones are found', () => {
  const vectors = Array.from({ length: 2400 }, (_, at) => Float32Array.of(Math.cos(at), Math.sin(at), (at % 7) / 7))
  const { rows } = findVectorNeighbours(vectors, 1)
  const unit = vectors.map((vector) => vector.map((each) => each / Math.hypot(...vector)))
  const similarity = (a: number, b: number): number =>
    unit[a]?.reduce((sum, each, d) => sum + each * (unit[b]?.[d] ?? 0), 0) ?? 0
  const asked = Array.from({ length: 100 }, (_, at) => at * 24)
  const right = asked.filter((at) => {
    const best = Math.max(...vectors.map((_, other) => (other === at ? 0 : similarity(at, other))))
    return similarity(at, rows[at] ?? 0) > best - 1e-6
  })
  expect(right.length).toBeGreaterThan(95)
})

test('vectors of unlike lengths are refused', () => {
  expect(() => findVectorNeighbours([Float32Array.of(1), Float32Array.of(1, 2)], 1)).toThrow(RangeError)
})
