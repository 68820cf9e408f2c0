import type { SparseRows } from '../text/sparse-rows.ts'

const themesAtOnce = 32

/**
 * The cosine of each row to the nearest centroid of `themes` (the theme of each row, -1: unsorted), without the row itself
 * in the centroid of its own theme; 0 when there is no theme or the row is empty. Rows have length 1.
 */
export function nearestCentroids(rows: SparseRows, themes: Int32Array): Float32Array {
  const nearest = new Float32Array(themes.length)
  const count = themes.reduce((most, theme) => Math.max(most, theme + 1), 0)
  const sums = new Float32Array(rows.width * themesAtOnce)
  for (let first = 0; first < count; first += themesAtOnce) {
    const squares = addUpThemes({ rows, themes, first, sums })
    for (let row = 0; row < themes.length; row++) {
      nearest[row] = Math.max(nearest[row] ?? 0, nearestOf({ rows, themes, first, sums }, row, squares))
    }
    sums.fill(0)
  }
  return nearest
}

/** Sums of the rows of `themesAtOnce` themes from `first` on: that of theme t in column c stands at c themesAtOnce + t. */
type ThemeSums = {
  readonly rows: SparseRows
  readonly themes: Int32Array
  readonly first: number
  readonly sums: Float32Array
}

/** Fills the sums; gives the square of the length of each. */
function addUpThemes({ rows, themes, first, sums }: ThemeSums): Float64Array {
  for (let row = 0; row < themes.length; row++) {
    const theme = (themes[row] ?? -1) - first
    if (theme < 0 || theme >= themesAtOnce) continue
    for (let at = rows.starts[row] ?? 0, end = rows.starts[row + 1] ?? 0; at < end; at++) {
      const place = (rows.columns[at] ?? 0) * themesAtOnce + theme
      sums[place] = (sums[place] ?? 0) + (rows.weights[at] ?? 0)
    }
  }
  const squares = new Float64Array(themesAtOnce)
  for (let place = 0; place < sums.length; place++) {
    const theme = place % themesAtOnce
    squares[theme] = (squares[theme] ?? 0) + (sums[place] ?? 0) ** 2
  }
  return squares
}

function nearestOf(of: ThemeSums, row: number, squares: Float64Array): number {
  const dots = dotsOf(of, row)
  const own = (of.themes[row] ?? -1) - of.first
  let best = 0
  for (const [theme, dot] of dots.entries()) {
    const square = squares[theme] ?? 0
    const cosine = theme === own ? (dot - 1) / Math.sqrt(square - 2 * dot + 1) : dot / Math.sqrt(square)
    // Nothing is near a theme without texts, or without other texts.
    if (cosine > best && Number.isFinite(cosine)) best = cosine
  }
  return Math.min(1, best)
}

function dotsOf({ rows, sums }: ThemeSums, row: number): Float64Array {
  const dots = new Float64Array(themesAtOnce)
  for (let at = rows.starts[row] ?? 0, end = rows.starts[row + 1] ?? 0; at < end; at++) {
    const place = (rows.columns[at] ?? 0) * themesAtOnce
    const weight = rows.weights[at] ?? 0
    for (let theme = 0; theme < themesAtOnce; theme++) {
      dots[theme] = (dots[theme] ?? 0) + weight * (sums[place + theme] ?? 0)
    }
  }
  return dots
}
