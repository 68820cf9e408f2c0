import { expect, test } from 'vitest'
import { applyToJam, endOf, isPlanReady, type JamClock, type JamEvent, mayPlan, type Plan } from './phase.ts'

const at = (hour: number) => new Date(Date.UTC(2027, 2, 1, hour))
const plan: Plan = { opensAt: at(10), rateAt: at(20), closesAt: at(30), archiveAt: at(40) }
const prepared: JamClock = { phase: 'prepare', plan, openedAt: null, closedAt: null, nextAt: at(10), complete: true }

function after(jam: JamClock, event: JamEvent, now: Date): JamClock {
  const outcome = applyToJam(jam, event, now)
  if (!outcome.ok) throw new Error(outcome.because)
  return outcome.jam
}

function refusal(jam: JamClock, event: JamEvent, now: Date): string | null {
  const outcome = applyToJam(jam, event, now)
  return outcome.ok ? null : outcome.because
}

const discussing = after(prepared, { type: 'clock' }, at(10))
const move = (to: 'rate' | 'report' | 'archive'): JamEvent => ({ type: 'move', to, reason: 'Enough' })
const extend = (until: Date): JamEvent => ({ type: 'extend', until, reason: 'More time' })

test('a jam that is ready opens by its clock', () => {
  expect(discussing).toMatchObject({ phase: 'discuss', openedAt: at(10), nextAt: at(20) })
})

test('a jam does not open before its time', () => {
  expect(after(prepared, { type: 'clock' }, new Date(at(10).getTime() - 1))).toEqual(prepared)
})

test('a jam that is not complete at its time stays in preparation, and the clock rings no more', () => {
  expect(after({ ...prepared, complete: false }, { type: 'clock' }, at(10))).toMatchObject({
    phase: 'prepare',
    nextAt: null,
  })
})

test('a jam that missed its opening does not open by itself when it becomes complete', () => {
  const missed = after({ ...prepared, complete: false }, { type: 'clock' }, at(10))
  expect(after({ ...missed, complete: true }, { type: 'clock' }, at(12)).phase).toBe('prepare')
})

test('a jam that missed its opening opens by hand', () => {
  const missed = after({ ...prepared, complete: false }, { type: 'clock' }, at(10))
  expect(after({ ...missed, complete: true }, { type: 'open', reason: null }, at(12)).phase).toBe('discuss')
})

test('a jam opens by hand before its time, and the plan then says when', () => {
  expect(after(prepared, { type: 'open', reason: null }, at(9)).plan.opensAt).toEqual(at(9))
})

test('a jam that is not complete does not open by hand', () => {
  expect(refusal({ ...prepared, complete: false }, { type: 'open', reason: null }, at(9))).toBe('jam.not-ready')
})

test('a jam whose end has passed does not open', () => {
  expect(refusal({ ...prepared, nextAt: null }, { type: 'open', reason: null }, at(31))).toBe('jam.not-ready')
})

test('an open jam is not opened again', () => {
  expect(refusal(discussing, { type: 'open', reason: null }, at(11))).toBe('jam.already-open')
})

test('without a date for rating the discussion ends with the jam', () => {
  const short = after({ ...prepared, plan: { ...plan, rateAt: null } }, { type: 'clock' }, at(10))
  expect(after(short, { type: 'clock' }, at(30)).phase).toBe('report')
})

test('a jam closes at its date, also when the clock comes late', () => {
  expect(after(discussing, { type: 'clock' }, at(35))).toMatchObject({
    phase: 'report',
    closedAt: at(30),
    nextAt: at(40),
  })
})

test('a clock that comes late tells each step once', () => {
  const outcome = applyToJam(discussing, { type: 'clock' }, at(50))
  expect(outcome.ok && outcome.changes.map((change) => change.phase)).toEqual(['rate', 'report', 'archive'])
})

test('an extension moves the later phases along', () => {
  expect(after(discussing, extend(at(22)), at(15)).plan).toEqual({
    opensAt: at(10),
    rateAt: at(22),
    closesAt: at(32),
    archiveAt: at(42),
  })
})

