import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type Contract, Nothing, Refusal } from '../../kernel/index.ts'
import { type Asked, asAsker } from './as-asker.ts'
import type { Ctx } from './context.ts'
import type { Mounting } from './mounting.ts'
import { ensureOwnOrigin } from './origin.ts'
import { type Handler, JsonText, type Route } from './route.ts'
import { openTogether } from './together.ts'
import { ensureKey, keepsIntentions, writeOnce } from './write-once.ts'

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
        if (keepsIntentions(route)) ensureKey(request)
      },
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store')
        const asked = { route, request, mounting, input: inputOf(request) }
        if (together) return send(reply, await together(asked))
        return answer(asked, handler, reply)
      },
    })
  }
}

function schemaOf(contract: Contract): object {
  const { params, query, body, summary } = contract
  return { summary, querystring: query ?? Nothing, ...(params && { params }), ...(body && { body }) }
}

async function answer(asked: Asked, handler: Handler<Contract>, reply: FastifyReply): Promise<unknown> {
  const { request, mounting, route, input } = asked
  const signedIn = route.contract.access !== 'anyone'
  if ('read' in handler) {
    const read = (ctx: Ctx<Actor>) => handler.read(ctx as Ctx, input as never)
    return send(reply, await asAsker(asked, read, { readOnly: true, signedIn, ahead: handler.ahead?.(input as never) }))
  }
  if ('write' in handler) return send(reply, await writeOnce(asked, handler))
  if ('together' in handler) throw new Error('answered with others')
  return handler.exchange({
    input: input as never,
    request,
    reply,
    database: mounting.database,
    say: mounting.sayFor(mounting.localeOf(request)),
    inTransaction: (work, options) => asAsker(asked, (ctx) => work(ctx as Ctx), { ...options, signedIn }),
  })
}

const inputOf = ({ params, query, body }: FastifyRequest): Asked['input'] => ({
  ...(params as object),
  ...(query as object),
  ...(body as object),
})

function send(reply: FastifyReply, result: unknown): FastifyReply {
  reply.type('application/json; charset=utf-8')
  return reply.send(result instanceof JsonText ? result.text : JSON.stringify(result))
}
