import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyToJam, endOf, isLater, type JamClock, type JamEvent, tick } from './phase.ts'

const START = Date.UTC(2027, 0, 1)
const HOUR_MS = 3_600_000
const atHour = (hour: number) => new Date(START + hour * HOUR_MS)

/** A prepared jam with any plan that ascends; dates may be absent or already past. */
const anyPrepared = fc
  .record({
    hours: fc.uniqueArray(fc.integer({ min: -5, max: 100 }), { minLength: 4, maxLength: 4 }),
    opens: fc.boolean(),
    rates: fc.boolean(),
    archives: fc.boolean(),
    complete: fc.boolean(),
  })
  .map(({ hours, opens, rates, archives, complete }): JamClock => {
    const [opensAt, rateAt, closesAt, archiveAt] = hours.sort((a, b) => a - b).map(atHour)
    const plan = {
      opensAt: (opens && opensAt) || null,
      rateAt: (rates && rateAt) || null,
      closesAt: closesAt ?? null,
      archiveAt: (archives && archiveAt) || null,
    }
    return { phase: 'prepare', plan, openedAt: null, closedAt: null, nextAt: plan.opensAt, complete }
  })

const anyEvent: fc.Arbitrary<JamEvent> = fc.oneof(
  fc.constant<JamEvent>({ type: 'clock' }),
  fc.constant<JamEvent>({ type: 'open', reason: null }),
  fc.integer({ min: 0, max: 200 }).map((hour): JamEvent => ({ type: 'extend', until: atHour(hour), reason: 'More' })),
  fc.constantFrom('rate', 'report', 'archive').map((to): JamEvent => ({ type: 'move', to, reason: 'Enough' })),
)

/** What happens to a jam over time: each event some half hours after the one before. */
const anyCourse = fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 40 })), { maxLength: 12 })

type Seen = { before: JamClock; after: JamClock; now: Date; event: JamEvent }

function live(jam: JamClock, course: readonly (readonly [JamEvent, number])[]): Seen[] {
  const seen: Seen[] = []
  let at = jam
  let now = START
  for (const [event, halfHours] of course) {
    now += (halfHours * HOUR_MS) / 2
    const outcome = applyToJam(at, event, new Date(now))
    const after = outcome.ok ? outcome.jam : at
    seen.push({ before: at, after, now: new Date(now), event })
    at = after
  }
  return seen
}

function everyStep(check: (seen: Seen) => void): void {
  fc.assert(
    fc.property(anyPrepared, anyCourse, (jam, course) => live(jam, course).forEach(check)),
    { numRuns: 500 },
  )
}

test('a jam never goes backwards', () => {
  everyStep(({ before, after }) => expect(isLater(before.phase, after.phase)).toBe(false))
})

test('after the clock nothing is due', () => {
  everyStep(({ before, now }) => {
    const outcome = applyToJam(before, { type: 'clock' }, now)
    expect(outcome.ok && (outcome.jam.nextAt === null || outcome.jam.nextAt > now)).toBe(true)
  })
})

test('the clock at the same time a second time changes nothing', () => {
  everyStep(({ before, now }) => {
    const once = applyToJam(before, { type: 'clock' }, now)
    if (!once.ok) throw new Error(once.because)
    expect(applyToJam(once.jam, { type: 'clock' }, now)).toEqual({ ok: true, jam: once.jam, changes: [] })
  })
})

test('one tick goes one phase at most', () => {
  everyStep(({ before, now }) => {
    const { jam } = tick(before, now)
    const passed = (['prepare', 'discuss', 'rate', 'report', 'archive'] as const).filter(
      (phase) => isLater(phase, before.phase) && isLater(jam.phase, phase) && (phase !== 'rate' || before.plan.rateAt),
    )
    expect(passed).toEqual([])
  })
})

test('the clock between any two events makes no difference', () => {
  everyStep(({ before, now, event }) => {
    const clocked = applyToJam(before, { type: 'clock' }, now)
    if (!clocked.ok) throw new Error(clocked.because)
    const late = applyToJam(before, event, now)
    const punctual = applyToJam(clocked.jam, event, now)
    expect(late.ok ? late.jam : late).toEqual(punctual.ok ? punctual.jam : punctual)
  })
})

test('an open jam rings next at the end of its phase', () => {
  everyStep(({ after }) => {
    if (after.phase !== 'prepare') expect(after.nextAt).toEqual(endOf(after.phase, after.plan))
  })
})

test('the dates of a jam never cross, whatever its hosts do', () => {
  everyStep(({ after }) => {
    const { opensAt, rateAt, closesAt, archiveAt } = after.plan
    const dates = [after.phase === 'prepare' ? opensAt : after.openedAt, rateAt, closesAt, archiveAt]
    const times = dates.filter((date) => date !== null).map((date) => date.getTime())
    expect(times).toEqual(times.toSorted((one, other) => one - other))
  })
})

test('a jam that is closed knows since when', () => {
  everyStep(({ after }) => expect(after.closedAt !== null).toBe(isLater(after.phase, 'rate')))
})

test('a jam that is not complete never opens', () => {
  everyStep(({ before, after }) => {
    if (!before.complete) expect(after.phase).toBe('prepare')
  })
})

test('negative control: a machine without settling lets a late clock and a host disagree', () => {
  const jam: JamClock = {
    phase: 'discuss',
    plan: { opensAt: atHour(0), rateAt: null, closesAt: atHour(2), archiveAt: atHour(9) },
    openedAt: atHour(0),
    closedAt: null,
    nextAt: atHour(2),
    complete: true,
  }
  const unsettled = { ...jam, nextAt: null } // what a machine that forgets its clock would see
  const event: JamEvent = { type: 'extend', until: atHour(3), reason: 'More' }
  expect(applyToJam(unsettled, event, atHour(2.5)).ok).not.toBe(applyToJam(jam, event, atHour(2.5)).ok)
})
