import { type Contract, notFound, Refusal } from '../../kernel/index.ts'
import type { Tx } from '../transaction.ts'
import type { Asked } from './as-asker.ts'
import type { Ctx } from './context.ts'
import { keepReferences, mayBeRepeated } from './idempotency.ts'
import type { Mounting } from './mounting.ts'
import type { Together, TogetherAsked, Written } from './route.ts'
import { answerAgain, intentionOf } from './write-once.ts'

type Waiting = { readonly asked: Asked; resolve(answer: unknown): void; reject(error: unknown): void }
type Lane = { waiting: Waiting[]; serving: number }

/** More at once would have the first of them wait for the last. */
const MOST = 32
/** While one transaction waits for PostgreSQL, another is made up, */
const AT_ONCE = 2
/** where so many would share it: each has its price, however few do. */
const WORTH_IT = 4

/** The same person asks twice: the second time is answered after the first. */
const LATER: unique symbol = Symbol('later')

/** Answers all who ask for the same place at once in one transaction, and whoever asks meanwhile in the next. What fails for
 *  all is tried again for each alone, so that nobody fails for another. */
export function openTogether(handler: Together<Contract>, mounting: Mounting) {
  const lanes = new Map<string, Lane>()
  const { show } = handler

  async function go(place: string, lane: Lane): Promise<void> {
    const least = lane.serving === 0 ? 1 : WORTH_IT
    if (lane.serving === AT_ONCE || lane.waiting.length < least) return
    lane.serving += 1
    const later = await serve(place, takeFrom(lane))
    lane.serving -= 1
    lane.waiting.unshift(...later)
    if (lane.waiting.length > 0) goSoon(place, lane)
    else if (lane.serving === 0) lanes.delete(place)
  }

  /** Once all that has arrived is read: who asked in the same moment is answered in the same transaction. */
  const goSoon = (place: string, lane: Lane): void => void setImmediate(go, place, lane)

  /** Gives those who have to wait for the next time. Never throws. */
  async function serve(place: string, taken: readonly Waiting[]): Promise<Waiting[]> {
    try {
      const opening = [
        mounting.openingTogether(
          taken.map(({ asked }) => asked.request),
          place,
        ),
      ]
      const outcomes = await mounting.database.transaction(
        { role: 'app', opening },
        (tx) => answerAll(tx, place, taken),
        { ahead: handler.ahead?.(place) },
      )
      for (const [at, waiting] of taken.entries()) answer(waiting, outcomes[at])
      return taken.filter((_waiting, at) => outcomes[at] === LATER)
    } catch (error) {
      if (taken.length > 1) return (await Promise.all(taken.map((one) => serve(place, [one])))).flat()
      for (const waiting of taken) refuse(waiting, error)
      return []
    }
  }

  function answer(waiting: Waiting, outcome: Outcome | undefined): void {
    if (outcome instanceof Refusal) refuse(waiting, outcome)
    else if (isWritten(outcome)) waiting.resolve(outcome.answer)
  }

  /** Whoever asks again for what she already has is answered with it, and not refused. */
  function refuse({ asked, resolve, reject }: Waiting, error: unknown): void {
    if (show && mayBeRepeated(error)) answerAgain(asked, { show }, error).then(resolve, reject)
    else reject(error)
  }

  /** In the order of those taken: what was written, a refusal, or LATER. */
  async function answerAll(tx: Tx, place: string, taken: readonly Waiting[]): Promise<Outcome[]> {
    const askers = mounting.askersOf(tx.opened[0])
    const people = new Set<string>()
    const decided = taken.map(({ asked: { request, input } }, at): Decided => {
      const asker = askers[at]
      const personId = asker?.actor?.personId
      if (!asker?.actor || !personId) return new Refusal('sign-in.needed', { status: 401 })
      if (people.has(personId)) return LATER
      people.add(personId)
      const say = mounting.sayFor(asker.actor.locale)
      request.say = say
      const ctx: Ctx = { actor: { ...asker.actor, personId }, tx, now: tx.now, say }
      return asker.sees ? { ctx, hosts: asker.hosts, input: input as never } : notFound()
    })
    const asked = decided.filter(isAsked)
    const answers = asked.length > 0 ? await handler.together(tx, place, asked) : []
    const outcomes = decided.map((one) => (isAsked(one) ? (answers[asked.indexOf(one)] as Outcome) : one))
    const kept = taken.flatMap(({ asked }, at) => {
      const one = decided[at]
      const outcome = outcomes[at]
      if (!one || !isAsked(one) || !isWritten(outcome)) return []
      outcome.answer.catch(() => {}) // its error is the commit's, which throws it
      return show ? { ...intentionOf(asked), personId: one.ctx.actor.personId, reference: outcome.reference } : []
    })
    if (kept.length > 0) keepReferences(tx, kept)
    return outcomes
  }

  return (asked: Asked): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const place = handler.place(asked.input as never)
      const lane = lanes.get(place) ?? { waiting: [], serving: 0 }
      lanes.set(place, lane)
      lane.waiting.push({ asked, resolve, reject })
      goSoon(place, lane)
    })
}

type Outcome = Written<unknown> | Refusal | typeof LATER
const isWritten = (outcome: Outcome | undefined): outcome is Written<unknown> =>
  outcome !== undefined && outcome !== LATER && !(outcome instanceof Refusal)
type Decided = TogetherAsked<Contract> | Refusal | typeof LATER
const isAsked = (decided: Decided): decided is TogetherAsked<Contract> =>
  decided !== LATER && !(decided instanceof Refusal)

/** Those who wait longest, each session once. */
function takeFrom(lane: Lane): Waiting[] {
  const sessions = new Set<string>()
  const taken: Waiting[] = []
  lane.waiting = lane.waiting.filter((waiting) => {
    const session = waiting.asked.request.sessionHash?.toString('hex') ?? ''
    if (taken.length >= MOST || sessions.has(session)) return true
    sessions.add(session)
    taken.push(waiting)
    return false
  })
  return taken
}
