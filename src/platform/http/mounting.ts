import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/index.ts'
import type { Database } from '../database.ts'
import type { Statement } from '../statement.ts'
import type { Say } from './context.ts'

/** What the composition root gives to every route. `opening` makes the statement that finds who asks (see
 *  transaction.ts), `actorOf` reads its row. */
export type Mounting = {
  readonly database: Database
  readonly publicUrl: URL
  opening(request: FastifyRequest): Statement
  actorOf(opened: unknown): Actor
  /** The same for all who do something in one venue together; `askersOf` reads its row, in their order. */
  openingTogether(requests: readonly FastifyRequest[], venueId: string): Statement
  askersOf(opened: unknown): readonly Asker[]
  sayFor(locale: string): Say
  localeOf(request: FastifyRequest): string
}

/** One of those who do something together: null where the session has ended. `sees`: she may see the venue; `hosts`: she is one
 *  of its hosts. */
export type Asker = { readonly actor: Actor | null; readonly sees: boolean; readonly hosts: boolean }
