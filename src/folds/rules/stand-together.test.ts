import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FoldText, type StandingAct, standTogether } from './stand-together.ts'

const text = (id: string, origin: string | null = null): FoldText => ({ id, origin })
const act = (id: string, kind: StandingAct['kind'], ...ids: string[]): StandingAct => ({ id, kind, ids })

/** a, b and c are nearly the same; d and e; f is by itself. */
const texts = [text('a'), text('b', 'a'), text('c', 'a'), text('d'), text('e', 'd'), text('f')]
const foldsOf = (acts: readonly StandingAct[], of = texts) => {
  const folds = new Map<string, string[]>()
  for (const [id, fold] of standTogether(of, acts)) folds.set(fold, [...(folds.get(fold) ?? []), id])
  return [...folds.values()].map((ids) => ids.sort().join('')).sort()
}

describe('what stands together', () => {
  const table: [string, StandingAct[], string[]][] = [
    ['what the machine found', [], ['abc', 'de']],
    ['two contributions bring their folds together', [act('1', 'fold', 'b', 'e')], ['abcde']],
    ['one that stood alone joins', [act('1', 'fold', 'f', 'd')], ['abc', 'def']],
    ['one is taken out', [act('1', 'apart', 'b')], ['ac', 'de']],
    ['a fold of two ends when one is taken out', [act('1', 'apart', 'd')], ['abc']],
    ['a whole fold is taken apart', [act('1', 'apart', 'a', 'b', 'c')], ['de']],
    ['what was taken out is folded by hand again', [act('1', 'apart', 'b'), act('2', 'fold', 'a', 'b')], ['abc', 'de']],
    [
      'what was taken out brings nobody with it',
      [act('1', 'apart', 'b'), act('2', 'fold', 'b', 'f')],
      ['ac', 'bf', 'de'],
    ],
    ['the author keeps hers alone', [act('1', 'alone', 'b')], ['ac', 'de']],
    ['a host cannot put it back afterwards', [act('1', 'alone', 'b'), act('2', 'fold', 'a', 'b')], ['ac', 'de']],
    ['nor because it was folded before', [act('1', 'fold', 'f', 'b'), act('2', 'alone', 'b')], ['ac', 'de']],
  ]
  test.each(table)('%s', (_, acts, expected) => expect(foldsOf(acts)).toEqual(expected))

  test('a fold is named after its earliest contribution that stands in it', () => {
    expect(standTogether(texts, [act('1', 'alone', 'a')]).get('c')).toBe('b')
  })

  test('the words of the first may be gone: the others stay together', () => {
    expect(foldsOf([], texts.slice(1))).toEqual(['bc', 'de'])
  })
})

const ids = texts.map(({ id }) => id)
const anId = fc.constantFrom(...ids)
const anAct = fc.oneof(
  fc.record({ kind: fc.constant('fold' as const), ids: fc.uniqueArray(anId, { minLength: 2, maxLength: 2 }) }),
  fc.record({ kind: fc.constant('apart' as const), ids: fc.uniqueArray(anId, { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('alone' as const), ids: fc.tuple(anId) }),
)
const someActs = fc
  .array(anAct, { maxLength: 12 })
  .map((all) => all.map((one, at): StandingAct => ({ id: String(at), kind: one.kind, ids: one.ids })))

test('whatever others did before and after, an undone act leaves no trace', () => {
  fc.assert(
    fc.property(someActs, someActs, anAct, (before, after, one) => {
      const later = after.map((each) => ({ ...each, id: `later ${each.id}` }))
      const all = [...before, { id: 'one', kind: one.kind, ids: one.ids }, ...later]
      const undone = all.filter(({ id }) => id !== 'one')
      expect(standTogether(texts, undone)).toEqual(standTogether(texts, [...before, ...later]))
      // The act itself was honoured before it was undone: this is what the undoing took back.
      if (later.length === 0 && one.kind !== 'fold') {
        const folds = standTogether(texts, all)
        for (const id of one.ids) expect(folds.get(id)).toBeUndefined()
      }
    }),
  )
})

test('every fold has at least two, and what is alone stays alone', () => {
  fc.assert(
    fc.property(someActs, (acts) => {
      const folds = standTogether(texts, acts)
      const sizes = Map.groupBy(folds.values(), (fold) => fold)
      expect([...sizes.values()].every(({ length }) => length > 1)).toBe(true)
      for (const {
        kind,
        ids: [id = ''],
      } of acts)
        if (kind === 'alone') expect(folds.has(id)).toBe(false)
    }),
  )
})
