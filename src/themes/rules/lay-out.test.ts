import { expect, test } from 'vitest'
import { layOut } from './lay-out.ts'

const themes = ['a', 'b', 'c', 'd'].map((id) => ({ id, x: 0, y: 0 }))

test('who share people stand nearer than who do not, all within the map', () => {
  const points = layOut(themes, [{ a: 'a', b: 'd', people: 9 }])
  const [a, b, , d] = points
  const apart = (one?: { x: number; y: number }, other?: { x: number; y: number }): number =>
    Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))
  expect(apart(a, d)).toBeLessThan(apart(b, d))
  expect(points.every(({ x, y }) => Math.abs(x) <= 1 && Math.abs(y) <= 1)).toBe(true)
})
