import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LiveFrame } from '../../platform/contract.ts'
import { earliest, topicCursors, unionOf } from './topic-cursors.ts'

const frame = (cursor: number, positions: number[], topic = 'pot:1'): LiveFrame => ({
  topic,
  cursor,
  events: positions.map((position) => ({ position, type: 'cup.filled' })),
})
const positions = (told: LiveFrame | undefined) => told?.events.map((event) => event.position)

/** Cursors that hear one topic from a place on. */
function hearing(since: number) {
  const cursors = topicCursors()
  cursors.want('pot:1', since)
  cursors.begin(['pot:1'], since)
  return cursors
}

test('a frame that came before is not told again', () => {
  const cursors = hearing(0)
  cursors.fresh(frame(5, [4, 5]))
  expect(cursors.fresh(frame(5, [4, 5]))).toBeUndefined()
})

test('of a frame that overlaps only what is new is told', () => {
  const cursors = hearing(4)
  expect(positions(cursors.fresh(frame(6, [3, 4, 5, 6])))).toEqual([5, 6])
})

test('a topic that nobody wants is not told', () => {
  expect(topicCursors().fresh(frame(5, [5]))).toBeUndefined()
})

test('a reset is told even when it goes backwards, and hearing goes on from there', () => {
  const cursors = hearing(100)
  expect(cursors.fresh({ topic: 'pot:1', cursor: 3, events: [], reset: true })?.reset).toBe(true)
  expect(positions(cursors.fresh(frame(4, [4])))).toEqual([4])
})

test('a quiet topic comes back to where the stream was, not to where it last said something', () => {
  const cursors = hearing(10)
  cursors.want('pot:2', 10)
  cursors.begin(['pot:2'], 10)
  cursors.reached(['pot:1'], 90)
  expect(cursors.all()).toEqual({ 'pot:1': 90, 'pot:2': 10 })
})

test('a stream that began later is not heard: it would hide what lies between', () => {
  const cursors = topicCursors()
  cursors.want('pot:1', 2)
  cursors.begin(['pot:1'], 5)
  cursors.reached(['pot:1'], 6)
  expect([cursors.fresh(frame(7, [7])), cursors.all()]).toEqual([undefined, { 'pot:1': 2 }])
})

test('a topic that was heard and would now miss something says so', () => {
  const cursors = hearing(5)
  expect([cursors.begin(['pot:1'], 4), cursors.begin(['pot:1'], 6), cursors.begin(['pot:1'], 6)]).toEqual([
    false,
    true,
    false,
  ])
})

test('who hears already is not made deaf by others who join later', () => {
  const cursors = hearing(5)
  cursors.join('pot:1', 9)
  expect(positions(cursors.fresh(frame(6, [6])))).toEqual([6])
})

test('who has no place hears from where the stream begins', () => {
  const cursors = topicCursors()
  cursors.want('pot:1', null)
  cursors.begin(['pot:1'], 5)
  expect(positions(cursors.fresh(frame(6, [6])))).toEqual([6])
})

test('the union begins each topic where the first of the tabs needs it', () => {
  expect(unionOf([{ a: 5, b: null }, { a: 3 }, { a: null, c: 7 }])).toEqual({ a: 3, b: null, c: 7 })
})

test('the earliest place is that of the tabs that need one', () => {
  expect([earliest([5, null, 3]), earliest([null]), earliest([])]).toEqual([3, null, null])
})

test('whatever is sent twice and overlaps, each event is told once and in order', () => {
  const sizes = fc.array(fc.record({ back: fc.nat(5), forth: fc.integer({ min: 1, max: 5 }) }), { maxLength: 30 })
  fc.assert(
    fc.property(sizes, (steps) => {
      const cursors = hearing(0)
      const told: number[] = []
      let head = 0
      for (const { back, forth } of steps) {
        const from = Math.max(0, head - back)
        head += forth
        const sent = Array.from({ length: head - from }, (_, i) => from + i + 1)
        told.push(...(positions(cursors.fresh(frame(head, sent))) ?? []))
      }
      expect(told).toEqual(Array.from({ length: head }, (_, i) => i + 1))
    }),
  )
})
