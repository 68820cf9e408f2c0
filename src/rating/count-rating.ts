import { randomBytes } from 'node:crypto'
import { LEAST_PEOPLE } from '../kernel/index.ts'
import type { Database, Tx } from '../platform/index.ts'
import { enqueueCounting } from './enqueue-counting.ts'
import { arrangeAnew } from './find-counted-rating.ts'
import { keepPlaces } from './keep-places.ts'
import type { NameBallot } from './name-ballot.ts'
import { arrangeResults } from './rules/arrange-results.ts'
import { measureIdeas, pointsOf, rankIdeas } from './rules/rank-ideas.ts'
import {
  type Ballot,
  findBallots,
  findPartSums,
  findVoters,
  findWork,
  forgetBallots,
  giveBack,
  holdBoxToCount,
  insertBox,
  savePairs,
  saveResults,
  saveTallies,
  type Voter,
} from './store/counting.ts'
import { tell } from './tell.ts'

const SALT_BYTES = 32
const NAMED_AT_ONCE = 1_000

export type Counting = { readonly database: Database; readonly nameBallot: NameBallot }

/** Makes the ballot of a jam whose rating has begun; does nothing where there is one. Places of small voices that nobody made
 *  an idea for are given to them first. */
export async function makeBallot(tx: Tx, jamId: string): Promise<void> {
  await keepPlaces(tx, jamId)
  await insertBox(tx, jamId, randomBytes(SALT_BYTES))
}

/** Counts a rating that is over, once: what came out is kept, the single ratings and the way to whose they were are not. */
export async function countRating({ database, nameBallot }: Counting, jamId: string): Promise<void> {
  await database.transaction({ role: 'jobs' }, (tx) => countIn({ database, nameBallot }, tx, jamId), { patient: true })
}

async function countIn({ database, nameBallot }: Counting, tx: Tx, jamId: string): Promise<void> {
  const salt = await holdBoxToCount(tx, jamId)
  if (!salt) return
  // What needs no answer of what comes before it is asked for together: PostgreSQL counts while names are made here.
  const [ballots, everybody] = await Promise.all([findBallots(tx, jamId), findVoters(tx, jamId)])
  const tallying = saveTallies(tx, jamId)
  const voters = (await named(everybody, (id) => nameBallot(salt, id))).filter(({ ballot }) => ballots.has(ballot))
  const people = [...ballots.values()].filter((rates) => rates).length
  const simulated = voters.filter((voter) => voter.simulated && ballots.get(voter.ballot)).length
  // Beside it: nobody changes a ballot any more while the box is held, so what another transaction reads is the same.
  const besides = database.transaction({ role: 'jobs' }, (beside) => findPartSums(beside, jamId, voters), {
    readOnly: true,
    patient: true,
  })
  besides.catch(() => {}) // waited for below, where something else may fail first
  const measures = measureIdeas(await tallying, people)
  const enough = [...measures].filter(([, measure]) => measure.people >= LEAST_PEOPLE)
  const level = enough.map(([id, measure]) => ({ id, points: pointsOf(measure) }))
  const pairs = await savePairs(tx, jamId, level)
  const { groups, hubs } = await besides
  await saveResults(tx, jamId, arrangeResults(rankIdeas(measures, pairs), { groups, hubs }))
  await forgetBallots(tx, jamId, { people, simulated })
  await tell(tx, { type: 'rating.counted', facts: { jamId } }, null)
}

/** Whose a ballot is, is found by naming everybody's; it is known as long as the transaction lasts. Of an organisation of
 *  hundreds of thousands that takes seconds: whatever else the server does has its turn in between. */
async function named(voters: readonly Voter[], nameOf: (personId: string) => string): Promise<Ballot[]> {
  const all: Ballot[] = []
  for (const [at, voter] of voters.entries()) {
    if (at % NAMED_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
    all.push({ ...voter, ballot: nameOf(voter.id) })
  }
  return all
}

/** What no event or job has done: ballots that are missing, hands that nobody goes on with, ratings that are over. */
export async function sweepRatings(counting: Counting): Promise<void> {
  const { database } = counting
  const { make, count, open, arrange } = await database.transaction({ role: 'jobs' }, findWork)
  for (const jamId of make) await database.transaction({ role: 'jobs' }, (tx) => makeBallot(tx, jamId))
  for (const jamId of open) await database.transaction({ role: 'jobs' }, (tx) => giveBack(tx, jamId))
  for (const jamId of arrange)
    await database.transaction({ role: 'jobs' }, async (tx) => saveResults(tx, jamId, await arrangeAnew(tx, jamId)))
  // A request that began before the end may still be under way: counted at once, its answer would be lost.
  for (const jamId of count) await database.transaction({ role: 'jobs' }, (tx) => enqueueCounting(tx, jamId))
}
