import type { themes } from '../../analysis/index.ts'

/** A contribution or reply as the thread is given it: `root` is the contribution of its thread. */
export type ThemeText = {
  readonly id: string
  readonly root: string
  readonly text: string
  readonly author: string | undefined
  readonly language: string
  readonly group: string | undefined
}

/** Everything a computation starts from. Ids of themes are those of the rows. */
export type ComputeAsked = {
  readonly texts: readonly ThemeText[]
  readonly constraints: readonly themes.Constraint[]
  readonly pinned: readonly themes.PinnedTheme[]
  readonly state: themes.ThemesState | undefined
}

/** A theme as it was found: `members` are contributions, never replies. */
export type FoundTheme = {
  readonly id: string
  readonly label: string
  readonly language: string
  readonly voices: readonly { readonly id: string; readonly sentence: string }[]
  readonly subthemes: readonly { readonly label: string; readonly members: readonly string[] }[]
  readonly members: readonly string[]
}

export type Found = { readonly themes: readonly FoundTheme[]; readonly changes: readonly themes.ThemeChange[] }
export type Placed = { readonly id: string; readonly theme: string | null }

/** What is asked of the thread. */
export type Asked = { readonly venueId: string } & (
  | { readonly what: 'compute'; readonly asked: ComputeAsked }
  | { readonly what: 'place'; readonly texts: readonly ThemeText[] }
  | { readonly what: 'similar'; readonly text: string; readonly most: number }
)
