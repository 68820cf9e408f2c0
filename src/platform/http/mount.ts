import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type Contract, Nothing, Refusal } from '../../kernel/index.ts'
import type { Statement } from '../statement.ts'
import type { Principal, TransactionOptions } from '../transaction.ts'
import type { Ctx } from './context.ts'
import {
  type Earlier,
  findEarlier,
  hashOf,
  KEY_PATTERN,
  keepReference,
  mayBeRepeated,
  referenceOf,
} from './idempotency.ts'
import type { Mounting } from './mounting.ts'
import { ensureOwnOrigin } from './origin.ts'
import { type Handler, JsonText, type Route, type Write, type Written } from './route.ts'
import { openTogether } from './together.ts'

type AnyInput = Record<string, unknown>

/** Mounts the routes of all modules: origin, sign-in, validation, one transaction, idempotency, answer. */
export function mount(app: FastifyInstance, routes: readonly Route[], mounting: Mounting): void {
  for (const route of routes) {
    const { contract, handler } = route
    const mutates = route.method !== 'GET'
    const together = 'together' in handler ? openTogether(handler, mounting) : undefined
    app.route({
      method: route.method,
      url: route.path,
      schema: schemaOf(contract),
      config: { contract },
      preValidation: async (request) => {
        if (mutates && !contract.anyOrigin) ensureOwnOrigin(request.headers.origin, mounting.publicUrl)
        if (contract.access !== 'anyone' && !request.sessionHash) throw new Refusal('sign-in.needed', { status: 401 })
        if (mutates && !contract.exempt && !contract.reads) keyOf(request)
      },
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store')
        if (together) return send(reply, await together(request, inputOf(request)))
        return answer({ route, handler, request, reply, mounting })
      },
    })
  }
}

function schemaOf(contract: Contract): object {
  const { params, query, body, summary } = contract
  return { summary, querystring: query ?? Nothing, ...(params && { params }), ...(body && { body }) }
}

type Asking = TransactionOptions & { readonly signedIn: boolean; readonly alsoFind?: Statement }

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
  const input = inputOf(request)
  if ('read' in handler) {
    const read = (ctx: Ctx<Actor>) => handler.read(ctx as Ctx, input as never)
    return send(reply, await asAsker(given, read, { readOnly: true, signedIn, ahead: handler.ahead?.(input as never) }))
  }
  if ('write' in handler) return send(reply, await writeOnce(given, handler, input))
  if ('together' in handler) throw new Error('answered with others')
  return handler.exchange({
    input: input as never,
    request,
    reply,
    database: mounting.database,
    say: mounting.sayFor(mounting.localeOf(request)),
    inTransaction: (work, options) => asAsker(given, (ctx) => work(ctx as Ctx), { ...options, signedIn }),
  })
}

const inputOf = ({ params, query, body }: FastifyRequest): AnyInput => ({
  ...(params as AnyInput),
  ...(query as AnyInput),
  ...(body as AnyInput),
})

/** One effect for one intention. Nobody looks for an earlier one first: a repeated request fails as a whole where its
 *  intention is kept (or was refused because the first one has its effect), and is then answered with the view of the
 *  first one's result. */
async function writeOnce(given: Answering, handler: Write<Contract>, input: AnyInput): Promise<unknown> {
  const { contract, method, path } = given.route
  const signedIn = contract.access !== 'anyone'
  const ahead = handler.ahead?.(input as never)
  if (contract.exempt) {
    const exempt = async (ctx: Ctx<Actor>) => shown(ctx as Ctx, await handler.write(ctx as Ctx, input as never))
    return (await asAsker(given, exempt, { signedIn, ahead })).answer
  }
  const route = `${method} ${path}`
  const key = keyOf(given.request)
  const bodyHash = hashOf(input)
  const effect = async (ctx: Ctx<Actor>): Promise<Shown> => {
    const written = await handler.write(ctx as Ctx, input as never)
    const reference = typeof written === 'string' ? written : written.reference
    keepReference(ctx.tx, { personId: (ctx as Ctx).actor.personId, route, key, bodyHash }, reference)
    return shown(ctx as Ctx, written)
  }
  /** A view made by the writing statement comes with the commit: it is handed on, not waited for. */
  async function shown(ctx: Ctx, written: string | Written<unknown>): Promise<Shown> {
    if (typeof written === 'string')
      return { answer: Promise.resolve(await handler.show(ctx, written, input as never)) }
    written.answer.catch(() => {}) // its error is the commit's, which throws it
    return { answer: written.answer }
  }
  try {
    return (await asAsker(given, effect, { signedIn: true, ahead })).answer
  } catch (error) {
    if (!mayBeRepeated(error)) throw error
    const again = (ctx: Ctx<Actor>, found: unknown) => {
      if (!found) throw error
      return handler.show(ctx as Ctx, referenceOf(found as Earlier, bodyHash), input as never)
    }
    return asAsker(given, again, { signedIn: true, alsoFind: findEarlier(route, key) })
  }
}

type Shown = { readonly answer: Promise<unknown> }

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) throw new Refusal('idempotency.key-needed', { status: 400 })
  return key
}

function send(reply: FastifyReply, result: unknown): FastifyReply {
  reply.type('application/json; charset=utf-8')
  return reply.send(result instanceof JsonText ? result.text : JSON.stringify(result))
}
