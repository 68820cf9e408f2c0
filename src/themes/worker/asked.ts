import type { themes } from '../../analysis/index.ts'

/** A contribution or reply as the threads are given it: `root` is the contribution of its thread. `theme` is where that
 *  stands (of a reply always null), `settled` whether a computation or a host has put it there. */
export type ThemeText = {
  readonly id: string
  readonly root: string
  readonly text: string
  readonly author: string | null
  readonly language: string
  readonly group: string | null
  readonly theme: string | null
  readonly settled: boolean
}

/** Where a contribution stands; null: in no theme. */
export type Stands = { readonly id: string; readonly theme: string | null }

/** Everything a computation needs beside the texts. `moved`: contributions that no computation has put where they stand.
 *  Ids of themes are those of the rows. */
export type ComputeAsked = {
  readonly constraints: readonly themes.Constraint[]
  readonly pinned: readonly themes.PinnedTheme[]
  readonly themes: readonly { readonly id: string; readonly label: string }[]
  readonly moved: readonly Stands[]
}

/** A theme as it was found: at least one contribution stands in it. */
export type FoundTheme = {
  readonly id: string
  readonly label: string
  readonly language: string
  readonly voices: readonly { readonly id: string; readonly root: string; readonly sentence: string }[]
  readonly subthemes: readonly { readonly label: string }[]
}

/** Where a contribution was found to stand. */
export type FoundPlace = Stands & { readonly subtheme: string | null }

/** `places`: only those contributions that stood elsewhere before, or stand by no computation. */
export type Found = {
  readonly themes: readonly FoundTheme[]
  readonly places: readonly FoundPlace[]
  readonly changes: readonly themes.ThemeChange[]
  readonly telling: readonly themes.TellingWords[]
}

/** What became of the texts of a conversation: new ones, such as have other words now, and such as are gone. */
export type News = { readonly texts: readonly ThemeText[]; readonly gone: readonly string[] }

type Told = { readonly what: 'take'; readonly news: News } | { readonly what: 'forget' }

/** What is asked of the thread that computes. */
export type ComputeQuestion = { readonly venueId: string } & (
  | Told
  | { readonly what: 'compute'; readonly asked: ComputeAsked }
)

/** What is asked of the thread that finds. */
export type FindQuestion = { readonly venueId: string } & (
  | Told
  | { readonly what: 'stand'; readonly stands: readonly Stands[]; readonly telling?: readonly themes.TellingWords[] }
  | { readonly what: 'place'; readonly ids: readonly string[] }
  | { readonly what: 'similar'; readonly text: string; readonly most: number }
)
