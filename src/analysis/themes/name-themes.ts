import type { DescribedTheme } from './describe-themes.ts'
import type { EarlierTheme } from './match-themes.ts'
import type { Theme, ThemeBody, ThemeChange } from './theme-types.ts'

/** Themes with their ids, what they were called before, and the names somebody gave them. */
export type NameThemes = {
  readonly themes: readonly { readonly language: string; readonly described: DescribedTheme }[]
  readonly ids: readonly string[]
  readonly earlier: readonly EarlierTheme[]
  readonly pinned: ReadonlyMap<string, string | undefined>
}

/** Themes ready to be shown, and which of them are called something else than before. */
export type NamedThemes = { readonly themes: Theme[]; readonly renamed: ThemeChange[] }

/** A theme keeps its label while all words of it are still among its ten: names that change every minute are
 *  no names. A pinned name wins over every label. */
export function nameThemes({ themes, ids, earlier, pinned }: NameThemes): NamedThemes {
  const calledBefore = new Map(earlier.map(({ id, label }) => [id, label]))
  const named = themes.map(({ language, described }, at): Theme => {
    const id = ids[at] ?? ''
    const { parts, ...body } = described
    const label = keepLabel(body, calledBefore.get(id))
    const name = pinned.get(id)
    const subthemes = parts.map((part, number) => ({ ...part, id: `${id}.${number + 1}` }))
    return { ...body, id, label, language, isPinned: pinned.has(id), subthemes, ...(name !== undefined && { name }) }
  })
  const renamed = named.flatMap(({ id, label, name }): ThemeChange[] => {
    const from = calledBefore.get(id)
    const to = name ?? label
    return from === undefined || from === to ? [] : [{ kind: 'renamed', theme: id, from, to }]
  })
  return { themes: named, renamed }
}

function keepLabel({ label, words }: ThemeBody, before: string | undefined): string {
  if (before === undefined || before === '') return label
  const known = new Set(words)
  return before.split(/,? /u).every((word) => known.has(word)) ? before : label
}
