import type { ContributionLine, PersonLine } from '../src/jams/rules/jam-format.ts'
import type { PollLine } from '../src/jams/rules/poll-lines.ts'
import type { ThemeLine, ThemePlaceLine } from '../src/jams/rules/theme-lines.ts'
import type { Dice } from './idea-arbitrary.ts'

const instant = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()

/** Polls in threads and about themes: open ones, one that too few voted in, and counted ones. */
function makePollLines(dice: Dice, contributions: ContributionLine[], people: PersonLine[]): PollLine[] {
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

type Written = {
  readonly contributions: ContributionLine[]
  readonly people: PersonLine[]
  /** The themes that answers are about. */
  readonly answered: string[]
}

/** Polls, and above them the themes that they or answers are about: those that stand still, some of them with contributions in
 *  them. */
export function makePolls(
  dice: Dice,
  { contributions, people, answered }: Written,
): (ThemeLine | ThemePlaceLine | PollLine)[] {
  const polls = makePollLines(dice, contributions, people)
  const asked = [...answered, ...polls.filter(({ place }) => place === 'theme').map(({ of }) => of)]
  const themes = asked
    .filter(() => dice.chance())
    .toSorted()
    .map((id, n): ThemeLine => {
      const shaped = { name: dice.of([null, dice.words(120)]), pinned: dice.chance(), bornAt: instant(50_000 + n) }
      return { type: 'theme', id, language: dice.of(['en', 'de']), label: dice.words(120), ...shaped }
    })
  const roots = contributions.filter(({ parent, retractedAt }) => parent === null && retractedAt === null)
  const places = roots
    .filter(() => themes.length > 0 && dice.chance())
    .map(({ id }): ThemePlaceLine => ({ type: 'theme-place', theme: dice.of(themes).id, contribution: id }))
  const inOrder = ({ theme, contribution }: ThemePlaceLine): string => `${theme} ${contribution}`
  return [...themes, ...places.toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1)), ...polls]
}
