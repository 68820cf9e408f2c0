import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fold, FoldView } from './contract.ts'
import { applyEvent, type LiveEvent } from './live-state.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const foldOf = (revision: number, texts: number): Fold => ({
  ...{ id: ID, texts, writers: texts, people: texts > 4 ? texts * 2 : null, campaign: null },
  revision,
})
const viewOf = (fold: Fold | null): FoldView => ({
  ...{ contributionId: ID, venueId: ID, fold, keptAlone: false, acts: [], cursor: 0 },
  may: { fold: { ok: true }, standAlone: { ok: true } },
})
const told = (fold: Fold): LiveEvent => ({ type: 'folds.changed', ...fold })

test('events shuffled and doubled give what a fresh fetch gives', () => {
  const sizes = fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 8 })
  const order = fc.array(fc.nat(100), { maxLength: 20 })
  fc.assert(
    fc.property(sizes, order, (texts, keys) => {
      const folds = texts.map((size, at) => foldOf(at + 1, size))
      const stale = viewOf(folds[0] ?? null)
      const events = [...folds, ...keys.flatMap((key) => folds[key % folds.length] ?? [])].map(told)
      const shuffled = events.toSorted((a, b) => ((a.revision * 7 + keys.length) % 5) - ((b.revision * 7) % 5))
      expect(shuffled.reduce(applyEvent, stale)).toEqual(viewOf(folds.at(-1) ?? null))
    }),
  )
})

test('a fold that is no more is shown no more, and another fold changes nothing', () => {
  const view = viewOf(foldOf(1, 3))
  expect(applyEvent(view, told(foldOf(2, 0))).fold).toBeNull()
  expect(applyEvent(view, told({ ...foldOf(2, 5), id: ID.replace('1', '2') }))).toBe(view)
})
