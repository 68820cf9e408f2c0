/** What promises tell, on the topic of the jam's venue. No event holds words: ids and counts only. */
export type PromisesEvent =
  /** An answer was written, signed, or who decides has changed: fetch them anew. */
  | { type: 'decisions.changed'; facts: { jamId: string } }
  /** Everything that waits for an answer has one that binds; again with each that changes later. */
  | { type: 'decisions.complete'; facts: { jamId: string } }
  /** A promise has come into another state, or something was told of it. */
  | { type: 'promise.changed'; facts: { jamId: string; promiseId: string } }
  /** So many days after everything was answered it was looked at what became of the promises. */
  | { type: 'promises.checked'; facts: { jamId: string; days: number } }

/** The facts of each event that may travel to browsers. */
export const TRAVELS = {
  'decisions.changed': ['jamId'],
  'decisions.complete': ['jamId'],
  'promise.changed': ['jamId', 'promiseId'],
  'promises.checked': ['jamId', 'days'],
} as const
