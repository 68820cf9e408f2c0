import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyToPromise,
  isSettled,
  makePromise,
  type PromiseClock,
  type PromiseEvent,
  type PromiseNote,
} from './promise-clock.ts'

const DAY_MS = 86_400_000
const START = new Date('2027-01-01T12:00:00.000Z')
const later = (days: number): Date => new Date(START.getTime() + days * DAY_MS)

const hand = fc.oneof(
  fc.constant<PromiseEvent>({ type: 'progress' }),
  fc.constantFrom('kept', 'broken', 'replaced').map((as): PromiseEvent => ({ type: 'settle', as })),
)
/** What people do, at some days, and when a clock happens to tick between. */
const story = fc.record({
  due: fc.double({ min: 0.1, max: 60, noNaN: true }),
  hands: fc.array(fc.record({ day: fc.double({ min: 0, max: 90, noNaN: true }), event: hand }), { maxLength: 5 }),
  ticks: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 12 }),
})

type Told = { promise: PromiseClock; notes: PromiseNote[] }

function live(due: number, happening: readonly { day: number; event: PromiseEvent }[]): Told {
  let told: Told = { promise: makePromise(later(due), START), notes: [] }
  for (const { day, event } of happening.toSorted((a, b) => a.day - b.day)) {
    const outcome = applyToPromise(told.promise, event, later(day))
    if (outcome.ok) told = { promise: outcome.promise, notes: [...told.notes, ...outcome.notes] }
  }
  return told
}

/** As its history is read: by time. */
const inOrder = ({ promise, notes }: Told): Told => ({
  ...{ promise, notes: notes.toSorted((a, b) => a.at.getTime() - b.at.getTime()) },
})

describe('the clock of a promise', () => {
  test('tells the same however often and however late it ticks: a server that was away loses nothing', () => {
    fc.assert(
      fc.property(story, ({ due, hands, ticks }) => {
        const last = { day: 200, event: { type: 'clock' } as const }
        const often = live(due, [...hands, ...ticks.map((day) => ({ day, event: { type: 'clock' } as const })), last])
        expect(inOrder(often)).toEqual(inOrder(live(due, [...hands, last])))
      }),
    )
  })

  test('makes each of its steps at most once, and none after the promise is settled', () => {
    fc.assert(
      fc.property(story, ({ due, hands, ticks }) => {
        const { notes } = live(due, [...hands, ...ticks.map((day) => ({ day, event: { type: 'clock' } as const }))])
        for (const kind of ['reminded', 'late', 'sponsor-told', 'kept', 'broken', 'replaced'])
          expect(notes.filter((note) => note.kind === kind).length).toBeLessThan(2)
        const settled = notes.findIndex(({ kind }) => kind === 'kept' || kind === 'broken' || kind === 'replaced')
        expect(settled === -1 || settled === notes.length - 1).toBe(true)
      }),
    )
  })

  test('leaves what is settled as it is, whatever comes', () => {
    fc.assert(
      fc.property(story, hand, ({ due, hands }, event) => {
        const { promise } = live(due, hands)
        if (!isSettled(promise.state)) return
        expect(applyToPromise(promise, event, later(300))).toEqual({ ok: false, because: 'promise.settled' })
        expect(applyToPromise(promise, { type: 'clock' }, later(300))).toEqual({ ok: true, promise, notes: [] })
      }),
    )
  })

  test('says overdue from its day on and never before, unless it was settled in time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 90, noNaN: true }),
        (due, day) => {
          const outcome = applyToPromise(makePromise(later(due), START), { type: 'clock' }, later(day))
          expect(outcome.ok && outcome.promise.state === 'late').toBe(later(day) >= later(due))
        },
      ),
    )
  })
})

test('who keeps it is reminded a week before, those who decided hear a week after', () => {
  const outcome = applyToPromise(makePromise(later(30), START), { type: 'clock' }, later(37))
  expect(outcome.ok && outcome.notes).toEqual([
    { kind: 'reminded', at: later(23) },
    { kind: 'late', at: later(30) },
    { kind: 'sponsor-told', at: later(37) },
  ])
})

test('a promise that is due within a week is not reminded of before its day', () => {
  const outcome = applyToPromise(makePromise(later(3), START), { type: 'clock' }, later(3))
  expect(outcome.ok && outcome.notes.map(({ kind }) => kind)).toEqual(['late'])
})

test('telling how it goes leaves the steps of the clock to the clock, so that whom they concern is told', () => {
  const promise = makePromise(later(30), START)
  const told = applyToPromise(promise, { type: 'progress' }, later(40))
  expect(told).toEqual({
    ...{ ok: true, promise: { ...promise, state: 'in-progress' } },
    notes: [{ kind: 'progress', at: later(40) }],
  })
})
