/** A source of numbers in [0, 1); the same seed gives the same row of numbers on every machine. */
export type Random = () => number

const WARM_UP = 12
const SPREAD = 0x9e3779b9

/** The only chance in this module. `seed` is taken as an integer modulo 2^53; two seeds give unrelated rows. Not for
 *  secrets. Source: Chris Doty-Humphrey's sfc32 (PractRand), 128 bits of state. */
export function seededRandom(seed: number): Random {
  let a = SPREAD
  let b = Math.floor(seed / 2 ** 32) | 0
  let c = seed | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < WARM_UP; round++) next()
  return next
}

/** 0 ... size - 1, each once, in a random order (Fisher and Yates). */
export function shuffledOrder(size: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, at) => at)
  for (let last = size - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
