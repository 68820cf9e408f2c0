import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type Contract, Refusal } from '../../kernel/index.ts'
import type { Database, Principal, TransactionOptions } from '../database.ts'
import type { Ctx, Say } from './context.ts'
import { claimIntention, hashOf, type Intention, KEY_PATTERN, keepReference } from './idempotency.ts'
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
  return { summary, ...(params && { params }), ...(query && { querystring: query }), ...(body && { body }) }
}

/** Runs work in a transaction with the asker's rights; refuses a session that has ended. */
async function asAsker<T>(
  mounting: Mounting,
  request: FastifyRequest,
  work: (ctx: Ctx<Actor>) => Promise<T>,
  options: TransactionOptions & { signedIn: boolean },
): Promise<T> {
  const principal: Principal = { role: 'app', opening: mounting.opening(request) }
  return mounting.database.transaction(
    principal,
    async (tx) => {
      const actor = mounting.actorOf(tx.opened)
      if (options.signedIn && !actor.personId) throw new Refusal('sign-in.needed', { status: 401 })
      const say = mounting.sayFor(actor.personId ? actor.locale : mounting.localeOf(request))
      return work({ actor, tx, now: tx.now, say })
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
    return send(reply, await asAsker(mounting, request, read, { readOnly: true, signedIn }))
  }
  if ('write' in handler) {
    const write = (ctx: Ctx<Actor>) => once(given, ctx as Ctx, handler, input)
    return send(reply, await asAsker(mounting, request, write, { signedIn }))
  }
  return handler.exchange({
    input: input as never,
    request,
    reply,
    database: mounting.database,
    say: mounting.sayFor(mounting.localeOf(request)),
    inTransaction: (work, options) =>
      asAsker(mounting, request, (ctx) => work(ctx as Ctx), { ...options, signedIn }),
  })
}

/** One effect for one intention: a repeated request gets the view of the first one's result. */
async function once(given: Answering, ctx: Ctx, handler: Write<Contract>, input: AnyInput): Promise<unknown> {
  if (given.route.contract.exempt) return handler.show(ctx, await handler.write(ctx, input as never), input as never)
  const intention: Intention = {
    personId: ctx.actor.personId,
    route: `${given.route.method} ${given.route.path}`,
    key: keyOf(given.request),
    bodyHash: hashOf(input),
  }
  const earlier = await claimIntention(ctx.tx, intention)
  if (earlier !== undefined) return handler.show(ctx, earlier, input as never)
  const reference = await handler.write(ctx, input as never)
  await keepReference(ctx.tx, intention, reference)
  return handler.show(ctx, reference, input as never)
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
