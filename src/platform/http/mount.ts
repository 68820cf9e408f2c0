import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type Contract, Nothing, Refusal } from '../../kernel/index.ts'
import type { Database, Principal, TransactionOptions } from '../database.ts'
import type { Ctx, Say } from './context.ts'
import {
  type Earlier,
  findEarlier,
  hashOf,
  isRepeated,
  KEY_PATTERN,
  keepReference,
  referenceOf,
} from './idempotency.ts'
import { ensureOwnOrigin } from './origin.ts'
import { type Handler, JsonText, type Route, type Write } from './route.ts'

/** What the composition root gives to every route. `opening` makes the trusted SQL that finds who asks (see database.ts),
 *  `actorOf` reads its row. */
export type Mounting = {
  readonly database: Database
  readonly publicUrl: URL
  opening(request: FastifyRequest): string
  actorOf(opened: unknown): Actor
  sayFor(locale: string): Say
  localeOf(request: FastifyRequest): string
}

type AnyInput = Record<string, unknown>

/** Mounts the routes of all modules: origin, sign-in, validation, one transaction, idempotency, answer. */
export function mount(app: FastifyInstance, routes: readonly Route[], mounting: Mounting): void {
  for (const route of routes) {
    const { contract, handler } = route
    const mutates = route.method !== 'GET'
    app.route({
      method: route.method,
      url: route.path,
      schema: schemaOf(contract),
      config: { contract },
      preValidation: async (request) => {
        if (mutates) ensureOwnOrigin(request.headers.origin, mounting.publicUrl)
        if (contract.access !== 'anyone' && !request.sessionHash) throw new Refusal('sign-in.needed', { status: 401 })
        if (mutates && !contract.exempt) keyOf(request)
      },
      handler: async (request, reply) => answer({ route, handler, request, reply, mounting }),
    })
  }
}

function schemaOf(contract: Contract): object {
  const { params, query, body, summary } = contract
  return { summary, querystring: query ?? Nothing, ...(params && { params }), ...(body && { body }) }
}

type Asking = TransactionOptions & { readonly signedIn: boolean; readonly alsoFind?: string }

/** Runs work in a transaction with the asker's rights; refuses a session that has ended. `alsoFind`: one more statement
 *  of the opening, its row comes as `found`. */
async function asAsker<T>(
  { mounting, request }: Pick<Answering, 'mounting' | 'request'>,
  work: (ctx: Ctx<Actor>, found: unknown) => Promise<T>,
  { signedIn, alsoFind, ...options }: Asking,
): Promise<T> {
  const opening = [mounting.opening(request), ...(alsoFind ? [alsoFind] : [])]
  const principal: Principal = { role: 'app', opening }
  return mounting.database.transaction(
    principal,
    async (tx) => {
      const actor = mounting.actorOf(tx.opened[0])
      if (signedIn && !actor.personId) throw new Refusal('sign-in.needed', { status: 401 })
      const say = mounting.sayFor(actor.personId ? actor.locale : mounting.localeOf(request))
      request.say = say
      return work({ actor, tx, now: tx.now, say }, tx.opened[1])
    },
    options,
  )
}

type Answering = {
  route: Route
  handler: Handler<Contract>
  request: FastifyRequest
  reply: FastifyReply
  mounting: Mounting
}

async function answer(given: Answering): Promise<unknown> {
  const { handler, request, reply, mounting, route } = given
  const signedIn = route.contract.access !== 'anyone'
  const input = { ...(request.params as AnyInput), ...(request.query as AnyInput), ...(request.body as AnyInput) }
  reply.header('cache-control', 'no-store')
  if ('read' in handler) {
    const read = (ctx: Ctx<Actor>) => handler.read(ctx as Ctx, input as never)
    return send(reply, await asAsker(given, read, { readOnly: true, signedIn }))
  }
  if ('write' in handler) return send(reply, await writeOnce(given, handler, input))
  return handler.exchange({
    input: input as never,
    request,
    reply,
    database: mounting.database,
    say: mounting.sayFor(mounting.localeOf(request)),
    inTransaction: (work, options) => asAsker(given, (ctx) => work(ctx as Ctx), { ...options, signedIn }),
  })
}

/** One effect for one intention. A repeated request is answered with the view of the first one's result; one that ran
 *  beside the first, and failed or was refused because of it, is answered so too. */
async function writeOnce(given: Answering, handler: Write<Contract>, input: AnyInput): Promise<unknown> {
  if (given.route.contract.exempt) {
    const exempt = async (ctx: Ctx<Actor>) =>
      handler.show(ctx as Ctx, await handler.write(ctx as Ctx, input as never), input as never)
    return asAsker(given, exempt, { signedIn: given.route.contract.access !== 'anyone' })
  }
  const route = `${given.route.method} ${given.route.path}`
  const key = keyOf(given.request)
  const asking = { signedIn: true, alsoFind: findEarlier(route, key) }
  const bodyHash = hashOf(input)
  const attempt = (again: { readonly failed?: unknown }) =>
    asAsker(
      given,
      async (ctx, found) => {
        if (found) return handler.show(ctx as Ctx, referenceOf(found as Earlier, bodyHash), input as never)
        if ('failed' in again) throw again.failed
        const reference = await handler.write(ctx as Ctx, input as never)
        keepReference(ctx.tx, { personId: (ctx as Ctx).actor.personId, route, key, bodyHash }, reference)
        return handler.show(ctx as Ctx, reference, input as never)
      },
      asking,
    )
  try {
    return await attempt({})
  } catch (error) {
    if (!isRepeated(error) && !(error instanceof Refusal && error.status !== 401)) throw error
    return attempt({ failed: error })
  }
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) throw new Refusal('idempotency.key-needed', { status: 400 })
  return key
}

function send(reply: FastifyReply, result: unknown): FastifyReply {
  reply.type('application/json; charset=utf-8')
  return reply.send(result instanceof JsonText ? result.text : JSON.stringify(result))
}
