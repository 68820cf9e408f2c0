/** From so many votes on somebody has a place, or from as many as there are statements. */
export const VOTES_NEEDED = 7

type Counted = { readonly voters: number; readonly counted: number; readonly statements: number }

/** How many people voted at all, and how many of them on enough statements to count. One vote for each pair. */
export function countEnough(votes: readonly { readonly person: string; readonly statement: string }[]): Counted {
  const statements = new Set(votes.map(({ statement }) => statement)).size
  const each = new Map<string, number>()
  for (const { person } of votes) each.set(person, (each.get(person) ?? 0) + 1)
  const counted = [...each.values()].filter((count) => count >= votesNeeded(statements)).length
  return { voters: each.size, counted, statements }
}

/** From how many votes on somebody counts. */
export function votesNeeded(statements: number): number {
  return Math.max(1, Math.min(VOTES_NEEDED, statements))
}
