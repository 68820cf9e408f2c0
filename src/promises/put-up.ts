import { addForum, createVenue, setVenue } from '../conversation/index.ts'
import { newId, type Tx } from '../platform/index.ts'
import { findStandingIdeas } from '../rating/index.ts'
import { completeAnswers } from './complete-answers.ts'
import { makePromise } from './rules/promise-clock.ts'
import { endOfDay, insertNote, insertPromise } from './store/promises.ts'
import { holdJamToAnswer, insertLedger, type JamToAnswer, type NewMatter, saveMatters } from './store/putting-up.ts'
import { tell } from './tell.ts'

/** An edition of the report is published: these themes of it wait for an answer now, in its
 *  order, and the ideas of the jam (role jobs). The first time the
 *  jam's own promise, to answer by the day of its card, begins. */
export async function putUpForAnswer(tx: Tx, jamId: string, themes: readonly NewMatter[]): Promise<void> {
  const jam = await holdJamToAnswer(tx, jamId)
  if (!jam) return
  await saveMatters(tx, jamId, [...themes, ...(await ideasToAnswer(tx, jamId))])
  if (jam.venueId === null) await beginLedger(tx, jamId, jam)
  await tell(tx, { type: 'decisions.changed', facts: { jamId } }, null)
  // After its matters, as who signs does: an answer that binds at this moment is counted here, or counts what stands now.
  // An edition that hosts publish when everything was answered is followed by one that says so.
  await completeAnswers(tx, jamId, null)
}

async function ideasToAnswer(tx: Tx, jamId: string): Promise<NewMatter[]> {
  const ideas = await findStandingIdeas(tx, jamId)
  return ideas.map(({ id, sentence }) => ({ kind: 'idea', subjectId: id, name: sentence }))
}

async function beginLedger(tx: Tx, jamId: string, { hubId, hubs, guests, promiseBy }: JamToAnswer): Promise<void> {
  const [venueId, forumId] = [newId(), newId()]
  await createVenue(tx, { id: venueId, kind: 'ledger', hubId, hostId: null })
  await setVenue(tx, { id: venueId, hubs, guests, visible: true, accepts: 'replies' })
  await addForum(tx, { id: forumId, venueId, title: 'Promises', question: '', hosts: [] })
  await insertLedger(tx, jamId, { venueId, forumId })
  if (promiseBy === null) return
  // What was due before anybody here could answer (a jam that came from a file) is not held against those who decided.
  const dueAt = await endOfDay(tx, jamId, promiseBy)
  if (dueAt <= tx.now) return
  const clock = makePromise(dueAt, tx.now)
  const promise = { id: newId(), jamId, matterId: null, decisionId: null, owner: null, due: promiseBy, clock }
  await insertPromise(tx, promise)
  const note = { id: newId(), promiseId: promise.id, jamId, reason: null, by: null, threadId: null }
  await insertNote(tx, { ...note, kind: 'made', at: tx.now })
}
