/** A fact in the past tense, told in the transaction that made it true. `topics` are `kind:id` (at most 20), `facts` hold
 *  ids, numbers and keys, never a person's words. `personId` is who acted; absent when a clock did. */
export type NewEvent = {
  readonly type: string
  readonly topics: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
  readonly personId?: string | null
}

/** An event that has its place in the one order of everything. Positions are consecutive and start at 1. */
export type SequencedEvent = {
  readonly id: string
  readonly position: number
  readonly type: string
  readonly topics: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
  readonly personId: string | null
  readonly at: Date
}
