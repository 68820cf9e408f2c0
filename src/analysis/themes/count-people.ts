import type { TextEntry } from './theme-types.ts'

/** Counts the distinct people behind texts given by their positions. */
export type CountPeople = (positions: Iterable<number>) => number

/**
 * A counter for these texts: distinct authors. A text without author adds nobody, as nobody knows whether it is one
 * person more; but where no text at all has an author, each counts as one person, or there would be no themes.
 */
export function countPeopleOf(entries: readonly TextEntry[]): CountPeople {
  const numbers = new Map<string, number>()
  const authorOf = Int32Array.from(entries, ({ author }) => {
    if (author === undefined) return -1
    const number = numbers.get(author) ?? numbers.size
    numbers.set(author, number)
    return number
  })
  const seenAt = new Int32Array(numbers.size)
  let round = 0
  return (positions) => {
    round++
    let people = 0
    for (const position of positions) {
      const author = authorOf[position] ?? -1
      if (numbers.size === 0) people++
      else if (author >= 0 && seenAt[author] !== round) {
        seenAt[author] = round
        people++
      }
    }
    return people
  }
}
