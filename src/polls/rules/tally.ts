import { hideUntil, isFew, LEAST_PEOPLE } from '../../kernel/index.ts'
import type { PollKind, PollResult } from '../contract.ts'

/** How many chose an option; in a ranked poll how many put it before the one that follows, null for the last. */
export type Chosen = { readonly option: number; readonly rank: number; readonly votes: number | null }

/** What may be shown of a poll: nothing about fewer than five people, not by taking away either. Undefined: fewer than five
 *  voted. `chosen`: in their order. */
export function showResult(kind: PollKind, people: number, chosen: readonly Chosen[]): PollResult | undefined {
  if (people < LEAST_PEOPLE) return undefined
  const hidden = kind === 'single' ? hiddenOfOne(chosen) : hiddenOfSides(people, chosen)
  const options = chosen.map(({ option, rank, votes }) => {
    const isHidden = hidden.has(option)
    return { option, rank: isHidden && kind !== 'ranked' ? null : rank, votes: isHidden ? null : votes }
  })
  return { people, options: options.toSorted((a, b) => (a.rank ?? chosen.length + 1) - (b.rank ?? chosen.length + 1)) }
}

/** Everybody chose one: what is hidden adds up to five and more, over two options at least, or it would follow from the rest. */
function hiddenOfOne(chosen: readonly Chosen[]): Set<number> {
  const hidden = chosen.filter(({ votes }) => isFew(votes ?? 0))
  const told = chosen.filter(({ votes }) => votes !== null && votes >= LEAST_PEOPLE)
  const isEnough = (those: readonly Chosen[]): boolean =>
    those.length === 0 || (those.length > 1 && those.reduce((all, { votes }) => all + (votes ?? 0), 0) >= LEAST_PEOPLE)
  hideUntil(isEnough, { told, hidden })
  return new Set(hidden.map(({ option }) => option))
}

/** Each number has another side: those who did not. */
function hiddenOfSides(people: number, chosen: readonly Chosen[]): Set<number> {
  const isTold = ({ votes }: Chosen) => votes === null || !(isFew(votes) || isFew(people - votes))
  return new Set(chosen.filter((one) => !isTold(one)).map(({ option }) => option))
}

/** How often each option was chosen, the most chosen first; equal numbers share a rank. */
export function countChoices(ballots: readonly (readonly number[])[], options: number): Chosen[] {
  const votes = Array.from({ length: options }, () => 0)
  for (const choice of ballots.flat()) votes[choice] = (votes[choice] ?? 0) + 1
  return votes
    .map((count, option) => ({ option, votes: count, rank: 1 + votes.filter((other) => other > count).length }))
    .toSorted((a, b) => a.rank - b.rank || a.option - b.option)
}

/** Of each two options how many put the one before the other: `duels[a][b]` people have a before b. What somebody did not
 *  rank comes after all she ranked, and is level among itself. */
export function countDuels(ballots: readonly (readonly number[])[], options: number): number[][] {
  const all = [...Array(options).keys()]
  const duels = all.map(() => all.map(() => 0))
  for (const ballot of ballots) {
    const place = all.map((option) => (ballot.includes(option) ? ballot.indexOf(option) : options))
    for (const a of all) for (const b of all) if ((place[a] ?? 0) < (place[b] ?? 0)) add(duels, a, b)
  }
  return duels
}

function add(duels: number[][], a: number, b: number): void {
  const row = duels[a]
  if (row) row[b] = (row[b] ?? 0) + 1
}

/** The options in the order that was counted (those that are level together), each held against the next. */
export function arrangeRanking(
  ranking: readonly (readonly number[])[],
  duels: readonly (readonly number[])[],
): Chosen[] {
  let rank = 1
  const rows = ranking.flatMap((level) => {
    const same = level.toSorted((a, b) => a - b).map((option) => ({ option, rank }))
    rank += level.length
    return same
  })
  return rows.map((row, at) => {
    const next = rows[at + 1]?.option
    return { ...row, votes: next === undefined ? null : (duels[row.option]?.[next] ?? 0) }
  })
}
