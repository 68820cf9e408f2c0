import type { TextEntry } from './theme-types.ts'

/** Counts the distinct people behind texts given by their positions. */
export type CountPeople = (positions: Iterable<number>) => number

/** How people are counted. `people` is what is told of a theme: distinct authors; a text without author adds nobody,
 *  as it may be by somebody who is counted already. `voices` decides whether a community is a theme: there each text
 *  without author adds one, or what came without names, such as notes of a meeting, would never have themes. */
export type PeopleCounters = { readonly people: CountPeople; readonly voices: CountPeople }

/** Counters for these texts. Where no text at all has an author, each counts as one person. */
export function countPeopleOf(entries: readonly TextEntry[]): PeopleCounters {
  const numbers = new Map<string, number>()
  const authorOf = Int32Array.from(entries, ({ author }) => {
    if (author === undefined) return -1
    const number = numbers.get(author) ?? numbers.size
    numbers.set(author, number)
    return number
  })
  const isNameless = numbers.size === 0
  return { people: counter(authorOf, isNameless ? 1 : 0), voices: counter(authorOf, 1) }
}

function counter(authorOf: Int32Array, nameless: number): CountPeople {
  const seenAt = new Int32Array(authorOf.length)
  let round = 0
  return (positions) => {
    round++
    let people = 0
    for (const position of positions) {
      const author = authorOf[position] ?? -1
      if (author < 0) people += nameless
      else if (seenAt[author] !== round) {
        seenAt[author] = round
        people++
      }
    }
    return people
  }
}
