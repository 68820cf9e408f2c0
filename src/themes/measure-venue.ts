import type { Database, Tx } from '../platform/index.ts'
import { findGroupVotes, findMeasuredAt, findMeasuredTexts, findWords, saveMeasures } from './store/measuring.ts'
import { tell } from './tell.ts'
import type { MeasureAsked } from './worker/measure-asked.ts'
import { measureVoices } from './worker/measure-voices.ts'

/** Up to so many contributions small voices are looked for each time, */
const FEW = 3_000
/** above that so often. */
const LOOK_EVERY_MS = 10 * 60_000

/** Measures a venue after its themes were computed: what rises, what is least heard, what is open, small voices.
 *  It computes where it is called: for the server, in the thread of figures. */
export async function measureVenue(database: Database, venueId: string): Promise<void> {
  const asked = await database.transaction({ role: 'jobs' }, (tx) => readAll(tx, venueId), {
    readOnly: true,
    patient: true,
    snapshot: true,
  })
  const measured = measureVoices(asked)
  await database.transaction({ role: 'jobs' }, async (tx) => {
    const revision = await saveMeasures(tx, venueId, measured)
    if (revision !== null) await tell(tx, { type: 'themes.changed', facts: { venueId, revision } })
  })
}

async function readAll(tx: Tx, venueId: string): Promise<MeasureAsked> {
  const texts = await findMeasuredTexts(tx, venueId)
  const votes = await findGroupVotes(tx, venueId)
  const lookedAt = await findMeasuredAt(tx, venueId)
  const roots = texts.filter(({ parent }) => parent === null).length
  const isDue = roots <= FEW || !lookedAt || tx.now.getTime() - lookedAt.getTime() >= LOOK_EVERY_MS
  return { texts, votes, words: isDue ? await findWords(tx, venueId) : null, nowMs: tx.now.getTime() }
}
