import { addForum, createVenue, setVenue } from '../conversation/index.ts'
import { newId, type Tx } from '../platform/index.ts'
import type { LedgerLine } from './rules/answers-format.ts'
import type { JamLine } from './rules/jam-format.ts'
import { insertLedgerLine } from './store/answers.ts'

/** Takes in who decides and what was checked, and makes the place in which promises are discussed: what was said in the one
 *  of the other installation is in no file. */
export async function importLedger(tx: Tx, jam: JamLine, line: LedgerLine): Promise<void> {
  const place = { venueId: newId(), forumId: newId() }
  const { hubs, guests } = jam.audience
  await createVenue(tx, { id: place.venueId, kind: 'ledger', hubId: jam.hub, hostId: null })
  await setVenue(tx, { id: place.venueId, hubs, guests, visible: true, accepts: 'replies' })
  await addForum(tx, { id: place.forumId, venueId: place.venueId, title: 'Promises', question: '', hosts: [] })
  await insertLedgerLine(tx, jam.id, { line, place })
}
