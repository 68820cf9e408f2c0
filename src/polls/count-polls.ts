import type { Database, Tx } from '../platform/index.ts'
import { rankOptions } from './rank-options.ts'
import { countChoices, showResult } from './rules/tally.ts'
import { findBallots, findOver, holdPollToCount, type PollToCount, saveCounted } from './store/counting.ts'
import { tell } from './tell.ts'

const AT_ONCE = 100

/** Counts every poll that is over, each once and in a transaction of its own that holds it: any number of servers may do so
 *  at once, and what one leaves undone the next one does. */
export async function countPollsThatAreOver(database: Database): Promise<void> {
  const over = await database.transaction({ role: 'jobs' }, (tx) => findOver(tx, AT_ONCE), { readOnly: true })
  for (const id of over) await database.transaction({ role: 'jobs' }, (tx) => countPoll(tx, id), { patient: true })
}

async function countPoll(tx: Tx, pollId: string): Promise<void> {
  const poll = await holdPollToCount(tx, pollId)
  if (!poll) return
  const ballots = poll.withdrawn ? [] : await findBallots(tx, pollId)
  const chosen = await chosenIn(poll, ballots)
  const people = ballots.length
  await saveCounted(tx, { pollId, people, result: showResult(poll.kind, people, chosen) ?? null })
  if (!poll.withdrawn) await tell(tx, { type: 'poll.counted', facts: { venueId: poll.venueId, id: pollId } }, null)
}

async function chosenIn({ kind, options }: PollToCount, ballots: number[][]) {
  return kind === 'ranked' ? rankOptions(ballots, options) : countChoices(ballots, options)
}
