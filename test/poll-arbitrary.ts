import type { ContributionLine, PersonLine } from '../src/jams/rules/jam-format.ts'
import type { PollLine } from '../src/jams/rules/poll-lines.ts'
import type { Dice } from './idea-arbitrary.ts'

const instant = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()

/** Polls in threads and about themes: open ones, one that too few voted in, and counted ones. */
export function makePolls(dice: Dice, contributions: ContributionLine[], people: PersonLine[]): PollLine[] {
  const threads = contributions.filter(({ parent }) => parent === null)
  return Array.from({ length: dice.below(4) }, (_, n): PollLine => {
    const place = threads.length > 0 && dice.chance() ? 'thread' : 'theme'
    const options = Array.from({ length: 2 + dice.below(4) }, () => dice.words(200))
    const asks = { place, of: place === 'thread' ? dice.of(threads).id : dice.id() } as const
    const asked = { by: dice.chance() ? dice.of(people).id : null, askedAt: instant(70_000 + n), endsAt: instant(9e10) }
    const kind = dice.of(['single', 'several', 'ranked'] as const)
    const poll = { type: 'poll', id: dice.id(), ...asks, kind, question: dice.words(300), options, ...asked } as const
    if (dice.chance()) return { ...poll, endedAt: null, endedBy: null, countedAt: null, result: null }
    const rows = options.map((__, option) => ({ option, rank: dice.of([null, 1 + option]), votes: dice.of([null, 7]) }))
    const result = dice.chance() ? { people: 9, options: rows } : null
    return {
      ...poll,
      endedAt: instant(75_000),
      endedBy: dice.of(['clock', 'host', 'jam']),
      countedAt: instant(75_001),
      result,
    }
  })
}
