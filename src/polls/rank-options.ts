import { arrangeRanking, type Chosen, countDuels } from './rules/tally.ts'

/** Counts a ranked poll by the Schulze method of the library `votes` (docs/decisions/015). It is loaded where something is
 *  counted: the start of a server does not wait for it. */
export async function rankOptions(ballots: readonly (readonly number[])[], options: number): Promise<Chosen[]> {
  const { Schulze } = await import('votes')
  const duels = countDuels(ballots, options)
  const counted = new Schulze({ candidates: duels.map((_, option) => String(option)), array: duels })
  return arrangeRanking(
    counted.ranking().map((level) => level.map(Number)),
    duels,
  )
}