test('an extension says until when', () => {
  const outcome = applyToJam(discussing, extend(at(22)), at(15))
  expect(outcome.ok && outcome.changes[0]).toMatchObject({ kind: 'extended', phase: 'discuss', until: at(22) })
})

test.each([
  ['to an earlier end', discussing, extend(at(19)), 15, 'jam.extend-later'],
  ['to the same end', discussing, extend(at(20)), 15, 'jam.extend-later'],
  ['further than ten years', discussing, extend(at(24 * 366 * 11)), 15, 'jam.dates.too-far'],
  ['before the opening', prepared, extend(at(22)), 5, 'jam.not-open'],
  [
    'of a report without an end',
    after({ ...discussing, plan: { ...plan, archiveAt: null } }, move('report'), at(12)),
    extend(at(90)),
    15,
    'jam.no-end-to-extend',
  ],
  ['of an archive', after(discussing, move('archive'), at(12)), extend(at(90)), 15, 'jam.archived'],
] as const)('an extension %s is refused', (_what, jam, event, hour, because) => {
  expect(refusal(jam, event, at(hour))).toBe(because)
})

test('an extension of a phase that has just ended does not bring it back', () => {
  expect(refusal(discussing, extend(at(25)), at(20))).toBe('jam.extend-later')
})

test('moving on early to the rating begins it now', () => {
  expect(after(discussing, move('rate'), at(15))).toMatchObject({
    phase: 'rate',
    nextAt: at(30),
    plan: { rateAt: at(15) },
  })
})

test('closing early passes over the rating', () => {
  expect(after(discussing, move('report'), at(15))).toMatchObject({
    phase: 'report',
    closedAt: at(15),
    plan: { rateAt: null, closesAt: at(15) },
  })
})

test('closing early is told as such, with the reason', () => {
  const outcome = applyToJam(discussing, move('report'), at(15))
  expect(outcome.ok && outcome.changes[0]).toMatchObject({ kind: 'closed-early', reason: 'Enough', byClock: false })
})

test('going from the report to the archive closes nothing a second time', () => {
  const reporting = after(discussing, move('report'), at(15))
  expect(after(reporting, move('archive'), at(18))).toMatchObject({ phase: 'archive', closedAt: at(15), nextAt: null })
})

test.each([
  ['before the opening', prepared, 'report', 'jam.not-open'],
  ['to where it is', after(discussing, move('rate'), at(12)), 'rate', 'jam.only-forward'],
  ['back', after(discussing, move('report'), at(12)), 'rate', 'jam.only-forward'],
  ['out of the archive', after(discussing, move('archive'), at(12)), 'report', 'jam.archived'],
] as const)('moving on %s is refused', (_what, jam, to, because) => {
  expect(refusal(jam, move(to), at(9))).toBe(because)
})

test.each([
  ['ascending and ahead', plan, 1, null],
  ['empty', { opensAt: null, rateAt: null, closesAt: null, archiveAt: null }, 1, null],
  ['with a rating after the closing', { ...plan, rateAt: at(31) }, 1, 'jam.dates.ascend'],
  ['with two dates at one time', { ...plan, rateAt: at(30) }, 1, 'jam.dates.ascend'],
  ['with a date that has passed', plan, 11, 'jam.dates.past'],
  ['eleven years ahead', { ...plan, archiveAt: at(24 * 366 * 11) }, 1, 'jam.dates.too-far'],
] as const)('a plan %s is taken or refused', (_what, wanted, hour, because) => {
  const none: Plan = { opensAt: null, rateAt: null, closesAt: null, archiveAt: null }
  const decision = mayPlan(wanted, none, at(hour))
  expect(decision.ok ? null : decision.because).toBe(because)
})

test('a date that already stood there may have passed', () => {
  expect(mayPlan(plan, plan, at(11)).ok).toBe(true)
})

test('a plan without an end is not ready', () => {
  expect(isPlanReady({ ...plan, closesAt: null }, at(1))).toBe(false)
})

test('the end of the discussion is the rating when there is one', () => {
  expect(endOf('discuss', plan)).toEqual(at(20))
})
