import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEPTH_MAX, hasRoomBelow, inReadingOrder, pathUnder } from './tree.ts'

type Hub = { id: string; name: string; path: readonly string[] }

function grow(steps: readonly (readonly [number, string])[]): Hub[] {
  const hubs: Hub[] = [{ id: 'core', name: 'Core', path: ['core'] }]
  for (const [at, [under, name]] of steps.entries()) {
    const id = `hub-${at}`
    hubs.push({ id, name, path: pathUnder(hubs[under % hubs.length]?.path ?? [], id) })
  }
  return hubs
}

/** Trees as they grow: each new hub comes under one that is there. */
const names = fc.constantFrom('North', 'south', 'Östlich', 'West', 'Am See')
const trees = fc.array(fc.tuple(fc.nat(), names), { maxLength: 60 }).map(grow)

test('every hub has one root, itself last, and no hub twice on its way', () => {
  fc.assert(
    fc.property(trees, (hubs) => {
      for (const hub of hubs) {
        expect(hub.path[0]).toBe('core')
        expect(hub.path.at(-1)).toBe(hub.id)
        expect(new Set(hub.path).size).toBe(hub.path.length)
      }
    }),
  )
})

test('read aloud, every hub comes once and after the one above it, whatever order the rows came in', () => {
  fc.assert(
    fc.property(
      trees.chain((hubs) => fc.tuple(fc.constant(hubs), fc.shuffledSubarray(hubs, { minLength: hubs.length }))),
      ([hubs, shuffled]) => {
        const read = inReadingOrder(shuffled, 'de')
        expect(read).toEqual(inReadingOrder(hubs, 'de'))
        const places = new Map(read.map((hub, at) => [hub.id, at]))
        expect(places.size).toBe(hubs.length)
        for (const hub of read.slice(1)) {
          expect(places.get(hub.path.at(-2) ?? '')).toBeLessThan(places.get(hub.id) ?? -1)
        }
      },
    ),
  )
})

test('of a part of the tree nothing is lost, also when what is above is not shown', () => {
  fc.assert(
    fc.property(
      trees.chain((hubs) => fc.subarray(hubs)),
      (part) => {
        expect(new Set(inReadingOrder(part, 'en'))).toEqual(new Set(part))
      },
    ),
  )
})

test('a hub can never come under itself', () => {
  expect(() => pathUnder(['core', 'north'], 'core')).toThrow('under itself')
})

test('the tree ends at a depth that a page can show', () => {
  const deep = Array.from({ length: DEPTH_MAX }, (_, at) => `h${at}`)
  expect([hasRoomBelow(deep), hasRoomBelow(deep.slice(1))]).toEqual([false, true])
})
