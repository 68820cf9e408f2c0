import { expect, test } from 'vitest'
import type { SequencedEvent } from '../events.ts'
import { recentEvents } from './recent-events.ts'

const event = (position: number): SequencedEvent => ({
  id: `e${position}`,
  position,
  type: 't',
  topics: [],
  facts: {},
  personId: null,
  at: new Date(0),
})
const positions = (events: readonly SequencedEvent[] | undefined) => events?.map(({ position }) => position)

test('everything after a position is found by its place', () => {
  const recent = recentEvents(10, 4)
  recent.push([event(11), event(12), event(13)])
  expect(positions(recent.after(11))).toEqual([12, 13])
})

test('what lies before its memory is not known', () => {
  expect(recentEvents(10, 4).after(9)).toBeUndefined()
})

test('a reader who is ahead has missed nothing', () => {
  const recent = recentEvents(10, 4)
  recent.push([event(11)])
  expect(positions(recent.after(99))).toEqual([])
})

test('memory is bounded and the newest events stay', () => {
  const recent = recentEvents(0, 4)
  for (let position = 1; position <= 100; position++) recent.push([event(position)])
  const from = recent.from()
  expect(100 - from).toBeLessThan(8)
  expect(positions(recent.after(96))).toEqual([97, 98, 99, 100])
  expect(recent.head()).toBe(100)
})
