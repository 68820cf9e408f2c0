import { expect, test } from 'vitest'
import { planAfter, promiseDay, promiseDays, spansOf } from './template.ts'

const at = (text: string): Date => new Date(`${text}Z`)
const now = at('2027-01-01T00:00:00')
const plan = {
  opensAt: at('2027-02-01T09:00:00'),
  rateAt: at('2027-02-03T09:00:00'),
  closesAt: at('2027-02-04T09:00:00'),
  archiveAt: null,
}

test('dates become distances from the opening, and the same dates again', () => {
  const spans = spansOf(plan, null, now)
  expect(spans).toEqual({ rate: 2_880, closes: 4_320, archive: null })
  expect(planAfter(spans, plan.opensAt)).toEqual(plan)
})

test('they are counted from when a jam really opened, or from now where nothing is planned', () => {
  expect(spansOf(plan, at('2027-02-02T09:00:00'), now).closes).toBe(2_880)
  expect(spansOf({ ...plan, opensAt: null }, null, at('2027-02-04T08:00:00')).closes).toBe(60)
})

test('of a jam that was ended at once each phase has a minute, in order', () => {
  const short = { ...plan, rateAt: plan.opensAt, closesAt: plan.opensAt }
  expect(spansOf(short, plan.opensAt, now)).toMatchObject({ rate: 1, closes: 2 })
})

test('the day of a promise moves along with the end', () => {
  expect(promiseDays('2027-02-14', plan.closesAt, now)).toBe(10)
  expect(promiseDay(10, at('2028-02-25T23:00:00'))).toBe('2028-03-06')
  expect(promiseDays('2026-12-01', null, now)).toBe(0)
})
