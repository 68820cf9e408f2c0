import { expect, test } from 'vitest'
import type { LiveFrame } from '../../platform/contract.ts'
import { recentFrames } from './recent-frames.ts'

const frame = (cursor: number, topic = 'pot:1'): LiveFrame => ({ topic, cursor, events: [] })
const cursors = (frames: readonly LiveFrame[] | undefined) => frames?.map(({ cursor }) => cursor)

function begun(kept?: number) {
  const recent = recentFrames(kept)
  recent.begin({ cursor: 10, topics: ['pot:1', 'pot:2'] })
  return recent
}

test('frames of one topic after a place are remembered', () => {
  const recent = begun()
  for (const one of [frame(11), frame(12, 'pot:2'), frame(13)]) recent.keep(one)
  expect(cursors(recent.after('pot:1', 11))).toEqual([13])
})

test('what was before the stream began is not known', () => {
  expect(begun().after('pot:1', 9)).toBeUndefined()
})

test('a topic that the stream does not have is not known', () => {
  expect(begun().after('pot:3', 99)).toBeUndefined()
})

test('what was dropped to keep memory small is no longer known', () => {
  const recent = begun(2)
  for (const one of [frame(11), frame(12), frame(13)]) recent.keep(one)
  expect([recent.after('pot:1', 10), cursors(recent.after('pot:1', 11))]).toEqual([undefined, [12, 13]])
})

test('a topic that left the stream and came back is known only from then on', () => {
  const recent = begun()
  recent.begin({ cursor: 20, topics: ['pot:2'] })
  recent.begin({ cursor: 30, topics: ['pot:1', 'pot:2'] })
  expect([recent.after('pot:1', 25), recent.after('pot:2', 25)]).toEqual([undefined, []])
})
