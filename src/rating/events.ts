/** What rating tells, on the topic of the jam's venue. No event holds words, and none says who rated. */
export type RatingEvent =
  /** Ideas of a jam are others than before: fetch them anew. */
  | { type: 'ideas.changed'; facts: { jamId: string; ideaId: string } }
  /** The rating of a jam is counted: its results are there. */
  | { type: 'rating.counted'; facts: { jamId: string } }

/** The facts of each event that may travel to browsers. */
export const TRAVELS = {
  'ideas.changed': ['jamId', 'ideaId'],
  'rating.counted': ['jamId'],
} as const
