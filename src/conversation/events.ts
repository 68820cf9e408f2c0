/** A contribution or a reply that stands in a forum no more. */
export type Gone = { readonly forumId: string; readonly what: 'contributions' | 'replies' }

/** What conversation tells. No event holds words: ids, counts and keys only.
 *  Privacy: `personId` of an event (who acted) never leaves the server; TRAVELS lists the facts that may go to browsers. */
export type ConversationEvent =
  /** A contribution stands in a forum. `seed`: put there by hosts before the opening, counts no person. */
  | { type: 'contribution.posted'; facts: { id: string; venueId: string; forumId: string; seed: boolean } }
  /** A reply stands in a thread. The counts are those of the thread's root and of the answered reply, with the revisions they belong to. */
  | {
      type: 'reply.posted'
      facts: {
        id: string
        venueId: string
        forumId: string
        threadId: string
        parentId: string
        number: number
        replies: number
        rootRevision: number
        parentReplies: number
        parentRevision: number
      }
    }
  /** The votes of one contribution as they stand now. `change` is how many votes there are more (-1, 0, 1). */
  | {
      type: 'contribution.voted'
      facts: {
        id: string
        venueId: string
        agree: number
        disagree: number
        pass: number
        revision: number
        change: number
      }
    }
  /** Edited, retracted or its language corrected: fetch it anew. `gone`: retracted, where it stood and as what. */
  | {
      type: 'contribution.changed'
      facts: { id: string; venueId: string; threadId: string; revision: number; gone?: Gone }
    }
  /** It stands in another fold now, or in none: fetch it anew. */
  | { type: 'contribution.folded'; facts: { id: string; venueId: string; threadId: string; revision: number } }
  /** The counts of a venue after a batch of the above. */
  | { type: 'venue.counted'; facts: VenueCounted }
  /** Who may read a venue changed: streams are checked again. */
  | { type: 'venue.audience-changed'; facts: { venueId: string } }

export type VenueCounted = {
  venueId: string
  people: number
  writers: number
  guests: number
  hubs: number
  contributions: number
  replies: number
  votes: number
}

/** The facts of each event that may travel to browsers. */
export const TRAVELS = {
  'contribution.posted': ['id', 'forumId'],
  'reply.posted': [
    'id',
    'threadId',
    'parentId',
    'number',
    'replies',
    'rootRevision',
    'parentReplies',
    'parentRevision',
  ],
  'contribution.voted': ['id', 'agree', 'disagree', 'pass', 'revision'],
  'contribution.changed': ['id', 'threadId', 'revision'],
  'contribution.folded': ['id', 'threadId', 'revision'],
  'venue.counted': ['people', 'writers', 'guests', 'hubs', 'contributions', 'replies', 'votes'],
} as const
