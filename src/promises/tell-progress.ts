import { beginThread } from '../conversation/index.ts'
import { ensure, Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import { promiseFor } from './find-answering.ts'
import { maySettle, mayTell } from './rules/may.ts'
import { applyToPromise, type PromiseEvent } from './rules/promise-clock.ts'
import { findLedgerForumFor } from './store/answering.ts'
import { insertNote, type PromiseRow, savePromise } from './store/promises.ts'
import { tell } from './tell.ts'

const TITLE_MAX = 250

/** Tells how a promise goes. What is told begins a thread, in which those who took part in the jam answer. */
export async function tellProgress(ctx: Ctx, input: { promiseId: string; text: string }): Promise<string> {
  const promise = await promiseFor(ctx, input.promiseId, 'hold')
  ensure(mayTell(ctx.actor, toKeep(promise)))
  const threadId = await discuss(ctx, promise, input.text)
  return happen(ctx, promise, { event: { type: 'progress' }, reason: input.text, threadId })
}

/** Says with a reason that a promise is kept, or that it is broken. It stays so. */
export async function settlePromise(
  ctx: Ctx,
  input: { promiseId: string; state: 'kept' | 'broken'; reason: string },
): Promise<string> {
  const promise = await promiseFor(ctx, input.promiseId, 'hold')
  ensure(maySettle(ctx.actor, toKeep(promise)))
  const threadId = await discuss(ctx, promise, input.reason)
  return happen(ctx, promise, { event: { type: 'settle', as: input.state }, reason: input.reason, threadId })
}

/** What decisions about a promise need. */
export function toKeep({ line, owns, decides, isCard }: PromiseRow) {
  return { state: line.state, owns, decides, isCard }
}

async function discuss(ctx: Ctx, { jamId, line, topic }: PromiseRow, text: string): Promise<string | null> {
  const forumId = await findLedgerForumFor(ctx.tx, ctx.actor, jamId)
  if (!forumId) return null
  const title = (topic ?? line.jam.title).slice(0, TITLE_MAX)
  return beginThread(ctx, { forumId, title, body: text.trim() })
}

type Happening = { readonly event: PromiseEvent; readonly reason: string; readonly threadId: string | null }

async function happen(ctx: Ctx, promise: PromiseRow, { event, reason, threadId }: Happening): Promise<string> {
  const { tx, actor, now } = ctx
  const { jamId, clock, line } = promise
  const outcome = applyToPromise(clock, event, now)
  if (!outcome.ok) throw new Refusal(outcome.because)
  await savePromise(tx, line.id, outcome.promise)
  for (const [at, note] of outcome.notes.entries()) {
    const byHand = at === outcome.notes.length - 1
    const said = byHand
      ? { reason: reason.trim(), by: actor.personId, threadId }
      : { reason: null, by: null, threadId: null }
    await insertNote(tx, { ...note, ...said, id: newId(), promiseId: line.id, jamId })
  }
  await tell(tx, { type: 'promise.changed', facts: { jamId, promiseId: line.id } }, actor.personId)
  return line.id
}
