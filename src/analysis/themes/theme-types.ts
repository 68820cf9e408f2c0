/** One text to be themed. `author` is whoever counts as one person; `group` and `stance` are facets over which
 *  representatives are spread; `language` is a BCP 47 primary tag and is detected where it is absent; `vector` is
 *  the text in the space of an `Embedder`: where all texts of a language have one, their themes are made by it. An
 *  id given twice replaces nothing: the first text stays. */
export type TextEntry = {
  readonly id: string
  readonly text: string
  readonly author?: string | undefined
  readonly language?: string | undefined
  readonly group?: string | undefined
  readonly stance?: string | undefined
  readonly vector?: Float32Array | undefined
}

/** A strong tie between two texts, such as a reply: weight 1 counts like the tie to a neighbour with the same words.
 *  Ties across languages and to unknown ids are passed over. */
export type TextTie = { readonly from: string; readonly to: string; readonly weight: number }

/** Two texts that always or never share a theme. In a list the later wins over the earlier that it contradicts. */
export type Constraint = { readonly kind: 'must-link' | 'cannot-link'; readonly a: string; readonly b: string }

/** A theme that somebody has named or wants kept: it keeps its id while one of its texts is in a theme. */
export type PinnedTheme = { readonly theme: string; readonly name?: string | undefined }

/** A constraint that could not be honoured: a later one contradicts it, or one of its texts is unknown, or the two
 *  stand in different languages. */
export type IgnoredConstraint = Constraint & { readonly because: 'contradicted' | 'unknown-text' | 'two-languages' }

/** What to compute with. The same texts in the same order, options and seed give the same result. */
export type ThemesOptions = {
  readonly seed: number
  /** Neighbours of a text in the graph; 15 when absent. */
  readonly neighbours?: number | undefined
  /** Distinct people below which a community is no theme; 5 when absent. A text without author counts as one more
   *  here. */
  readonly leastPeople?: number | undefined
  /** A number of themes per language to aim for; found from the texts when absent. */
  readonly wantedThemes?: number | undefined
  /** Languages to expect, as in `detectLanguage`. */
  readonly likelyLanguages?: readonly string[] | undefined
  /** Words of no language (names of the organisation, of the conversation) that must not shape themes. */
  readonly ignoredWords?: readonly string[] | undefined
  readonly onProgress?: ((step: ThemeStep, share: number) => void) | undefined
  /** Makes the id of a theme that is born; t1, t2, ... when absent. */
  readonly newId?: (() => string) | undefined
}

/** The steps of a computation, in their order; `share` in the callback is that of all work done, in [0, 1]. */
export type ThemeStep = 'weights' | 'neighbours' | 'communities' | 'labels' | 'matching'

/** A sentence of a real text: `start` and `end` are positions in UTF-16 units of the text with this id, so that
 *  `text.slice(start, end)` is `sentence`. */
export type Representative = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly sentence: string
}

/** What is common to a theme and a theme within it. `size` counts texts, `people` distinct authors (texts, where no
 *  text of the whole corpus has an author; a text without author adds nobody otherwise). `cohesion` is the mean
 *  cosine of its texts to their centroid, in [0, 1]. `label` has at most three words; `words` are the ten that tell
 *  most. */
export type ThemeBody = {
  readonly label: string
  readonly words: readonly string[]
  readonly size: number
  readonly people: number
  readonly cohesion: number
  readonly representatives: readonly Representative[]
}

/** A theme within a theme; its id is that of the theme, a point and a number. */
export type Subtheme = ThemeBody & { readonly id: string }

/** A theme: its id stays over computations while at least half of it stays. `name` is the pinned one. */
export type Theme = ThemeBody & {
  readonly id: string
  readonly language: string
  readonly name?: string | undefined
  readonly isPinned: boolean
  readonly subthemes: readonly Subtheme[]
}

/** What became of the themes since the computation before; sizes are texts, shares in [0, 1] of the texts in both. */
export type ThemeChange =
  | { readonly kind: 'born'; readonly theme: string; readonly size: number }
  | { readonly kind: 'grew'; readonly theme: string; readonly from: number; readonly to: number }
  | { readonly kind: 'shrank'; readonly theme: string; readonly from: number; readonly to: number }
  | { readonly kind: 'split'; readonly theme: string; readonly into: readonly ThemePart[] }
  | { readonly kind: 'merged'; readonly theme: string; readonly from: readonly ThemePart[] }
  | { readonly kind: 'renamed'; readonly theme: string; readonly from: string; readonly to: string }
  | { readonly kind: 'faded'; readonly theme: string; readonly size: number; readonly label: string }

