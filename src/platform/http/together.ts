import type { FastifyRequest } from 'fastify'
import { type Contract, notFound, Refusal } from '../../kernel/index.ts'
import type { Tx } from '../transaction.ts'
import type { Ctx } from './context.ts'
import type { Mounting } from './mounting.ts'
import type { Together, TogetherAsked } from './route.ts'

type Input = Record<string, unknown>
type Waiting = {
  readonly request: FastifyRequest
  readonly input: Input
  resolve(answer: unknown): void
  reject(error: unknown): void
}
type Lane = { waiting: Waiting[]; serving: number }

/** More at once would have the first of them wait for the last. */
const MOST = 32
/** While one transaction waits for PostgreSQL, another is made up. */
const AT_ONCE = 2

/** The same person asks twice: the second time is answered after the first. */
const LATER: unique symbol = Symbol('later')

/** Answers all who ask for the same place at once in one transaction, and whoever asks meanwhile in the next. What fails for
 *  all is tried again for each alone, so that nobody fails for another. */
export function openTogether(handler: Together<Contract>, mounting: Mounting) {
  const lanes = new Map<string, Lane>()

  function go(place: string, lane: Lane): void {
    while (lane.serving < AT_ONCE && lane.waiting.length > 0) {
      lane.serving += 1
      void serve(place, takeFrom(lane)).then((later) => {
        lane.waiting.unshift(...later)
        lane.serving -= 1
        if (lane.serving === 0 && lane.waiting.length === 0) lanes.delete(place)
        else go(place, lane)
      })
    }
  }

  /** Gives those who have to wait for the next time. Never throws. */
  async function serve(place: string, taken: readonly Waiting[]): Promise<Waiting[]> {
    try {
      const opening = [
        mounting.openingTogether(
          taken.map(({ request }) => request),
          place,
        ),
      ]
      const answers = await mounting.database.transaction(
        { role: 'app', opening },
        (tx) => answerAll(tx, place, taken),
        { ahead: handler.ahead?.(place) },
      )
      for (const [at, { resolve, reject }] of taken.entries()) {
        const answer = answers[at]
        if (answer instanceof Refusal) reject(answer)
        else if (answer !== LATER) resolve(answer)
      }
      return taken.filter((_waiting, at) => answers[at] === LATER)
    } catch (error) {
      if (taken.length > 1) return (await Promise.all(taken.map((one) => serve(place, [one])))).flat()
      taken[0]?.reject(error)
      return []
    }
  }

  /** In the order of those taken: an answer, a refusal, or LATER. */
  async function answerAll(tx: Tx, place: string, taken: readonly Waiting[]): Promise<unknown[]> {
    const askers = mounting.askersOf(tx.opened[0])
    const people = new Set<string>()
    const decided = taken.map((waiting, at): Decided => {
      const asker = askers[at]
      const personId = asker?.actor?.personId
      if (!asker?.actor || !personId) return new Refusal('sign-in.needed', { status: 401 })
      if (people.has(personId)) return LATER
      people.add(personId)
      const say = mounting.sayFor(asker.actor.locale)
      waiting.request.say = say
      const ctx: Ctx = { actor: { ...asker.actor, personId }, tx, now: tx.now, say }
      return asker.sees ? { ctx, hosts: asker.hosts, input: waiting.input as never } : notFound()
    })
    const asked = decided.filter(isAsked)
    const answers = asked.length > 0 ? await handler.together(tx, place, asked) : []
    return decided.map((one) => (isAsked(one) ? answers[asked.indexOf(one)] : one))
  }

  return (request: FastifyRequest, input: Input): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const place = handler.place(input as never)
      const lane = lanes.get(place) ?? { waiting: [], serving: 0 }
      lanes.set(place, lane)
      lane.waiting.push({ request, input, resolve, reject })
      go(place, lane)
    })
}

type Decided = TogetherAsked<Contract> | Refusal | typeof LATER
const isAsked = (decided: Decided): decided is TogetherAsked<Contract> =>
  decided !== LATER && !(decided instanceof Refusal)

/** Those who wait longest, each session once. */
function takeFrom(lane: Lane): Waiting[] {
  const sessions = new Set<string>()
  const taken: Waiting[] = []
  lane.waiting = lane.waiting.filter((waiting) => {
    const session = waiting.request.sessionHash?.toString('hex') ?? ''
    if (taken.length >= MOST || sessions.has(session)) return true
    sessions.add(session)
    taken.push(waiting)
    return false
  })
  return taken
}
