/** A contribution as the thread is given it; no words: it was taken back. */
export type AskedText = { readonly id: string; readonly text: string }

/** What the thread found: `origin` is the contribution that it is nearly the same as, null where there is none. */
export type FoundText = { readonly id: string; readonly origin: string | null }

/** What is asked of the thread. `fill` gives it the contributions that stand for themselves, in the order of writing. */
export type Asked = {
  readonly what: 'fill' | 'look'
  readonly venueId: string
  readonly texts: readonly AskedText[]
}
