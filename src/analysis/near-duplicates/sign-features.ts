import { seededRandom } from '../seeded-random.ts'

/** Number of hash functions of a signature, and their banding: 20 bands of 4. Two sets of Jaccard similarity s share a
 *  band with probability 1 - (1 - s^4)^20: .94 at s = .6, .996 at .7. */
export const permutations = 80
export const bands = 20
export const rowsOfBand = permutations / bands

export type MinHash = {
  /** Writes the 80 smallest hash values of the set into `signatures` from `offset` on. */
  sign(features: Uint32Array, signatures: Uint32Array, offset: number): void
}

/**
 * MinHash: the share of equal places in two signatures estimates the Jaccard similarity of the sets, with a standard
 * deviation of at most .056. The hash functions are x -> a x + b modulo 2^32 with a odd, drawn from the seed.
 * Source: Broder 1997, "On the resemblance and containment of documents".
 */
export function openMinHash(seed: number): MinHash {
  const random = seededRandom(seed)
  const draw = (): number => Math.floor(random() * 2 ** 32)
  const factors = Uint32Array.from({ length: permutations }, () => draw() | 1)
  const shifts = Uint32Array.from({ length: permutations }, draw)
  return {
    sign(features, signatures, offset) {
      for (let row = 0; row < permutations; row++) {
        signatures[offset + row] = smallest(features, factors[row] as number, shifts[row] as number)
      }
    },
  }
}

function smallest(features: Uint32Array, factor: number, shift: number): number {
  let least = 0xffffffff
  for (let at = 0; at < features.length; at++) {
    const value = (Math.imul(features[at] as number, factor) + shift) >>> 0
    if (value < least) least = value
  }
  return least
}
