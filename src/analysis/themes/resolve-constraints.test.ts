import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PositionConstraint, resolveConstraints } from './resolve-constraints.ts'

const must = (a: number, b: number): PositionConstraint => ({ kind: 'must-link', a, b })
const cannot = (a: number, b: number): PositionConstraint => ({ kind: 'cannot-link', a, b })

test('texts that must be together are one group, also by way of others', () => {
  const { groupOf, groups } = resolveConstraints(4, [must(0, 1), must(1, 3)])
  expect([...groupOf]).toEqual([0, 0, 1, 0])
  expect(groups).toBe(2)
})

test('of two that contradict each other the later wins', () => {
  const later = resolveConstraints(2, [must(0, 1), cannot(0, 1)])
  expect(later.apart).toEqual([[0, 1]])
  expect(later.contradicted).toEqual([0])
  const earlier = resolveConstraints(2, [cannot(0, 1), must(0, 1)])
  expect(earlier.apart).toEqual([])
  expect(earlier.contradicted).toEqual([0])
})

test('a contradiction by way of others is seen', () => {
  expect(resolveConstraints(3, [cannot(0, 2), must(0, 1), must(1, 2)]).contradicted).toEqual([0])
})

test('a text is not parted from itself', () => {
  expect(resolveConstraints(1, [cannot(0, 0)]).contradicted).toEqual([0])
})

const constraint = fc.record({
  kind: fc.constantFrom('must-link' as const, 'cannot-link' as const),
  a: fc.nat(9),
  b: fc.nat(9),
})

test('whatever was not passed over holds', () => {
  fc.assert(
    fc.property(fc.array(constraint, { maxLength: 40 }), (constraints) => {
      const { groupOf, apart, contradicted } = resolveConstraints(10, constraints)
      const pairs = new Set(apart.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`))
      for (const [at, { kind, a, b }] of constraints.entries()) {
        if (contradicted.includes(at)) continue
        const [one, other] = [groupOf[a] ?? 0, groupOf[b] ?? 0]
        if (kind === 'must-link') expect(one).toBe(other)
        else expect(pairs.has(`${Math.min(one, other)} ${Math.max(one, other)}`)).toBe(true)
      }
      for (const [a, b] of apart) expect(a).not.toBe(b)
    }),
  )
})

test('the last constraint is never passed over, unless it parts a text from itself', () => {
  fc.assert(
    fc.property(fc.array(constraint, { minLength: 1, maxLength: 40 }), (constraints) => {
      const last = constraints.at(-1)
      fc.pre(last !== undefined && last.a !== last.b)
      expect(resolveConstraints(10, constraints).contradicted).not.toContain(constraints.length - 1)
    }),
  )
})
