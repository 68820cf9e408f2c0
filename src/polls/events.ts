/** What polls tell, on the topic of the jam's venue. No event holds words, and none says who voted. */
export type PollsEvent =
  /** A host asked something, ended or withdrew it: fetch polls anew. */
  | { type: 'poll.changed'; facts: { venueId: string; id: string } }
  /** Somebody voted for the first time or took a vote back; `people`: how many voted so far, null: fewer than five. */
  | { type: 'poll.voted'; facts: { venueId: string; id: string; people: number | null } }
  /** A poll is over and counted: what came out is there. */
  | { type: 'poll.counted'; facts: { venueId: string; id: string } }

/** The facts of each event that may travel to browsers. */
export const TRAVELS = {
  'poll.changed': ['id'],
  'poll.voted': ['id', 'people'],
  'poll.counted': ['id'],
} as const
