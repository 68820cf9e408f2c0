import { grown } from './band-table.ts'
import { mostKept } from './compare-features.ts'

const firstRoom = 1 << 16

/** The features of each form one behind the other; of long ones the smallest `mostKept`. At most 2 kB a form. */
export type FormPool = {
  push(features: Uint32Array): void
  at(form: number): Uint32Array
}

export function openFormPool(): FormPool {
  let pool = new Uint32Array(firstRoom)
  let ends = new Uint32Array(1024)
  let forms = 0
  return {
    push(features) {
      const kept = features.subarray(0, mostKept)
      const start = ends[forms] as number
      if (start + kept.length > pool.length) pool = grown(pool, pool.length * 2)
      if (forms + 2 > ends.length) ends = grown(ends, ends.length * 2)
      pool.set(kept, start)
      ends[++forms] = start + kept.length
    },
    at(form) {
      return pool.subarray(ends[form], ends[form + 1])
    },
  }
}
