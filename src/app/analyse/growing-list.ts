type Typed = Uint32Array | Float64Array | Int8Array

/** A typed array that grows: tens of millions of numbers without an object for each. */
export type GrowingList<T extends Typed> = {
  push(value: number): void
  /** What was pushed, as it is now. */
  taken(): T
}

const FIRST_SIZE = 1024

/** An empty list of the given kind, such as `growingList((size) => new Uint32Array(size))`. */
export function growingList<T extends Typed>(make: (size: number) => T): GrowingList<T> {
  let list = make(FIRST_SIZE)
  let length = 0
  return {
    push(value) {
      if (length === list.length) {
        const larger = make(2 * length)
        larger.set(list)
        list = larger
      }
      list[length++] = value
    },
    taken: () => list.subarray(0, length) as T,
  }
}
