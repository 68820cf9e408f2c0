import { randomBytes } from 'node:crypto'
import { LEAST_PEOPLE } from '../kernel/index.ts'
import type { Database, Tx } from '../platform/index.ts'
import { enqueueCounting } from './enqueue-counting.ts'
import { arrangeAnew } from './find-counted-rating.ts'
import { keepPlaces } from './keep-places.ts'
import type { NameBallot } from './name-ballot.ts'
import { arrangeResults } from './rules/arrange-results.ts'
import { openPairs, openTally, ratesAny, talliesOf } from './rules/count-ratings.ts'
import { measureIdeas, pointsOf, rankIdeas } from './rules/rank-ideas.ts'
import {
  type Answered,
  closeBox,
  findRatedIdeas,
  findVoters,
  findWork,
  forgetBallots,
  giveBack,
  holdBoxToCount,
  insertBox,
  readAnswers,
  savePairs,
  saveResults,
  saveTallies,
  type Voter,
} from './store/counting.ts'
import { tell } from './tell.ts'

const SALT_BYTES = 32
const LOOKED_AT_ONCE = 1_000

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

async function countIn({ nameBallot }: Counting, tx: Tx, jamId: string): Promise<void> {
  const salt = await holdBoxToCount(tx, jamId)
  if (!salt) return
  // PostgreSQL reads answers while names are made here.
  const [voters, { ideas, slices }] = await Promise.all([
    findVoters(tx, jamId).then((everybody) => named(everybody, (id) => nameBallot(salt, id))),
    readAll(tx, jamId),
  ])
  const forgetting = forgetBallots(tx, jamId)
  forgetting.catch(() => {}) // waited for below, where something else may fail first
  const tally = openTally(ideas)
  let [people, simulated] = [0, 0]
  await inTurns(slices, ({ name, answers }) => {
    const voter = voters.get(name)
    tally.add(answers, voter ?? NOBODY)
    if (!ratesAny(answers)) return
    people += 1
    if (voter?.simulated) simulated += 1
  })
  const counted = tally.counted()
  const tallies = counted.map(({ idea, counts }) => ({ idea, tallies: talliesOf(counts) }))
  const measures = measureIdeas(tallies, people)
  const enough = [...measures].filter(([, measure]) => measure.people >= LEAST_PEOPLE)
  const pairing = openPairs(ideas, new Map(enough.map(([id, measure]) => [id, pointsOf(measure)])))
  await inTurns(slices, ({ answers }) => pairing.add(answers))
  const pairs = pairing.pairs()
  await Promise.all([
    forgetting,
    saveTallies(tx, jamId, counted),
    savePairs(tx, jamId, pairs),
    saveResults(tx, jamId, arrangeResults(rankIdeas(measures, pairs), tally.parts())),
    closeBox(tx, jamId, { people, simulated }),
  ])
  await tell(tx, { type: 'rating.counted', facts: { jamId } }, null)
}

/** A ballot of somebody who is gone counts; for no group and no hub. */
const NOBODY = { group: null, hub: null }

async function readAll(tx: Tx, jamId: string): Promise<{ ideas: string[]; slices: Answered[][] }> {
  const ideas = await findRatedIdeas(tx, jamId)
  return { ideas, slices: await readAnswers(tx, jamId, { ideas }) }
}

/** Of an organisation of hundreds of thousands this takes seconds: whatever else the server does has its turn in between. */
async function inTurns<T>(slices: readonly (readonly T[])[], look: (one: T) => void): Promise<void> {
  for (const slice of slices) {
    for (const [at, one] of slice.entries()) {
      if (at % LOOKED_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
      look(one)
    }
  }
}

/** Whose a ballot is, is found by naming everybody's; it is known as long as the transaction lasts. */
async function named(
  voters: readonly Voter[],
  nameOf: (personId: string) => string,
): Promise<ReadonlyMap<string, Voter>> {
  const all = new Map<string, Voter>()
  await inTurns([voters], (voter) => all.set(nameOf(voter.id), voter))
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
