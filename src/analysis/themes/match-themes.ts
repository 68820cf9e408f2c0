import type { ThemeChange, ThemePart } from './theme-types.ts'

/** A theme of the computation before; a pinned one is kept by somebody. */
export type EarlierTheme = { readonly id: string; readonly label: string; readonly isPinned: boolean }

/** Two computations over the same positions of texts: `before` and `after` hold the place of a theme in its list, or
 *  -1. Texts that came since stand as -1 in `before`. */
export type MatchThemes = {
  readonly earlier: readonly EarlierTheme[]
  readonly before: Int32Array
  readonly after: Int32Array
  readonly themes: number
  /** A new id; called in the order of the themes that need one. */
  nextId(): string
}

/** The ids of the themes now, and what became of those before. */
export type MatchedThemes = { readonly ids: readonly string[]; readonly changes: readonly ThemeChange[] }

/** A theme hands its id on to the one that holds at least this share of its texts. */
const KEPT_SHARE = 0.5
/** A smaller part of a theme going elsewhere is no split. */
const PART_SHARE = 0.2
/** A theme has grown or shrunk when its size changed by this share and this many texts. */
const CHANGED_SHARE = 0.2
const CHANGED_TEXTS = 5

type Overlap = { readonly from: number; readonly to: number; readonly texts: number; readonly share: number }

/** Gives themes the ids of those before by maximum weight: the pinned first, which keep their id wherever most of
 *  them is, then every other at the theme with at least half of its texts. As an earlier theme has one such
 *  successor (or two exact halves), taking the heaviest overlaps first is the maximum of all assignments. */
export function matchThemes(input: MatchThemes): MatchedThemes {
  const overlaps = findOverlaps(input)
  const earlierOf = assign(input, overlaps)
  const ids = earlierOf.map((from) => (from < 0 ? input.nextId() : (input.earlier[from]?.id ?? '')))
  return { ids, changes: describe(input, { overlaps, earlierOf, ids }) }
}

function sizesOf(themeOf: Int32Array, themes: number): number[] {
  const sizes = new Array<number>(themes).fill(0)
  for (const theme of themeOf) if (theme >= 0) sizes[theme] = (sizes[theme] ?? 0) + 1
  return sizes
}

/** The heaviest first. */
function findOverlaps({ earlier, before, after, themes }: MatchThemes): Overlap[] {
  const counts = new Map<number, number>()
  for (let text = 0; text < after.length; text++) {
    const from = before[text] ?? -1
    const to = after[text] ?? -1
    if (from >= 0 && to >= 0) counts.set(from * themes + to, (counts.get(from * themes + to) ?? 0) + 1)
  }
  const sizes = sizesOf(before, earlier.length)
  return [...counts]
    .map(([key, texts]) => {
      const from = Math.floor(key / themes)
      return { from, to: key % themes, texts, share: texts / (sizes[from] ?? 1) }
    })
    .sort((a, b) => b.texts - a.texts || a.from - b.from || a.to - b.to)
}

function assign({ earlier, themes }: MatchThemes, overlaps: readonly Overlap[]): number[] {
  const earlierOf = new Array<number>(themes).fill(-1)
  const gone = new Set<number>()
  const take = ({ from, to }: Overlap): void => {
    if (gone.has(from) || earlierOf[to] !== -1) return
    earlierOf[to] = from
    gone.add(from)
  }
  for (const overlap of overlaps) if (earlier[overlap.from]?.isPinned) take(overlap)
  for (const overlap of overlaps) if (overlap.share >= KEPT_SHARE) take(overlap)
  return earlierOf
}

type Matched = {
  readonly overlaps: readonly Overlap[]
  readonly earlierOf: readonly number[]
  readonly ids: readonly string[]
}

function describe(input: MatchThemes, matched: Matched): ThemeChange[] {
  const { earlier, before, after } = input
  const [old, now] = [sizesOf(before, earlier.length), sizesOf(after, input.themes)]
  const { overlaps, earlierOf, ids } = matched
  const partOf = ({ to, texts, share }: Overlap): ThemePart => ({ theme: ids[to] ?? '', texts, share })
  const splits = earlier.map((_, from) => overlaps.filter((each) => each.from === from && each.share >= PART_SHARE))
  const merges = ids.map((_, to) => overlaps.filter((each) => each.to === to && each.share >= KEPT_SHARE))
  const explained = new Set(merges.flatMap((parts) => (parts.length > 1 ? parts.map(({ from }) => from) : [])))
  const changes: ThemeChange[] = []
  for (const [from, { id, label }] of earlier.entries()) {
    const into = splits[from] ?? []
    if (into.length > 1) changes.push({ kind: 'split', theme: id, into: into.map(partOf) })
    else if (!earlierOf.includes(from) && !explained.has(from)) {
      changes.push({ kind: 'faded', theme: id, size: old[from] ?? 0, label })
    }
  }
  for (const [to, theme] of ids.entries()) {
    const parts = merges[to] ?? []
    const from = parts.map((each) => ({ theme: earlier[each.from]?.id ?? '', texts: each.texts, share: each.share }))
    if (parts.length > 1) changes.push({ kind: 'merged', theme, from })
    changes.push(...sizeChange(theme, old[earlierOf[to] ?? -1], now[to] ?? 0))
  }
  return changes
}

/** `from` is undefined for a theme that was not there. */
function sizeChange(theme: string, from: number | undefined, to: number): ThemeChange[] {
  if (from === undefined) return [{ kind: 'born', theme, size: to }]
  if (Math.abs(to - from) < Math.max(CHANGED_TEXTS, from * CHANGED_SHARE)) return []
  return [{ kind: to > from ? 'grew' : 'shrank', theme, from, to }]
}
