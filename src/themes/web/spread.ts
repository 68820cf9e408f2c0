import type { ThemeSummary } from '../contract.ts'

export type Circle = { readonly id: string; readonly x: number; readonly y: number; readonly radius: number }

/** The share of the picture that all circles cover together. */
const COVERED = 0.3
const LEAST_RADIUS = 7
const GAP = 5
const ROUNDS = 120

/**
 * Circles for a picture of `width` by `height`: area in proportion to people (from a least size on), each as near to its
 * place on the map as it can be without covering another or the edge. The same themes give the same picture.
 */
export function spread(
  themes: readonly Pick<ThemeSummary, 'id' | 'x' | 'y' | 'people'>[],
  { width, height }: { width: number; height: number },
): Circle[] {
  const people = themes.reduce((sum, theme) => sum + Math.max(1, theme.people), 0)
  const areaOfOne = (width * height * COVERED) / Math.max(1, people)
  const most = Math.min(width, height) / 4
  const circles = themes.map((theme) => {
    const radius = Math.min(most, Math.max(LEAST_RADIUS, Math.sqrt((Math.max(1, theme.people) * areaOfOne) / Math.PI)))
    return { id: theme.id, x: ((theme.x + 1) / 2) * width, y: ((theme.y + 1) / 2) * height, radius }
  })
  for (let round = 0; round < ROUNDS; round++) {
    pushApart(circles)
    for (const circle of circles) {
      circle.x = Math.min(width - circle.radius - GAP, Math.max(circle.radius + GAP, circle.x))
      circle.y = Math.min(height - circle.radius - GAP, Math.max(circle.radius + GAP, circle.y))
    }
  }
  inTheMiddle(circles, 'x', width)
  inTheMiddle(circles, 'y', height)
  return circles
}

/** Leaves the same room on both sides of all circles together. */
function inTheMiddle(circles: Moving[], axis: 'x' | 'y', size: number): void {
  const least = Math.min(...circles.map((circle) => circle[axis] - circle.radius))
  const most = Math.max(...circles.map((circle) => circle[axis] + circle.radius))
  for (const circle of circles) circle[axis] += (size - most - least) / 2
}

type Moving = { x: number; y: number; readonly radius: number }

function pushApart(circles: Moving[]): void {
  for (const [at, one] of circles.entries()) {
    for (const other of circles.slice(at + 1)) {
      const [dx, dy] = [other.x - one.x || 0.01, other.y - one.y || 0.01 * (at + 1)]
      const distance = Math.hypot(dx, dy)
      const overlap = one.radius + other.radius + GAP - distance
      if (overlap <= 0) continue
      // The larger one yields less.
      const share = other.radius ** 2 / (one.radius ** 2 + other.radius ** 2)
      one.x -= (dx / distance) * overlap * share
      one.y -= (dy / distance) * overlap * share
      other.x += (dx / distance) * overlap * (1 - share)
      other.y += (dy / distance) * overlap * (1 - share)
    }
  }
}
