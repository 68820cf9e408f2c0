import type { FastifyRequest } from 'fastify'
import { type Actor, Refusal } from '../../kernel/index.ts'
import type { Statement } from '../statement.ts'
import type { Principal, TransactionOptions } from '../transaction.ts'
import type { Ctx } from './context.ts'
import type { Mounting } from './mounting.ts'
import type { Route } from './route.ts'

/** One request on its way through a route. `input`: path, query and body as one object. */
export type Asked = {
  readonly route: Route
  readonly request: FastifyRequest
  readonly input: Record<string, unknown>
  readonly mounting: Mounting
}

type Asking = TransactionOptions & { readonly signedIn: boolean; readonly alsoFind?: Statement }

/** Runs work in a transaction with the asker's rights; refuses a session that has ended. `alsoFind`: one more statement
 *  of the opening, its row comes as `found`. */
export async function asAsker<T>(
  { mounting, request }: Pick<Asked, 'mounting' | 'request'>,
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
