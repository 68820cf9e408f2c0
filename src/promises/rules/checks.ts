/** After so many days since everything was answered it is looked at what became of the promises. */
export const CHECK_DAYS = [30, 90, 180] as const
export type CheckDays = (typeof CHECK_DAYS)[number]

/** The clock of a ledger. `checked`: how many of the checks were made; `nextAt`: when the next one is due. */
export type LedgerClock = {
  readonly answeredAt: Date | null
  readonly checked: number
  readonly nextAt: Date | null
}

export type LedgerEvent = { readonly type: 'answered' } | { readonly type: 'clock' }
export type Check = { readonly days: CheckDays; readonly at: Date }

const DAY_MS = 86_400_000

/** The one way a ledger moves: it begins when everything is answered for the first time, then the clock makes each check
 *  once, however late it comes. */
export function applyToLedger(
  ledger: LedgerClock,
  event: LedgerEvent,
  now: Date,
): { ledger: LedgerClock; checks: Check[] } {
  if (event.type === 'answered') {
    if (ledger.answeredAt) return { ledger, checks: [] }
    return { ledger: { answeredAt: now, checked: 0, nextAt: checkAt(now, 0) }, checks: [] }
  }
  const checks: Check[] = []
  let at = ledger
  for (let days = CHECK_DAYS[at.checked]; days && at.nextAt && at.nextAt <= now; days = CHECK_DAYS[at.checked]) {
    checks.push({ days, at: at.nextAt })
    at = { ...at, checked: at.checked + 1, nextAt: at.answeredAt && checkAt(at.answeredAt, at.checked + 1) }
  }
  return { ledger: at, checks }
}

function checkAt(answeredAt: Date, checked: number): Date | null {
  const days = CHECK_DAYS[checked]
  return days === undefined ? null : new Date(answeredAt.getTime() + days * DAY_MS)
}
