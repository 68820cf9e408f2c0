import type { Phase } from './contract.ts'

/** What jams tell, on the topic of their venue. No event holds words: ids and keys only.
 *  Privacy: `personId` of an event (who acted) never leaves the server; TRAVELS lists the facts that may go to browsers. */
export type JamEvent =
  /** A jam has come into another phase, by its clock or by hand, or from a file into its own. `until`: when that phase ends by plan (ISO 8601), or null. */
  | { type: 'jam.moved'; facts: { jamId: string; phase: Phase; until: string | null } }
  /** Something everybody sees of a jam has changed: fetch it anew. `what` says which part, for those who only need one. */
  | { type: 'jam.changed'; facts: { jamId: string; what: 'settings' | 'forums' | 'end' } }

/** The facts of each event that may travel to browsers. */
export const TRAVELS = {
  'jam.moved': ['jamId', 'phase', 'until'],
  'jam.changed': ['jamId', 'what'],
} as const
