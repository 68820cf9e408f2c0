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

const reporting = after({ ...discussing, plan: { ...plan, archiveAt: null } }, move('report'), at(12))
const archived = after(discussing, move('archive'), at(12))

test.each([
  { what: 'to an earlier end', jam: discussing, until: at(19), because: 'jam.extend-later' },
  { what: 'to the same end', jam: discussing, until: at(20), because: 'jam.extend-later' },
  { what: 'further than ten years', jam: discussing, until: at(24 * 366 * 11), because: 'jam.dates.too-far' },
  { what: 'before the opening', jam: { ...prepared, nextAt: null }, until: at(22), because: 'jam.not-open' },
  { what: 'of a report without an end', jam: reporting, until: at(90), because: 'jam.no-end-to-extend' },
  { what: 'of an archive', jam: archived, until: at(90), because: 'jam.archived' },
])('an extension $what is refused', ({ jam, until, because }) => {
  expect(refusal(jam, extend(until), at(15))).toBe(because)
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
  const early = after(discussing, move('report'), at(15))
  expect(after(early, move('archive'), at(18))).toMatchObject({ phase: 'archive', closedAt: at(15), nextAt: null })
})

test.each([
  { what: 'before the opening', jam: prepared, to: 'report', because: 'jam.not-open' },
  { what: 'to where it is', jam: after(discussing, move('rate'), at(12)), to: 'rate', because: 'jam.only-forward' },
  { what: 'back', jam: after(discussing, move('report'), at(12)), to: 'rate', because: 'jam.only-forward' },
  { what: 'out of the archive', jam: archived, to: 'report', because: 'jam.archived' },
] as const)('moving on $what is refused', ({ jam, to, because }) => {
  expect(refusal(jam, move(to), at(9))).toBe(because)
})

const none: Plan = { opensAt: null, rateAt: null, closesAt: null, archiveAt: null }

test.each([
  { what: 'ascending and ahead', wanted: plan, now: at(1), because: null },
  { what: 'without dates', wanted: none, now: at(1), because: null },
  {
    what: 'with a rating after the closing',
    wanted: { ...plan, rateAt: at(31) },
    now: at(1),
    because: 'jam.dates.ascend',
  },
  { what: 'with two dates at one time', wanted: { ...plan, rateAt: at(30) }, now: at(1), because: 'jam.dates.ascend' },
  { what: 'with a date that has passed', wanted: plan, now: at(11), because: 'jam.dates.past' },
  {
    what: 'that goes too far',
    wanted: { ...plan, archiveAt: at(24 * 4000) },
    now: at(1),
    because: 'jam.dates.too-far',
  },
])('of a plan $what the machine says $because', ({ wanted, now, because }) => {
  const decision = mayPlan(wanted, none, now)
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
