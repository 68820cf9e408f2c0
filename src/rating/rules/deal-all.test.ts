import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../analysis/index.ts'
import { type Deal, type Dealt, dealAll } from './deal-all.ts'
import { dealHand, placeOf } from './deal-hand.ts'

const LENGTH = 24
const dealt = fc.array(fc.record({ shown: fc.nat(9), places: fc.nat(9_000), north: fc.nat(5) }), {
  minLength: 4,
  maxLength: 60,
})
const asked = fc.array(fc.record({ hubId: fc.constantFrom('north', 'south', null), had: fc.nat(10) }), {
  minLength: 1,
  maxLength: 12,
})

test('many who ask at once are dealt to as if one had asked after the other', () => {
  fc.assert(
    fc.property(dealt, asked, fc.integer({ min: 1, max: 1e9 }), (rows, people, seed) => {
      const ideas = rows.map(({ shown, places, north }, at): Dealt => {
        return { id: `i${at}`, shown, places, hubs: { north } }
      })
      const deals = people.map(({ hubId, had }): Deal => {
        const ids = ideas.slice(0, had).map(({ id }) => id)
        return { hubId, had: new Set(ids), at: ids.length, length: LENGTH }
      })
      const { hands, changes } = dealAll(ideas, deals, seededRandom(seed))

      const random = seededRandom(seed)
      const counts = structuredClone(ideas) as {
        id: string
        shown: number
        places: number
        hubs: Record<string, number>
      }[]
      const expected = deals.map(({ hubId, had, at, length }) => {
        const exposures = counts.map(({ hubs, ...count }) => ({ ...count, inHub: hubId ? (hubs[hubId] ?? 0) : 0 }))
        const hand = dealHand(exposures, { had, at, length, random })
        for (const [n, id] of hand.entries()) {
          const count = counts.find((one) => one.id === id)
          if (!count) continue
          count.shown += 1
          count.places += placeOf(at + n, length)
          if (hubId) count.hubs[hubId] = (count.hubs[hubId] ?? 0) + 1
        }
        return hand
      })
      expect(hands).toEqual(expected)
      expect(changes.map(({ id }) => id)).toEqual(hands.flat())
      for (const [n, hand] of hands.entries()) expect(hand.filter((id) => deals[n]?.had.has(id))).toEqual([])
    }),
  )
})
