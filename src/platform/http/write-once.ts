import type { FastifyRequest } from 'fastify'
import { type Actor, type Contract, Refusal } from '../../kernel/index.ts'
import { type Asked, asAsker } from './as-asker.ts'
import type { Ctx } from './context.ts'
import {
  type Earlier,
  findEarlier,
  hashOf,
  type Intention,
  KEY_PATTERN,
  keepReferences,
  mayBeRepeated,
  referenceOf,
} from './idempotency.ts'
import type { Route, Shows, Write, Written } from './route.ts'

/** Does a request of this route have one effect however often it comes? */
export const keepsIntentions = ({ method, contract }: Pick<Route, 'method' | 'contract'>): boolean =>
  method !== 'GET' && !contract.exempt && !contract.reads

/** Gives the Idempotency-Key of a request. Throws Refusal 400 where it has none. */
export function ensureKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) throw new Refusal('idempotency.key-needed', { status: 400 })
  return key
}

export const intentionOf = ({ route: { method, path }, request, input }: Asked): Intention => ({
  route: `${method} ${path}`,
  key: ensureKey(request),
  bodyHash: hashOf(input),
})

/** One effect for one intention. Nobody looks for an earlier one first: a repeated request fails as a whole where its
 *  intention is kept (or was refused because the first one has its effect), and is then answered with the view of the
 *  first one's result. */
export async function writeOnce(asked: Asked, handler: Write<Contract>): Promise<unknown> {
  const { contract } = asked.route
  const ahead = handler.ahead?.(asked.input as never)
  const write = (ctx: Ctx<Actor>) => handler.write(ctx as Ctx, asked.input as never)
  if (contract.exempt) {
    const exempt = async (ctx: Ctx<Actor>) => shown(ctx as Ctx, await write(ctx))
    return (await asAsker(asked, exempt, { signedIn: contract.access !== 'anyone', ahead })).answer
  }
  const intention = intentionOf(asked)
  const effect = async (ctx: Ctx<Actor>): Promise<Shown> => {
    const written = await write(ctx)
    const reference = typeof written === 'string' ? written : written.reference
    keepReferences(ctx.tx, [{ ...intention, personId: (ctx as Ctx).actor.personId, reference }])
    return shown(ctx as Ctx, written)
  }
  /** A view made by the writing statement comes with the commit: it is handed on, not waited for. */
  async function shown(ctx: Ctx, written: string | Written<unknown>): Promise<Shown> {
    if (typeof written === 'string')
      return { answer: Promise.resolve(await handler.show(ctx, written, asked.input as never)) }
    written.answer.catch(() => {}) // its error is the commit's, which throws it
    return { answer: written.answer }
  }
  try {
    return (await asAsker(asked, effect, { signedIn: true, ahead })).answer
  } catch (error) {
    return answerAgain(asked, handler, error)
  }
}

type Shown = { readonly answer: Promise<unknown> }

/** The view of what the same intention led to before. Throws `error`, which the request failed with, where it led to nothing. */
export async function answerAgain(asked: Asked, { show }: Shows<Contract>, error: unknown): Promise<unknown> {
  if (!mayBeRepeated(error)) throw error
  const intention = intentionOf(asked)
  const again = (ctx: Ctx<Actor>, found: unknown) => {
    if (!found) throw error
    return show(ctx as Ctx, referenceOf(found as Earlier, intention.bodyHash), asked.input as never)
  }
  return asAsker(asked, again, { signedIn: true, alsoFind: findEarlier(intention) })
}
