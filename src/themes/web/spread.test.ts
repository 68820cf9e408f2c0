import { expect, test } from 'vitest'
import { spread } from './spread.ts'

const size = { width: 640, height: 420 }
const themes = Array.from({ length: 30 }, (_, at) => ({
  id: String(at),
  x: Math.cos(at) * 0.9,
  y: Math.sin(at * 7) * 0.9,
  people: 5 + ((at * 37) % 90),
}))

test('no circle leaves the picture, and hardly any two touch', () => {
  const circles = spread(themes, size)
  for (const { x, y, radius } of circles) {
    expect(x - radius).toBeGreaterThanOrEqual(0)
    expect(x + radius).toBeLessThanOrEqual(size.width)
    expect(y - radius).toBeGreaterThanOrEqual(0)
    expect(y + radius).toBeLessThanOrEqual(size.height)
  }
  const pairs = circles.flatMap((one, at) => circles.slice(at + 1).map((other) => [one, other] as const))
  const covering = pairs.filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) < (a.radius + b.radius) * 0.9)
  expect(covering).toEqual([])
})

test('area is people', () => {
  const [small, large] = spread(
    [themes[0], themes[1]].map((theme, at) => ({ id: String(at), x: 0, y: 0, people: at ? 40 : 10, ...(theme && {}) })),
    size,
  )
  expect(((large?.radius ?? 0) / (small?.radius ?? 1)) ** 2).toBeLessThanOrEqual(4.01)
  expect(large?.radius).toBeGreaterThan(small?.radius ?? 0)
})

test('themes in one place are told apart', () => {
  const [one, other] = spread(
    [
      { id: 'a', x: 0, y: 0, people: 9 },
      { id: 'b', x: 0, y: 0, people: 9 },
    ],
    size,
  )
  expect(Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThan(20)
})

test('the same themes give the same picture', () => {
  expect(spread(themes, size)).toEqual(spread(themes, size))
})

test('few themes to one side stand in the middle of the picture', () => {
  const [one] = spread([{ id: 'a', x: 0.9, y: -0.9, people: 9 }], size)
  expect(one).toMatchObject({ x: size.width / 2, y: size.height / 2 })
  expect(spread([], size)).toEqual([])
})
