import type { EditionLine, PieceLine } from '../src/jams/rules/jam-format.ts'
import type { Dice } from './idea-arbitrary.ts'

const instant = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()

/** Editions of a report, each in one piece; what it says is not looked at before its files are made. */
export function makeEditions(dice: Dice): (EditionLine | PieceLine)[] {
  const editions = Array.from({ length: dice.below(3) }, (_, at): EditionLine => {
    const madeAt = instant(dice.below(1_000_000))
    return { type: 'edition', id: dice.id(), number: at + 1, kind: 'closing', madeAt, pieces: 1 }
  })
  const pieces = editions.map(({ id }): PieceLine => {
    return { type: 'piece', edition: id, number: 1, text: JSON.stringify({ words: dice.words(5) }) }
  })
  return [...editions, ...pieces]
}
