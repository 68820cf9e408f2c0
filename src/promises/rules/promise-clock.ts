/** Where a promise stands. *Late* is what the clock says of one that was neither kept nor given up by its day. */
export const STATES = ['open', 'in-progress', 'kept', 'late', 'broken', 'replaced'] as const
export type PromiseState = (typeof STATES)[number]

/** What happened to a promise, as everybody reads it in its history. */
export const NOTES = ['made', 'progress', 'reminded', 'late', 'sponsor-told', 'kept', 'broken', 'replaced'] as const
export type NoteKind = (typeof NOTES)[number]

/** What the clock of a promise knows. `told`: how many of its three steps were made (reminded, late, sponsor told);
 *  `nextAt`: when the next one is due, null when none is. */
export type PromiseClock = {
  readonly state: PromiseState
  readonly dueAt: Date
  readonly told: number
  readonly nextAt: Date | null
}

export type PromiseEvent =
  | { readonly type: 'clock' }
  | { readonly type: 'progress' }
  | { readonly type: 'settle'; readonly as: 'kept' | 'broken' | 'replaced' }

export type PromiseNote = { readonly kind: NoteKind; readonly at: Date }
export type PromiseOutcome =
  | { readonly ok: true; readonly promise: PromiseClock; readonly notes: readonly PromiseNote[] }
  | { readonly ok: false; readonly because: string }

const DAY_MS = 86_400_000
/** The owner hears of it so long before its day, those who decide so long after it. */
export const REMIND_BEFORE_DAYS = 7
export const TELL_SPONSOR_AFTER_DAYS = 7

const STEPS: readonly { readonly kind: 'reminded' | 'late' | 'sponsor-told'; readonly afterDueMs: number }[] = [
  { kind: 'reminded', afterDueMs: -REMIND_BEFORE_DAYS * DAY_MS },
  { kind: 'late', afterDueMs: 0 },
  { kind: 'sponsor-told', afterDueMs: TELL_SPONSOR_AFTER_DAYS * DAY_MS },
]

/** A promise as it is made. One that is due within a week needs no reminder before its day. */
export function makePromise(dueAt: Date, now: Date): PromiseClock {
  const told = dueAt.getTime() - REMIND_BEFORE_DAYS * DAY_MS <= now.getTime() ? 1 : 0
  return { state: 'open', dueAt, told, nextAt: stepAt(dueAt, told) }
}

/** The one way a promise changes; a late clock and a person's hand give the same result in either order. Telling how it goes
 *  leaves the steps of the clock to the clock, which tells people of each. After a promise is settled it makes none any more:
 *  what it should already have done is done first. `now` is the database's clock. */
export function applyToPromise(promise: PromiseClock, event: PromiseEvent, now: Date): PromiseOutcome {
  if (event.type === 'clock') return { ok: true, ...settle(promise, now) }
  if (isSettled(promise.state)) return { ok: false, because: 'promise.settled' }
  if (event.type === 'progress')
    return { ok: true, promise: inProgress(promise), notes: [{ kind: 'progress', at: now }] }
  const settled = settle(promise, now)
  const ended: PromiseClock = { ...settled.promise, state: event.as, nextAt: null }
  return { ok: true, promise: ended, notes: [...settled.notes, { kind: event.as, at: now }] }
}

/** Kept, broken and replaced promises stay what they are. */
export function isSettled(state: PromiseState): boolean {
  return state === 'kept' || state === 'broken' || state === 'replaced'
}

function inProgress(promise: PromiseClock): PromiseClock {
  return promise.state === 'open' ? { ...promise, state: 'in-progress' } : promise
}

/** Ticks until nothing is due: a server that was away makes every step, each at the time it was due. */
function settle(promise: PromiseClock, now: Date): { promise: PromiseClock; notes: PromiseNote[] } {
  const notes: PromiseNote[] = []
  let at = promise
  for (let step = STEPS[at.told]; step && at.nextAt && at.nextAt <= now; step = STEPS[at.told]) {
    notes.push({ kind: step.kind, at: at.nextAt })
    const state = step.kind === 'late' ? 'late' : at.state
    at = { ...at, state, told: at.told + 1, nextAt: stepAt(at.dueAt, at.told + 1) }
  }
  return { promise: at, notes }
}

function stepAt(dueAt: Date, told: number): Date | null {
  const step = STEPS[told]
  return step ? new Date(dueAt.getTime() + step.afterDueMs) : null
}
