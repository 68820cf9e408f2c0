import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, AnswerOf, Contract, Contracts, InputOf, Refusal, SignedInActor } from '../../kernel/index.ts'
import type { Database } from '../database.ts'
import type { Statement } from '../statement.ts'
import type { Tx } from '../transaction.ts'
import type { Ctx, Say } from './context.ts'

type ActorOf<C extends Contract> = C['access'] extends 'anyone' ? Actor : SignedInActor

/** JSON text that PostgreSQL already wrote: sent as it is. Its shape is proved by the tests of the OpenAPI document. */
export class JsonText<_Answer> {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What a use case will ask of the database first, known from the request alone: it then travels with the opening of
 *  the transaction (`TransactionOptions.ahead`) and costs no round trip. Leaving it out changes nothing but the time. */
type Ahead<C extends Contract> = { readonly ahead?: (input: InputOf<C>) => readonly Statement[] }

/** Reads: one read-only transaction. */
export type Read<C extends Contract> = Ahead<C> & {
  readonly read: (ctx: Ctx<ActorOf<C>>, input: InputOf<C>) => Promise<AnswerOf<C> | JsonText<AnswerOf<C>>>
}

/** What was written, by its reference, with the answer where the writing statement itself gives it. */
export type Written<Answer> = { readonly reference: string; readonly answer: Promise<Answer | JsonText<Answer>> }

/** Makes the answer from the reference of a result, now and whenever the same request comes again. */
export type Shows<C extends Contract> = {
  readonly show: (
    ctx: Ctx<ActorOf<C>>,
    reference: string,
    input: InputOf<C>,
  ) => Promise<AnswerOf<C> | JsonText<AnswerOf<C>>>
}

/** Writes: `write` changes and gives the reference of its result (kept with the Idempotency-Key for 24 h). It and `show` run
 *  in one transaction. */
export type Write<C extends Contract> = Ahead<C> &
  Shows<C> & {
    readonly write: (ctx: Ctx<ActorOf<C>>, input: InputOf<C>) => Promise<string | Written<AnswerOf<C>>>
  }

/** One of those who ask together. The transaction of `ctx` acts for nobody: what is hers alone is found by her id. */
export type TogetherAsked<C extends Contract> = {
  readonly ctx: Ctx
  /** She is a host of the venue. */
  readonly hosts: boolean
  readonly input: InputOf<C>
}

/** What thousands do in one venue at the same time: one transaction for all who ask for the same `place` (a venue, or a forum
 *  of one) meanwhile (together.ts). Each is signed in, sees the venue and stands in the list once. Gives what was written or
 *  a refusal for each, in their order; what is thrown is the failure of all. Without `show` no Idempotency-Key is kept: then
 *  whoever asks again changes nothing. */
export type Together<C extends Contract> = Partial<Shows<C>> & {
  readonly place: (input: InputOf<C>) => string
  readonly ahead?: (place: string) => readonly Statement[]
  readonly together: (
    tx: Tx,
    place: string,
    asked: readonly TogetherAsked<C>[],
  ) => Promise<readonly (Written<AnswerOf<C>> | Refusal)[]>
}

/** What a route outside the JSON way gets: cookies, redirects, streams. It opens its own transactions through `inTransaction`. */
export type Exchange<C extends Contract> = {
  readonly input: InputOf<C>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly database: Database
  readonly say: Say
  inTransaction<T>(work: (ctx: Ctx<ActorOf<C>>) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>
}

/** Everything else (sign-in, downloads, pages): answers through the reply or by returning a value. */
export type Exchanged<C extends Contract> = { readonly exchange: (exchange: Exchange<C>) => Promise<unknown> }

export type Handler<C extends Contract> = Read<C> | Write<C> | Together<C> | Exchanged<C>

/** One contract bound to its use case, ready to be mounted. `path` is Fastify's ("/api/jams/:jamId"). */
export type Route = {
  readonly method: string
  readonly path: string
  readonly contract: Contract
  readonly handler: Handler<Contract>
}

/** Binds each contract of a module to its use case; a contract without a handler does not compile. */
export function routes<const C extends Contracts>(
  contracts: C,
  handlers: { readonly [K in keyof C]: C[K] extends Contract ? Handler<C[K]> : never },
): Route[] {
  return Object.entries(contracts as Record<string, Contract>).map(([key, contract]) => {
    const [method = '', path = ''] = key.split(' ')
    return {
      method,
      path,
      contract,
      handler: (handlers as unknown as Record<string, Handler<Contract>>)[key] as Handler<Contract>,
    }
  })
}
