import { expect, test } from 'vitest'
import type { SequencedEvent } from '../events.ts'
import { encodeMessage, FRAME_EVENTS_MAX, frameOf, heartbeat, travelling, withId } from './frames.ts'
import type { LiveRules } from './rules.ts'

const rules: LiveRules = {
  travels: { 'cup.filled': ['id', 'cups', 'note'], 'pot.counted': ['cups'] },
  latest: ['pot.counted'],
  wholeKinds: ['house'],
  counted: ['cup.filled'],
  isFor: (event, audience) => audience !== 'strangers' || event.facts.secret !== true,
}

function event(position: number, type: string, facts: Record<string, unknown> = {}): SequencedEvent {
  return { id: `e${position}`, position, type, topics: ['pot:1'], facts, personId: 'p1', at: new Date(0) }
}

const framed = (topic: string, events: SequencedEvent[], audience = 'all') =>
  frameOf({ topic, audience, cursor: 9, events }, rules)

test('only the facts that a module declared travel', () => {
  const told = event(1, 'cup.filled', { id: 'c1', cups: 2, tea: 'green' })
  expect(travelling(told, rules)).toEqual({ position: 1, type: 'cup.filled', id: 'c1', cups: 2 })
})

test('a fact that looks like words stays on the server even when it is declared', () => {
  const told = event(1, 'cup.filled', { id: 'c1', note: 'I think we should' })
  expect(travelling(told, rules)).toEqual({ position: 1, type: 'cup.filled', id: 'c1' })
})

test('an event of a type that nobody declared makes no frame', () => {
  expect(framed('pot:1', [event(1, 'secret.told', { id: 'x' })])).toBeUndefined()
})

test('who acted never travels', () => {
  expect(JSON.stringify(framed('pot:1', [event(1, 'cup.filled', { id: 'c1' })]))).not.toContain('p1')
})

test('of a state only the last travels', () => {
  const events = [
    event(1, 'pot.counted', { cups: 1 }),
    event(2, 'cup.filled', { id: 'a' }),
    event(3, 'pot.counted', { cups: 2 }),
  ]
  expect(framed('pot:1', events)?.events.map((one) => one.position)).toEqual([2, 3])
})

test('in a topic that a whole jam watches, what is too much for everybody is only counted', () => {
  const events = [event(1, 'cup.filled'), event(2, 'cup.filled'), event(3, 'pot.counted', { cups: 2 })]
  expect(framed('house:1', events)).toEqual({
    topic: 'house:1',
    cursor: 9,
    events: [{ position: 3, type: 'pot.counted', cups: 2 }],
    counted: { 'cup.filled': 2 },
  })
})

test('an audience hears only what is for it', () => {
  const events = [event(1, 'cup.filled', { id: 'a', secret: true })]
  expect([framed('pot:1', events, 'all')?.events.length, framed('pot:1', events, 'strangers')]).toEqual([1, undefined])
})

test('more than a reader would want to apply is a reset', () => {
  const many = Array.from({ length: FRAME_EVENTS_MAX + 1 }, (_, i) => event(i, 'cup.filled', { id: `c${i}` }))
  expect(framed('pot:1', many)).toEqual({ topic: 'pot:1', cursor: 9, events: [], reset: true })
})

test('messages are written as server-sent events', () => {
  expect(encodeMessage({ a: 1 }).toString()).toBe('data: {"a":1}\n\n')
  expect(encodeMessage({ a: 1 }, { event: 'hello', id: 3 }).toString()).toBe('event: hello\nid: 3\ndata: {"a":1}\n\n')
  expect(withId(encodeMessage({ a: 1 }), 7).toString()).toBe('id: 7\ndata: {"a":1}\n\n')
  expect(heartbeat(7).toString()).toBe(':\nid: 7\n\n')
})
