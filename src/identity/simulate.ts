import { hashToken, newId, newToken, type Tx } from '../platform/index.ts'
import { insertSimulated, type SimulatedPerson } from './store/people.ts'
import { insertSession } from './store/sessions.ts'

/** A simulation is over sooner; what its process leaves behind ends by itself. */
const SIMULATED_HOURS = 6
const HOUR_MS = 3_600_000

/** Makes people of a demonstration or a rehearsal (role jobs). They have no address, sign in nowhere, belong to no hub and
 *  are marked for good; nobody is told of them. */
export async function makeSimulated(tx: Tx, people: readonly SimulatedPerson[]): Promise<void> {
  await insertSimulated(tx, people)
}

/** Opens a session for each of these simulated people, whose tokens only the caller knows (role jobs). In their order. */
export async function openSimulated(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const expiresAt = new Date(tx.now.getTime() + SIMULATED_HOURS * HOUR_MS)
  const tokens = personIds.map(newToken)
  const open = (personId: string, at: number) =>
    insertSession(tx, { id: newId(), tokenHash: hashToken(tokens[at] ?? ''), personId, agent: 'simulated', expiresAt })
  await Promise.all(personIds.map(open))
  return tokens
}
