import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyToLedger, CHECK_DAYS, type Check, type LedgerClock } from './checks.ts'

const DAY_MS = 86_400_000
const START = new Date('2027-01-01T12:00:00.000Z')
const later = (days: number): Date => new Date(START.getTime() + days * DAY_MS)
const unanswered: LedgerClock = { answeredAt: null, checked: 0, nextAt: null }
const begun = applyToLedger(unanswered, { type: 'answered' }, START).ledger

test('nothing is checked before everything was answered', () => {
  expect(applyToLedger(unanswered, { type: 'clock' }, later(400))).toEqual({ ledger: unanswered, checks: [] })
})

test('an answer that changes later does not begin the days anew', () => {
  expect(applyToLedger(begun, { type: 'answered' }, later(50)).ledger).toEqual(begun)
})

test('each check is made once at its day, however often and however late the clock comes', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 10 }), (days) => {
      let ledger = begun
      const checks: Check[] = []
      for (const day of [...days, 400].toSorted((a, b) => a - b)) {
        const outcome = applyToLedger(ledger, { type: 'clock' }, later(day))
        checks.push(...outcome.checks)
        ledger = outcome.ledger
      }
      expect(checks).toEqual(CHECK_DAYS.map((each) => ({ days: each, at: later(each) })))
    }),
  )
})