/** Part of a theme that went to or came from another: texts in both, and their share of the theme that split or
 *  came. */
export type ThemePart = { readonly theme: string; readonly texts: number; readonly share: number }

/** A computation. Positions in `themeOf` and `subthemeOf` are those of `ids`; -1 is unsorted (or without a
 *  subtheme). `themeOf` holds positions in `themes`, `subthemeOf` positions in the `subthemes` of that theme.
 *  `coverage` is the share of texts in a theme. */
export type ThemeResult = {
  readonly ids: readonly string[]
  readonly languages: readonly string[]
  readonly themes: readonly Theme[]
  readonly themeOf: Int32Array
  readonly subthemeOf: Int32Array
  readonly coverage: number
  readonly changes: readonly ThemeChange[]
  readonly ignored: readonly IgnoredConstraint[]
}

/** Where a text would stand before the next computation; no theme when nothing is near. `confidence` is the share of
 *  the vote of its neighbours, in [0, 1]. */
export type Placement = { readonly theme: string | undefined; readonly confidence: number }

/** A text like the one asked for: `similarity` is the cosine of their weighted words (of spans of at most 40 words
 *  where a text is longer), in [0, 1]. */
export type SimilarText = { readonly id: string; readonly similarity: number }

/** The themes that stand and where each text stands in them: by an earlier computation, or by people since. */
export type Standing = {
  readonly themes: readonly { readonly id: string; readonly label: string }[]
  /** Undefined: in none, or not known. */
  themeOf(id: string): string | undefined
}

/** How much the words of a language tell of subjects, where not all tell the same: a factor for each stem. */
export type TellingWords = {
  readonly language: string
  readonly stems: readonly string[]
  readonly factors: Float64Array
}

/** What lives with one conversation, in a worker: it keeps the texts' words in typed arrays, not the computation. */
export type OpenThemes = {
  /** Takes texts; they are themed by the next `compute`. */
  add(texts: readonly TextEntry[]): void
  /** Gives texts that are there other words, in the same language. */
  replace(texts: readonly TextEntry[]): void
  /** Takes texts away: their place in `ids` stays as an empty id without a theme, so that all others keep theirs. */
  remove(ids: readonly string[]): void
  addTies(ties: readonly TextTie[]): void
  /** Replaces all constraints. */
  setConstraints(constraints: readonly Constraint[]): void
  /** Replaces all pins. A pin of an unknown theme waits for it. */
  setPinned(pinned: readonly PinnedTheme[]): void
  /** Says what the next computation begins from, instead of the one before: after a restart, or when people moved
   *  texts. */
  setStanding(standing: Standing): void
  compute(): ThemeResult
  /** For a finder: the words of each language, as the last computation weighed them. */
  tellingWords(): readonly TellingWords[]
}

/** A text that can be found by another like it. */
export type TextToFind = { readonly id: string; readonly text: string; readonly language: string }

/** Finds texts of one conversation, apart from its computation, so that it answers while that is under way. */
export type Finder = {
  /** Takes texts and finds them at once. An id given again has its new words. */
  put(texts: readonly TextToFind[]): void
  remove(ids: readonly string[]): void
  /** How much words tell when a text is placed; all the same where it was never said. */
  tell(words: readonly TellingWords[]): void
  /** A provisional theme for a text that is there: where most of those like it stand. `themeOf`: null for a text in no
   *  theme, undefined for one that no computation has placed yet, which does not vote. */
  place(id: string, themeOf: (id: string) => string | null | undefined): Placement
  /** The `most` most similar texts, best first, ties by order of arrival; of the same language. */
  similar(text: string, most: number, about?: TextAsked): SimilarText[]
}

/** What is known of a text that is asked about: its language, and the id under which it is already there. */
export type TextAsked = {
  readonly language?: string | undefined
  readonly exceptId?: string | undefined
}

/** A model an operator brings: one vector of one length for each text, in the order of the texts. */
export type Embedder = { embed(texts: readonly string[]): Promise<readonly Float32Array[]> }
