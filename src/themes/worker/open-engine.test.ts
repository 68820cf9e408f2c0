import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantTexts } from '../../../test/planted-texts.ts'
import type { ThemeText } from './asked.ts'
import { openEngine } from './open-engine.ts'

const texts: ThemeText[] = plantTexts({ subjects: 3, each: 30, people: 20 }).entries.map(({ id, text, author }) => ({
  ...{ id, root: id, text, author: author ?? null, language: 'en' },
  ...{ group: null, theme: null, settled: false },
}))
const [fresh, ...known] = texts
const nothing = { constraints: [], pinned: [], themes: [], moved: [] }
const engine = openEngine({ budgetBytes: 300_000 })
// Two threads begin: each reads the stop words of all languages first.
beforeAll(async () => {
  engine.open('one')
  engine.take('one', { texts: known, gone: [] })
  await engine.compute('one', nothing)
}, 60_000)
afterAll(() => engine.stop())

test('a new text is placed by where others were computed to stand, and is found by its words', async () => {
  engine.open('one')
  engine.take('one', { texts: known, gone: [] })
  const found = await engine.compute('one', nothing)
  engine.stand('one', found?.places ?? [], found?.telling)
  engine.take('one', { texts: fresh ? [fresh] : [], gone: [] })
  const [placed] = (await engine.place('one', [fresh?.id ?? ''])) ?? []
  // Subjects come in turns: every third text is of the same.
  expect(placed?.theme).toBe(found?.places.find(({ id }) => id === texts[3]?.id)?.theme)
  expect((await engine.similar('one', fresh?.text ?? '', 1))?.[0]?.id).toBe(fresh?.id)
})

test('it finds while it computes', async () => {
  const order: string[] = []
  const computing = engine.compute('one', nothing).then(() => order.push('computed'))
  await engine.similar('one', fresh?.text ?? '', 1).then(() => order.push('found'))
  await computing
  expect(order).toEqual(['found', 'computed'])
})

test('what was used longest ago is dropped for room, and is not held any more', async () => {
  engine.open('two')
  engine.take('two', { texts, gone: [] })
  expect([engine.holds('one'), engine.holds('two')]).toEqual([false, true])
  expect(await engine.similar('one', fresh?.text ?? '', 1)).toBeNull()
  expect(await engine.place('one', [fresh?.id ?? ''])).toBeNull()
  expect(await engine.compute('one', nothing)).toBeNull()
})

test('one conversation is held however large it is', () => {
  engine.open('three')
  for (let n = 0; n < 5; n++) {
    engine.take('three', { texts: texts.map((text) => ({ ...text, id: `${n} ${text.id}`, root: text.id })), gone: [] })
  }
  expect([engine.holds('two'), engine.holds('three')]).toEqual([false, true])
})

test('news that the threads cannot take are read anew: the conversation is dropped', async () => {
  engine.open('four')
  engine.take('four', { texts: [{ ...known[0], text: { length: 1 } } as unknown as ThemeText], gone: [] })
  await engine.similar('four', 'words', 1)
  expect(engine.holds('four')).toBe(false)
})
