/** What folds tell. No event holds words: ids, counts and instants only. */
export type FoldsEvent =
  /** A fold as it stands now: all its counts, with the revision they belong to. `texts` 0: it is no more. */
  {
    type: 'folds.changed'
    facts: {
      id: string
      venueId: string
      texts: number
      writers: number
      people: number | null
      campaign: { people: number; from: string; isByFew: boolean } | null
      revision: number
    }
  }

/** The facts of each event that may travel to browsers. */
export const TRAVELS = {
  'folds.changed': ['id', 'texts', 'writers', 'people', 'campaign', 'revision'],
} as const
