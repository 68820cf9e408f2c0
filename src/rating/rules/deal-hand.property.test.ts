import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../analysis/index.ts'
import { ballotLength, dealHand, type Exposure, placeOf } from './deal-hand.ts'
import { HAND_SIZE } from './limits.ts'

/** People who come, answer some and go away, as a rating sees them. `together`: so many rate at a time,
 *  each with a hand of her own. `sweepEvery`: hands nobody goes on with are given back after so many people. */
type Crowd = {
  readonly seed: number
  readonly ideas: number
  readonly people: number
  readonly hubs: number
  readonly together: number
  readonly staying: number
  readonly sweepEvery: number
}

type Deal = typeof dealHand
type Person = { hub: number; had: string[]; hand: string[]; answered: string[]; gone: boolean }
type Count = { shown: number; places: number; hubs: number[]; answered: number; answeredAt: number }

const crowd: fc.Arbitrary<Crowd> = fc.record({
  seed: fc.integer({ min: 1, max: 1e9 }),
  ideas: fc.integer({ min: 5, max: 120 }),
  people: fc.integer({ min: 1, max: 400 }),
  hubs: fc.integer({ min: 1, max: 8 }),
  together: fc.integer({ min: 1, max: 8 }),
  staying: fc.double({ min: 0.85, max: 0.99, noNaN: true }),
  sweepEvery: fc.integer({ min: 1, max: 10 }),
})

/** Lets a crowd rate. Each answers a hand at a time and may go away for good before every idea. Hands are dealt one after
 *  the other, as a lock has it. */
function simulate(given: Crowd, deal: Deal = dealHand): Count[] {
  const random = seededRandom(given.seed)
  const length = ballotLength(given.ideas)
  const counts = new Map<string, Count>()
  for (let at = 0; at < given.ideas; at++) {
    counts.set(`i${at}`, { shown: 0, places: 0, hubs: Array(given.hubs).fill(0), answered: 0, answeredAt: 0 })
  }
  const all = Array.from({ length: given.people }, (): Person => {
    const hub = Math.floor(random() ** 2 * given.hubs) // hubs of very different size
    return { hub, had: [], hand: [], answered: [], gone: false }
  })
  const active: Person[] = []
  let left: Person[] = []
  let resting: Person[] = []
  const step = (person: Person): void => {
    const exposures = [...counts].map(([id, { shown, places, hubs }]): Exposure => {
      return { id, shown, places, inHub: hubs[person.hub] ?? 0 }
    })
    person.hand = deal(exposures, { had: new Set(person.had), at: person.had.length, length, random })
    for (const id of person.hand)
      raise(counts, { id, hub: person.hub, place: placeOf(person.had.push(id) - 1, length) })
    while (person.hand.length > 0) {
      if (random() > given.staying) {
        person.gone = true
        left.push(person)
        return
      }
      const id = person.hand.shift() ?? ''
      const count = counts.get(id)
      if (count) count.answered++
      person.answered.push(id)
    }
    if (person.had.length >= length) person.gone = true
  }
  const sweep = (): void => {
    for (const person of resting) for (const id of person.hand.splice(0)) raise(counts, { id, hub: person.hub, by: -1 })
    resting = left
    left = []
  }
  for (const [at, person] of all.entries()) {
    active.push(person)
    if (active.length >= given.together || at === all.length - 1) {
      while (active.some(({ gone }) => !gone)) {
        for (const one of active) if (!one.gone) step(one)
      }
      active.length = 0
    }
    if (at % given.sweepEvery === 0) sweep()
  }
  return [...counts.values()]
}

function raise(
  counts: Map<string, Count>,
  { id, hub, place = 0, by = 1 }: { id: string; hub: number; place?: number; by?: number },
) {
  const count = counts.get(id)
  if (!count) return
  count.shown += by
  count.places += place
  count.hubs[hub] = (count.hubs[hub] ?? 0) + by
}

/** What people may rely on: no idea is rated more than 1.5 times as often as another. Allowed for are whole numbers, and
 *  what lies in the hands of those who rate or have just gone away at the end: that weighs where each was rated little. */
function isBalanced(counts: readonly Count[], { together, sweepEvery }: Crowd): boolean {
  const rated = counts.map(({ answered }) => answered)
  const [least, most] = [Math.min(...rated), Math.max(...rated)]
  const inHands = (HAND_SIZE * (together + 2 * sweepEvery)) / counts.length
  return most <= Math.max(1.5 * least, least + 1 + Math.ceil(inHands + 2 * Math.sqrt(inHands)))
}

const random: Deal = (ideas, { had, at, length, random: next }) =>
  ideas
    .filter(({ id }) => !had.has(id))
    .map(({ id }) => ({ id, turn: next() }))
    .sort((a, b) => a.turn - b.turn)
    .slice(0, Math.min(HAND_SIZE, length - at))
    .map(({ id }) => id)

describe('ideas are dealt', () => {
  test('so that none is rated more than 1.5 times as often as another, whoever comes and goes', () => {
    fc.assert(
      fc.property(crowd, (given) => isBalanced(simulate(given), given)),
      { numRuns: 100 },
    )
    const byChance = fc.check(
      fc.property(crowd, (given) => isBalanced(simulate(given, random), given)),
      { numRuns: 100 },
    )
    expect(byChance.failed).toBe(true)
  })

  test('within 1.5 times once each was rated eight times and more, with as many as rate at once', () => {
    const steady = { seed: 7, ideas: 100, people: 400, hubs: 6, together: 10, staying: 0.95, sweepEvery: 10 }
    const rated = simulate(steady).map(({ answered }) => answered)
    expect(Math.max(...rated) / Math.min(...rated)).toBeLessThanOrEqual(1.5)
    const byChance = simulate(steady, random).map(({ answered }) => answered)
    expect(Math.max(...byChance) / Math.min(...byChance)).toBeGreaterThan(1.5)
  })

  test('early and late in ballots alike, and evenly within each hub', () => {
    const steady = { seed: 3, ideas: 60, people: 300, hubs: 5, together: 5, staying: 0.97, sweepEvery: 10 }
    const spread = (counts: readonly Count[]) => {
      const means = counts.map(({ places, shown }) => places / shown)
      const hubs = [0, 1, 2, 3, 4].map((hub) => {
        const inHub = counts.map((count) => count.hubs[hub] ?? 0)
        return Math.max(...inHub) - Math.min(...inHub)
      })
      return { places: Math.max(...means) - Math.min(...means), hub: Math.max(...hubs) }
    }
    const [ours, byChance] = [spread(simulate(steady)), spread(simulate(steady, random))]
    expect(ours.places).toBeLessThan(byChance.places / 2)
    expect(ours.hub).toBeLessThan(byChance.hub / 2)
  })

  test('never twice to one person, and all of them where there are no more than thirty', () => {
    const had = new Set<string>()
    const ideas = Array.from({ length: 30 }, (_, at): Exposure => ({ id: `i${at}`, shown: 0, inHub: 0, places: 0 }))
    const length = ballotLength(ideas.length)
    while (had.size < length) {
      const hand = dealHand(ideas, { had, at: had.size, length, random: seededRandom(1) })
      expect(hand.some((id) => had.has(id))).toBe(false)
      for (const id of hand) had.add(id)
    }
    expect(had.size).toBe(30)
    expect(ballotLength(31)).toBe(24)
  })
})
