/** What `make` gives: made at the first call, the same from then on. One that throws is made anew at the next call. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
