import { type Actor, allowed, type Decision, refused } from '../../kernel/index.ts'
import { isSettled, type PromiseState } from './promise-clock.ts'

/** What decisions about the answers of a jam need to know of it. `decides`: the actor is among those who sign. */
export type Answering = {
  readonly phase: 'prepare' | 'discuss' | 'rate' | 'report' | 'archive'
  readonly hosting: boolean
  readonly decides: boolean
}

const isOver = ({ phase }: Answering): boolean => phase === 'report' || phase === 'archive'

/** Hosts and owners say who decides, at any time; every change stays to be seen. */
export function mayNameDeciders(actor: Actor, jam: Answering): Decision {
  return actor.personId && (actor.owner || jam.hosting) ? allowed : refused('decision.only-hosts-name')
}

/** Several prepare: hosts, owners and those who decide; once the jam is over. */
export function mayPrepare(actor: Actor, jam: Answering): Decision {
  if (!actor.personId || !(actor.owner || jam.hosting || jam.decides)) return refused('decision.only-preparers')
  return isOver(jam) ? allowed : refused('decision.after-the-end')
}

/** Only who is named signs; being an owner or a host is not enough. */
export function maySign(actor: Actor, jam: Answering): Decision {
  if (!actor.personId || !jam.decides) return refused('decision.only-deciders-sign')
  return isOver(jam) ? allowed : refused('decision.after-the-end')
}

export type Written = {
  readonly version: number
  readonly answer: string
  readonly owner: string | null
  readonly due: string | null
  readonly changeReason: string | null
}
export type Before = { readonly version: number; readonly signed: boolean }

/** A new version of an answer. `before`: the latest one; `today`: the day where the jam is. What somebody has signed is
 *  changed with a reason alone, and nobody writes over what they have not read. */
export function mayWrite(written: Written, before: Before, today: string): Decision {
  if (written.version !== before.version) return refused('decision.changed-meanwhile')
  if (before.signed && !written.changeReason) return refused('decision.change-needs-reason')
  if (written.answer === 'decline') return allowed
  if (!written.owner) return refused('decision.needs-owner')
  if (!written.due) return refused('decision.needs-due')
  return written.due < today ? refused('decision.due-ahead') : allowed
}

/** A promise that begins to bind is still ahead: its day may have passed since it was written. `today`: where the jam is. What
 *  binds already can be signed on. */
export function mayBind({ due, boundAt }: { due: string | null; boundAt: string | null }, today: string): Decision {
  return boundAt === null && due !== null && due < today ? refused('decision.due-ahead') : allowed
}

/** What a decision about a promise needs. `isCard`: it is the jam's own, to answer everything. */
export type PromiseToKeep = {
  readonly state: PromiseState
  readonly owns: boolean
  readonly decides: boolean
  readonly isCard: boolean
}

/** Who keeps a promise, and those who made it, tell how it goes. */
export function mayTell(actor: Actor, promise: PromiseToKeep): Decision {
  if (!actor.personId || !(promise.owns || promise.decides)) return refused('promise.only-owner')
  return isSettled(promise.state) ? refused('promise.settled') : allowed
}

/** The jam's own promise is kept by answering, not by saying so. */
export function maySettle(actor: Actor, promise: PromiseToKeep): Decision {
  const tell = mayTell(actor, promise)
  if (!tell.ok) return tell
  return promise.isCard ? refused('promise.kept-by-answering') : allowed
}
