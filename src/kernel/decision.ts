import { Refusal, type RefusalValues } from './refusal.ts'

/** The answer of a rule: allowed, or refused with the key of the reason (a key of a message catalogue) and its values. */
export type Decision =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: string; readonly values?: RefusalValues }

/** The one "yes": a permission needs no reason. */
export const allowed: Decision = { ok: true }

/** A refusal by a rule: `because` names the reason in the message catalogues. */
export function refused(because: string, values?: RefusalValues): Decision {
  return values ? { ok: false, because, values } : { ok: false, because }
}

/** Throws the refusal of a decision, status 403. Returns nothing when it is allowed. */
export function ensure(decision: Decision): void {
  if (!decision.ok) throw refusalOf(decision)
}

/** The refusal of a decision, status 403. */
export function refusalOf({ because, values }: Extract<Decision, { ok: false }>): Refusal {
  return new Refusal(because, { values, status: 403 })
}
