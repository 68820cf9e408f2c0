/** A contribution or reply as it is measured. `author` is null for seeds; `theme` is that of its thread, null for none;
 *  `people` have read it. */
export type MeasuredText = {
  readonly id: string
  readonly root: string
  readonly parent: string | null
  readonly kind: string
  readonly author: string | null
  readonly hub: string | null
  readonly zone: string | null
  /** The language of the person's pages. */
  readonly spoken: string | null
  readonly theme: string | null
  readonly seed: boolean
  readonly atMs: number
  readonly agree: number
  readonly disagree: number
  readonly people: number
}

/** How the people of a hub, of a language or of a time zone voted on a contribution. */
export type GroupVotes = {
  readonly id: string
  readonly way: 'hub' | 'spoken' | 'zone'
  readonly group: string
  readonly agree: number
  readonly seen: number
}

/** The words of contributions, where small voices are to be looked for in them. */
export type MeasuredWords = { readonly id: string; readonly text: string; readonly language: string }

export type MeasureAsked = {
  readonly texts: readonly MeasuredText[]
  readonly votes: readonly GroupVotes[]
  /** Null: the small voices of the last time stay. */
  readonly words: readonly MeasuredWords[] | null
  readonly nowMs: number
}

/** Whose a small voice is: one of these, or nobody's in particular. */
export type Whose = {
  readonly hub: string | null
  /** The language of their pages. */
  readonly spoken: string | null
  readonly zone: string | null
}

/** A small voice: why, up to three contributions that carry it, and whose it is where that is five people or more. */
export type MeasuredVoice = Whose & {
  readonly reason: 'pocket' | 'own-support' | 'far-from-all' | 'first-unanswered'
  readonly ids: readonly string[]
  readonly contributions: number
  readonly people: number | null
  readonly theme: string | null
}

/** Shares of all posts, in [0, 1]; null where the group would be fewer than five people. */
export type Activity = {
  readonly people: number
  readonly posts: number
  readonly topHundredth: number | null
  readonly topTenth: number | null
}

export type Measured = {
  readonly lenses: {
    readonly rising: readonly { readonly themeId: string; readonly peopleAnHour: number; readonly usual: number }[]
    readonly leastHeard: readonly { readonly themeId: string; readonly share: number; readonly belowFloor: number }[]
    readonly unresolved: readonly {
      readonly themeId: string
      readonly openQuestions: number
      readonly openObjections: number
      readonly split: boolean
    }[]
  }
  readonly activity: Activity
  readonly small: readonly MeasuredVoice[] | null
}
