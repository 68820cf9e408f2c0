/** What opinion groups tell. No event holds words or votes. */
export type OpinionsEvent =
  /** The groups of a venue were computed anew: fetch them. At most once in two seconds for each venue. */
  { type: 'opinions.changed'; facts: { venueId: string; revision: number } }

/** The facts of each event that may travel to browsers. */
export const TRAVELS = { 'opinions.changed': ['revision'] } as const
