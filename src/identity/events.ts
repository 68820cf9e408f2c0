/** What identity tells. No event holds an address, a name or a secret.
 *  Privacy: `personId` is personal and never leaves the server; it serves to cut streams and to refresh one's own tabs. */
export type IdentityEvent =
  /** A session is over (signed out, ended from elsewhere, password changed): its streams are cut. Topics session:ID, person:ID. */
  | { type: 'session.ended'; facts: { sessionId: string; personId: string } }
  /** Somebody new is here. Topic person:ID. */
  | { type: 'person.made'; facts: { personId: string; guest: boolean } }
  /** Name, language or time zone changed: fetch it anew. Topic person:ID. */
  | { type: 'profile.changed'; facts: { personId: string } }

/** Event types after which the streams of a session are checked at once. */
export const SESSION_REVOCATIONS = ['session.ended'] as const
