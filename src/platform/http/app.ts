import fastifyCookie from '@fastify/cookie'
import fastifySwagger from '@fastify/swagger'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { TSchema } from 'typebox'
import { type Contract, ErrorAnswer, Refusal } from '../../kernel/index.ts'
import type { Say } from './context.ts'
import { sessionHashOf } from './session-cookie.ts'
import { validatorOf } from './validate.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The hash of the session's token, when the request carries one of the right shape. */
    sessionHash: Buffer | undefined
    /** The language of the person who asked, once they are known: refusals speak it too. */
    say: Say | undefined
  }
  interface FastifyContextConfig {
    contract?: Contract
  }
}

/** 512 KiB: a contribution of 10,000 characters in any script, with room. */
const BODY_LIMIT = 512 * 1024
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

export type HttpOptions = {
  readonly publicUrl: URL
  readonly trustedProxies: readonly string[]
  readonly log: FastifyBaseLogger
  sayTo(request: FastifyRequest): Say
}

/** In place of the framework's own compilers, which it would load although ours are set. */
const unused = (): never => {
  throw new Error('the compilers are set below')
}

/** The HTTP server without routes: parsing, cookies, validation, the one form of errors, the OpenAPI document. */
export async function openHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    schemaController: { compilersFactory: { buildValidator: unused, buildSerializer: unused } },
    // An address that no route can read: the framework would answer in words of its own, and repeat the address.
    frameworkErrors: (_error, request, reply) => {
      const refusal = new Refusal('bad-request', {
        status: 400,
        values: { field: 'params', problem: 'is not an address' },
      })
      const answer = reply as FastifyReply
      answer
        .code(400)
        .headers(HEADERS)
        .send(errorBody(options.sayTo(request), refusal))
    },
  })
  // Forms without JavaScript, and mail programs that leave a list: what they say is in the address.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, async () => undefined)
  app.setValidatorCompiler(({ schema, httpPart }) => validatorOf(schema as TSchema, httpPart))
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(fastifyCookie)
  await app.register(fastifySwagger, { openapi: openApiHead(options.publicUrl), transform })
  app.decorateRequest('sessionHash', undefined)
  app.decorateRequest('say', undefined)
  app.addHook('onRequest', async (request, reply) => {
    request.sessionHash = sessionHashOf(request, options.publicUrl)
    reply.headers(HEADERS)
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error)
    const say = request.say ?? options.sayTo(request)
    if (!refusal) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
      return reply.code(500).send(errorBody(say, new Refusal('unexpected')))
    }
    return reply.code(refusal.status).send(errorBody(say, refusal))
  })
  return app
}

function errorBody(say: Say, refusal: Refusal) {
  const { key, values, details } = refusal
  return { error: { key, sentence: say(key, values), ...(details !== undefined && { details }) } }
}

/** Errors of the framework and of the database's limits, as what the person can do about them. */
function refusalOf(error: FastifyError): Refusal | undefined {
  if (error instanceof Refusal) return error
  const code = String(error.code ?? '')
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('too-large', { status: 413 })
  if (code.startsWith('FST_ERR_CTP') || error.statusCode === 400) {
    return new Refusal('bad-request', { status: 400, values: { field: 'body', problem: 'is not JSON' } })
  }
  // Text that PostgreSQL cannot hold: a NUL character.
  if (code === '22021' || code === '22P05') {
    return new Refusal('bad-request', { status: 400, values: { field: 'body', problem: 'holds a NUL character' } })
  }
  if (isBusy(error, code)) return new Refusal('busy', { status: 503 })
  return undefined
}

/** The database did not answer in time, is starting, is full or is gone: for the person it is "try again in a moment". */
function isBusy(error: Error, code: string): boolean {
  if (
    ['57014', '57P01', '57P02', '57P03', '53300', '53100', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'].includes(
      code,
    )
  )
    return true
  return /timeout|Connection terminated|not queryable/i.test(error.message)
}

/** On https the cookie's name begins with __Host-. */
const sessionScheme = { type: 'apiKey', in: 'cookie', name: 'dandelion' } as const

function openApiHead(publicUrl: URL) {
  return {
    openapi: '3.1.0',
    info: { title: 'Dandelion', version: '1', description: 'Every route of this server.' },
    servers: [{ url: publicUrl.origin }],
    components: { securitySchemes: { session: sessionScheme } },
  }
}

/** Adds what the contract knows beside the request: answers and errors. Responses are documented here and not given to
 *  the framework, which would rewrite every answer through a second serialiser. */
function transform({ schema, url, route }: { schema: unknown; url: string; route: { config?: unknown } }) {
  const contract = (route.config as { contract?: Contract } | undefined)?.contract
  if (!contract) return { schema: schema as object, url }
  const content = Object.fromEntries(
    (contract.media ?? ['application/json']).map((type) => [type, { schema: contract.answer }]),
  )
  const errors = {
    description: 'Refused or impossible, with a sentence',
    content: { 'application/json': { schema: ErrorAnswer } },
  }
  const response = { 200: { description: contract.summary, content }, '4xx': errors }
  return {
    schema: { ...(schema as object), response, security: contract.access === 'anyone' ? [] : [{ session: [] }] },
    url,
  }
}
