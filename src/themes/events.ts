/** What themes tell. No event holds words: ids, counts and keys only. */
export type ThemesEvent =
  /** The themes of a venue were computed anew, or a host shaped them: fetch the list. `revision` grows with each. */
  | { type: 'themes.changed'; facts: { venueId: string; revision: number } }
  /** New contributions have their provisional themes: at most once a second for each venue. */
  | { type: 'themes.placed'; facts: { venueId: string; revision: number; placed: number } }

/** The facts of each event that may travel to browsers. */
export const TRAVELS = {
  'themes.changed': ['revision'],
  'themes.placed': ['revision', 'placed'],
} as const
