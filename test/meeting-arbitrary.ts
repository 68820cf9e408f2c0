import type { ContributionLine, PersonLine } from '../src/jams/rules/jam-format.ts'
import type { MeetingLine } from '../src/jams/rules/meeting-lines.ts'
import type { Dice } from './idea-arbitrary.ts'

const instant = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()

/** A meeting or none, at which some of what nobody wrote was said. */
export function makeMeetings(dice: Dice, contributions: ContributionLine[], people: PersonLine[]): MeetingLine[] {
  const said = contributions.filter(({ parent, author }) => parent === null && author === null)
  const [first] = said
  if (!first || dice.chance()) return []
  return [
    {
      ...({ type: 'meeting', id: dice.id(), forum: first.forum, people: dice.of([null, 5, 140]) } as const),
      ...{
        place: dice.words(120),
        day: '2026-01-02',
        by: dice.chance() ? dice.of(people).id : null,
        at: instant(60_000),
      },
      contributions: said.map(({ id }) => id).toSorted(),
    },
  ]
}
