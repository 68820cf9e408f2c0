import type { Actor, Decision, May, SignedInActor } from '../../kernel/index.ts'
import type { Tx } from '../transaction.ts'

/** Says a sentence of the catalogues in the language of the person who asked. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What every use case is given: who acts, the one transaction, the database's clock and the person's language. */
export type Ctx<A extends Actor = SignedInActor> = {
  readonly actor: A
  readonly tx: Tx
  readonly now: Date
  readonly say: Say
}

/** A decision as it travels in answers, with its sentence in the reader's language. */
export function mayOf(ctx: { readonly say: Say }, decision: Decision): May {
  if (decision.ok) return { ok: true }
  return { ok: false, because: decision.because, sentence: ctx.say(decision.because, decision.values) }
}
