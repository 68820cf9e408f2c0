import type { IdeaResult } from '../../rating/contract.ts'
import type { CountedPoll, HeldMeeting, MadeIdea, Written } from './corpus.ts'
import type { Edit, Report, Vote } from './report.ts'

/** A theme as it stood when the edition was made. `voices`: real sentences, best first; `ideas`: contributions with the
 *  label of their part, if they stand in one. */
export type MaterialTheme = {
  readonly id: string
  readonly name: string | null
  readonly label: string
  readonly voices: readonly { readonly id: string; readonly sentence: string }[]
  readonly ideas: readonly { readonly id: string; readonly part: string | null }[]
}

export type MaterialPerson = { readonly id: string; readonly hub: string | null; readonly guest: boolean }

/** A statement of the opinion groups: its contribution with the figures that opinions show. */
export type MaterialOpinion = {
  readonly id: string
  readonly share: number
  readonly low: number
  readonly high: number
  readonly votes: number
  readonly groups: Report['opinions'] extends infer O
    ? O extends { common: readonly { groups: infer G }[] }
      ? G
      : never
    : never
}

/** A voice that ranking would pass over, as it was found. `group`: the hub it comes from. */
export type MaterialVoice = {
  readonly reason: Report['voices'][number]['reason']
  readonly theme: string | null
  /** Null: fewer than five. */
  readonly people: number | null
  readonly group: string | null
  readonly ids: readonly string[]
}

/** What came out of rating, as its page shows it. `people` null: fewer than five. `simulated`: see CountedTallies. */
export type MaterialRating = {
  readonly countedAt: string
  readonly people: number | null
  readonly simulated: number | null
  readonly results: readonly Pick<IdeaResult, 'id' | 'rank' | 'people' | 'value' | 'impact' | 'feasibility' | 'helps'>[]
}

/** Everything that an edition is made of. Lists stand in an order of their own, so that the same material gives the same
 *  report: what was written in the order of the jam's file, people and hubs by id. */
export type Material = {
  readonly edition: Report['edition']
  readonly jam: Report['jam']
  readonly written: readonly Written[]
  readonly people: readonly MaterialPerson[]
  readonly hubs: readonly { readonly id: string; readonly name: string; readonly invited: number | null }[]
  readonly invited: number | null
  readonly votes: readonly Vote[]
  readonly themes: readonly MaterialTheme[]
  /** Contributions that say nearly the same, in the order of writing; `campaign`: they came in a burst. */
  readonly folds: readonly { readonly ids: readonly string[]; readonly campaign: boolean }[]
  /** Themes of several languages about one thing. */
  readonly families: readonly { readonly themes: readonly string[] }[]
  readonly opinions: {
    readonly counted: number
    readonly groups: readonly { readonly group: string; readonly people: number }[]
    readonly hidden: number
    readonly common: readonly MaterialOpinion[]
    readonly splits: readonly MaterialOpinion[]
  } | null
  readonly voices: readonly MaterialVoice[]
  /** Those that are over, by the time they were asked. */
  readonly polls: readonly CountedPoll[]
  readonly meetings: readonly HeldMeeting[]
  readonly ideas: readonly MadeIdea[]
  /** Undefined as long as it is not counted. */
  readonly rating?: MaterialRating | undefined
  /** How many others have read a contribution; null: not counted. */
  readonly exposure: readonly { readonly id: string; readonly people: number }[] | null
  readonly log: Report['log']
  readonly edits: readonly Edit[]
  /** What was answered; undefined in an edition without answers. */
  readonly answers?: Report['answers']
  /** What hosts chose about themes, by theme; see rules/review.ts. */
  readonly reviews: Readonly<Record<string, Review>>
}

/** What hosts decided about a theme: another name, statements that are left out or said shorter, quotes left out. */
export type Review = {
  readonly name: string | null
  readonly short: readonly string[]
  readonly dropped: readonly string[]
  readonly quotes: readonly string[]
  readonly signed: { readonly by: string; readonly at: string } | null
}
