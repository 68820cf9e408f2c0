import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXPOSURE_FLOOR } from '../../reading/contract.ts'
import { giveRoom } from './give-room.ts'

const PAGE = 5

type Reply = { readonly id: number; readonly author: number; readonly readers: Set<number> }
type Show = (ranked: readonly { reply: Reply; people: number }[]) => readonly { reply: Reply }[]

/** Readers come one after the other, see one page of a list that is ranked once and for all, and read all of it. */
function readBy(readers: number, count: number, show: Show): Reply[] {
  const replies = Array.from({ length: count }, (_, id) => ({ id, author: id % readers, readers: new Set<number>() }))
  for (let reader = 0; reader < readers; reader++) {
    const ranked = replies.map((reply) => {
      const isNew = reply.author !== reader && !reply.readers.has(reader)
      return { reply, people: isNew ? reply.readers.size : EXPOSURE_FLOOR }
    })
    for (const { reply } of show(ranked)) if (reply.author !== reader) reply.readers.add(reader)
  }
  return replies
}

/** So many readers are enough: two kept places each, and some more for authors who meet their own. */
const enough = (count: number): number => Math.ceil((count * EXPOSURE_FLOOR) / 2) + EXPOSURE_FLOOR
const leastRead = (replies: readonly Reply[]): number => Math.min(...replies.map(({ readers }) => readers.size))

test('over many readers every contribution reaches the floor, whatever its rank', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
      const replies = readBy(enough(count), count, (ranked) => giveRoom(ranked, PAGE))
      expect(leastRead(replies)).toBeGreaterThanOrEqual(EXPOSURE_FLOOR)
    }),
    { numRuns: 30 },
  )
})

test('by rank alone most contributions are read by nobody', () => {
  const replies = readBy(enough(60), 60, (ranked) => ranked.slice(0, PAGE))
  expect(replies.filter(({ readers }) => readers.size === 0).length).toBe(60 - PAGE)
})

test('what most agree with keeps its places', () => {
  const ranked = Array.from({ length: 20 }, (_, at) => ({ at, people: at < 3 ? 50 : 0 }))
  expect(giveRoom(ranked, PAGE).map(({ at }) => at)).toEqual([0, 1, 2, 3, 4])
  const all = Array.from({ length: 20 }, (_, at) => ({ at, people: at === 19 ? 0 : 50 }))
  expect(giveRoom(all, PAGE).map(({ at }) => at)).toEqual([0, 1, 2, 19, 3])
})
