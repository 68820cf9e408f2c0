/** A theme on the map: where it stood before, or nowhere yet (0, 0). */
export type Point = { readonly id: string; readonly x: number; readonly y: number }
export type Pull = { readonly a: string; readonly b: string; readonly people: number }

const ROUNDS = 120
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const STEP = 0.04
const EDGE = 0.95

type Body = { readonly id: string; x: number; y: number; fx: number; fy: number }

/** Places themes in [-1, 1] on both axes: who share people attract each other, all keep a distance. Begins where they
 *  stood, so the map stays recognisable. Deterministic; the square of the number of themes times 120. */
export function layOut(before: readonly Point[], pulls: readonly Pull[]): Point[] {
  const bodies = before.map((point, at) => begin(point, at, before.length))
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const most = Math.max(1, ...pulls.map(({ people }) => people))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, a] of bodies.entries()) for (const b of bodies.slice(at + 1)) push(a, b, -0.05 / bodies.length)
    for (const { a, b, people } of pulls) {
      const [one, other] = [byId.get(a), byId.get(b)]
      if (one && other) pull(one, other, people / most)
    }
    for (const body of bodies) settle(body)
  }
  return spread(bodies)
}

/** The map is filled: its themes lie around the middle, the farthest at its edge. */
function spread(bodies: readonly Body[]): Point[] {
  const middle = { x: middleOf(bodies.map(({ x }) => x)), y: middleOf(bodies.map(({ y }) => y)) }
  const points = bodies.map(({ id, x, y }) => ({ id, x: x - middle.x, y: y - middle.y }))
  const far = Math.max(0.001, ...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))
  return points.map(({ id, x, y }) => ({ id, x: (x / far) * EDGE, y: (y / far) * EDGE }))
}

function middleOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2
}

function begin({ id, x, y }: Point, at: number, of: number): Body {
  if (x !== 0 || y !== 0) return { id, x, y, fx: 0, fy: 0 }
  const radius = 0.9 * Math.sqrt((at + 0.5) / of)
  return { id, x: radius * Math.cos(at * GOLDEN_ANGLE), y: radius * Math.sin(at * GOLDEN_ANGLE), fx: 0, fy: 0 }
}

function push(a: Body, b: Body, strength: number): void {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const force = strength / Math.max(dx * dx + dy * dy, 0.001)
  add(a, b, { x: dx * force, y: dy * force })
}

function pull(a: Body, b: Body, strength: number): void {
  add(a, b, { x: (b.x - a.x) * strength, y: (b.y - a.y) * strength })
}

function add(a: Body, b: Body, force: { readonly x: number; readonly y: number }): void {
  a.fx += force.x
  a.fy += force.y
  b.fx -= force.x
  b.fy -= force.y
}

const within = (value: number): number => Math.max(-1, Math.min(1, value))
const step = (force: number): number => STEP * Math.tanh(force)

function settle(body: Body): void {
  body.x = within(body.x + step(body.fx))
  body.y = within(body.y + step(body.fy))
  body.fx = 0
  body.fy = 0
}
