import { expect, test } from 'vitest'
import { type Act, constraintsOf, placesByHosts } from './honour-acts.ts'

const move = (id: string, from: string, to: string | null): Act => ({
  kind: 'move',
  moved: [{ from, to, ids: [id] }],
  anchor: to === null ? null : `in ${to}`,
})

test('the later act wins', () => {
  expect([...placesByHosts([move('x', 'a', 'b'), move('x', 'b', null)])]).toEqual([['x', null]])
})

test('a merge keeps all together, a split keeps them together and apart from where they were', () => {
  const moved = [{ from: 'a', to: 'b', ids: ['x', 'y'] }]
  expect(constraintsOf([{ kind: 'merge', moved, anchor: 'z' }])).toEqual([
    { kind: 'must-link', a: 'z', b: 'x' },
    { kind: 'must-link', a: 'z', b: 'y' },
  ])
  expect(constraintsOf([{ kind: 'split', moved, anchor: 'z' }])).toEqual([
    { kind: 'must-link', a: 'x', b: 'y' },
    { kind: 'cannot-link', a: 'z', b: 'x' },
  ])
})
