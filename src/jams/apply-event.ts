import { setVenue } from '../conversation/index.ts'
import { Refusal } from '../kernel/index.ts'
import { enqueue, newId, type Tx } from '../platform/index.ts'
import { clockOf } from './find-jam.ts'
import { applyToJam, type Change, endOf, type JamClock, type JamEvent } from './rules/phase.ts'
import { insertChange } from './store/changes.ts'
import { saveClock, type WholeJamRow } from './store/jams.ts'
import { tell } from './tell.ts'

/** What is wrong with what was asked for, not with who asked or when. */
const OF_THE_INPUT = new Set(['jam.extend-later', 'jam.dates.too-far', 'jam.only-forward'])

/** The name of the task that moves one jam when its clock says so. */
export const MOVE_JAM = 'move-jam'

/** Lets an event happen to a jam that is held: its new state, the lines everybody sees, what its venue accepts, its next
 *  clock and the news of it, all in this transaction. Throws Refusal when the phase machine says no. */
export async function applyEvent(
  tx: Tx,
  given: { row: WholeJamRow; event: JamEvent; personId: string | null },
): Promise<JamClock> {
  const { row, event, personId } = given
  const outcome = applyToJam(clockOf(row), event, tx.now)
  if (!outcome.ok) throw new Refusal(outcome.because, { status: OF_THE_INPUT.has(outcome.because) ? 422 : 403 })
  await saveMachine(tx, row, outcome.jam)
  for (const change of outcome.changes) {
    await insertChange(tx, { ...change, id: newId(), jamId: row.id, personId })
    await tellChange(tx, row.id, { change, personId })
  }
  return outcome.jam
}

/** Keeps where the machine stands, and lets the venue and the clock follow. Does nothing when nothing is new. */
export async function saveMachine(tx: Tx, row: WholeJamRow, jam: JamClock): Promise<void> {
  const before = clockOf(row)
  if (isSame(before, jam)) return
  await saveClock(tx, row.id, jam)
  if (jam.phase !== 'prepare') await setVenue(tx, { id: row.id, ...venueIn(jam) })
  await setAlarm(tx, row.id, jam.nextAt)
}

/** Has the clock ring at this time; an earlier alarm of the same jam is replaced. */
export async function setAlarm(tx: Tx, jamId: string, at: Date | null): Promise<void> {
  if (at) await enqueue(tx, { task: MOVE_JAM, payload: { jamId }, runAt: at, key: `${MOVE_JAM}:${jamId}` })
}

/** What a venue accepts in a phase, and until when: the clock refuses even before it has moved the phase. */
function venueIn(jam: JamClock) {
  const accepts = jam.phase === 'discuss' ? 'everything' : jam.phase === 'rate' ? 'replies' : 'nothing'
  const acceptsUntil = accepts === 'nothing' ? null : endOf(jam.phase, jam.plan)
  return { visible: true, accepts, acceptsUntil } as const
}

function isSame(one: JamClock, other: JamClock): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

async function tellChange(tx: Tx, jamId: string, told: { change: Change; personId: string | null }): Promise<void> {
  const { change } = told
  const personId = change.byClock ? null : told.personId
  if (change.kind === 'extended') return tell(tx, { type: 'jam.changed', facts: { jamId, what: 'end' } }, personId)
  const until = change.until?.toISOString() ?? null
  await tell(tx, { type: 'jam.moved', facts: { jamId, phase: change.phase, until } }, personId)
}
