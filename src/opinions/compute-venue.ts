import * as opinion from '../analysis/opinion/index.ts'
import { type Database, emit } from '../platform/ground.ts'
import type { OpinionsEvent } from './events.ts'
import { countEnough } from './rules/count-enough.ts'
import { LEAST_COUNTED, summarise } from './rules/summarise.ts'
import { loadVotes, saveOpinions, type VoteRow } from './store.ts'

const SEED = 1

/** Computes the opinion groups of a venue from all its votes, going on from the former computation. With fewer than 15
 *  people who count, nothing but their number is kept. It computes where it is called: for the server, in a thread. */
export async function computeVenue(database: Database, venueId: string): Promise<void> {
  const { votes, memory, staleAt } = await database.transaction({ role: 'jobs' }, (tx) => loadVotes(tx, venueId), {
    readOnly: true,
    patient: true,
  })
  const ballots = ballotsOf(votes)
  const figures = countEnough(votes)
  const enough = figures.counted >= LEAST_COUNTED
  const found = enough ? opinion.findOpinionGroups(ballots, { seed: SEED, ...(memory && { memory }) }) : null
  const { summary, places } = found ? summarise(found) : { summary: {}, places: [] }
  const counted = found ? found.participants.length : figures.counted
  const kept = { venueId, staleAt, places, memory: found?.memory ?? null, summary: { ...summary, ...figures, counted } }
  await database.transaction({ role: 'jobs' }, async (tx) => {
    const revision = await saveOpinions(tx, kept)
    const event: OpinionsEvent = { type: 'opinions.changed', facts: { venueId, revision } }
    await emit(tx, { ...event, topics: [`venue:${venueId}`] })
  })
}

function ballotsOf(votes: readonly VoteRow[]): opinion.Ballots {
  const participants = [...new Set(votes.map(({ person }) => person))].sort()
  const statements = [...new Set(votes.map(({ statement }) => statement))].sort()
  const whose = new Map(participants.map((id, at) => [id, at]))
  const which = new Map(statements.map((id, at) => [id, at]))
  return {
    participants,
    statements,
    whose: Uint32Array.from(votes, ({ person }) => whose.get(person) ?? 0),
    which: Uint32Array.from(votes, ({ statement }) => which.get(statement) ?? 0),
    values: Int8Array.from(votes, ({ value }) => value),
  }
}
