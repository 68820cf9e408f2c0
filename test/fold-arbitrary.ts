import type { ContributionLine, FoldActLine, NearLine, PersonLine } from '../src/jams/rules/jam-format.ts'
import type { Dice } from './idea-arbitrary.ts'

const instant = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()
const list = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at))

export function makeNear(dice: Dice, roots: ContributionLine[]): NearLine[] {
  const [origin] = roots
  return roots
    .slice(1)
    .filter(() => dice.chance())
    .map(({ id }) => ({ type: 'near-duplicate', contribution: id, origin: origin?.id ?? id }))
}

export function makeActs(dice: Dice, roots: ContributionLine[], people: PersonLine[]): FoldActLine[] {
  if (roots.length === 0) return []
  return list(dice.below(4), (at) => {
    const isUndone = dice.chance()
    return {
      type: 'fold-act',
      id: dice.id(),
      kind: dice.of(['fold', 'apart', 'alone'] as const),
      contributions: [...new Set([dice.of(roots).id, dice.of(roots).id])],
      by: dice.of(people).id,
      at: instant(91_000 + at),
      undoneAt: isUndone ? instant(92_000 + at) : null,
      undoneBy: isUndone ? dice.of(people).id : null,
    }
  })
}
