import type * as themes from '../../analysis/themes/index.ts'

/** Where a contribution stood and stands. */
type Move = { readonly from: string | null | undefined; readonly to: string | null }

/** The same changes with parts that count contributions: the machine compares all texts, people count what was contributed,
 *  and a lively thread makes no theme larger. */
export function countContributions(
  changes: readonly themes.ThemeChange[],
  moves: readonly Move[],
): themes.ThemeChange[] {
  const counts = new Map<string, number>()
  for (const { from, to } of moves) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1)
  const counted = (part: themes.ThemePart, key: string) => ({ ...part, texts: counts.get(key) ?? 0 })
  return changes.map((change) => {
    const { theme } = change
    if (change.kind === 'split')
      return { ...change, into: change.into.map((to) => counted(to, `${theme} ${to.theme}`)) }
    if (change.kind === 'merged')
      return { ...change, from: change.from.map((from) => counted(from, `${from.theme} ${theme}`)) }
    return change
  })
}
