import type { VoteMatrix } from './vote-matrix.ts'

/** So many votes make a person count, or as many as there are statements. */
const LEAST_VOTES = 7
/** With fewer people than this who count, those with the most votes are taken in as well. */
const LEAST_PEOPLE = 15

/** Who counts: 1 for each participant with min(7, number of statements) votes, and for everybody who counted before
 *  (`before`, 1 each); while they are fewer than 15, the participants with the most votes are added, of two with as many
 *  the earlier one. Somebody without a vote never counts. */
export function countParticipants(votes: VoteMatrix, before?: Uint8Array): Uint8Array {
  const least = Math.max(1, Math.min(LEAST_VOTES, votes.statements))
  const counts = Uint32Array.from({ length: votes.participants }, (_, p) => votesOf(votes, p))
  const counted = Uint8Array.from(counts, (count, p) => (count >= least || (before?.[p] === 1 && count > 0) ? 1 : 0))
  const missing = LEAST_PEOPLE - counted.reduce((sum, one) => sum + one, 0)
  if (missing <= 0) return counted
  const others = [...counts.keys()].filter((p) => counted[p] === 0 && (counts[p] ?? 0) > 0)
  others.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  for (const p of others.slice(0, missing)) counted[p] = 1
  return counted
}

/** How many statements a participant has voted on, passes included. */
export function votesOf({ offsets }: VoteMatrix, participant: number): number {
  return (offsets[participant + 1] ?? 0) - (offsets[participant] ?? 0)
}
