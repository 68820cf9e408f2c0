import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { aVenue } from '../../test/venues.ts'
import { aWorld, type World } from '../../test/world.ts'
import type { Tx } from '../platform/index.ts'
import { findStaleAt, findVenuesToCompute, markStale, saveState } from './store/computing.ts'

let fresh: FreshDatabase
let world: World
let venueId: string

beforeAll(async () => {
  fresh = await freshDatabase()
  world = await aWorld({ fresh })
  venueId = (await aVenue(world, await world.person('Host', { role: 'host' }))).id
})
afterAll(async () => {
  await world.close()
  await fresh.drop()
})

const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.database.transaction({ role: 'jobs' }, work)
const mark = () => as((tx) => markStale(tx, [venueId]))

/** Whether the venue is still to be computed after a computation in the middle of which `during` happens. */
async function isDueAfter(during: () => Promise<unknown>): Promise<boolean> {
  await mark()
  const staleAt = await as((tx) => findStaleAt(tx, venueId))
  world.database.shiftClock(1_000)
  await during()
  world.database.shiftClock(0)
  await as((tx) => saveState(tx, venueId, staleAt))
  return (await as(findVenuesToCompute)).includes(venueId)
}

test('what is new while a venue is computed is computed next, though the venue waited already', async () => {
  expect(await isDueAfter(mark)).toBe(true)
})

test('negative control: where nothing is new meanwhile, it is done', async () => {
  expect(await isDueAfter(async () => undefined)).toBe(false)
})

test('what is new while a venue is computed that did not wait any more is computed next', async () => {
  await mark()
  await as((tx) => saveState(tx, venueId, null))
  expect(await as(findVenuesToCompute)).toContain(venueId)
})
