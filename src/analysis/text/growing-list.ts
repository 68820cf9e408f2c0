/** A list of whole numbers in a typed array that doubles when it is full: 4 bytes a number instead of a boxed one. */
export type GrowingList = { values: Int32Array; length: number }

export function growingList(room = 16): GrowingList {
  return { values: new Int32Array(room), length: 0 }
}

export function append(list: GrowingList, value: number): void {
  if (list.length === list.values.length) {
    const wider = new Int32Array(list.values.length * 2)
    wider.set(list.values)
    list.values = wider
  }
  list.values[list.length++] = value
}
