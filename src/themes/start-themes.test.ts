import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { freshDatabase } from '../../test/database.ts'
import { aThemedVenue, type ThemedVenue } from '../../test/themed-venue.ts'
import { aVenue } from '../../test/venues.ts'
import { aWorld, type World } from '../../test/world.ts'
import { type EventTail, startEventTail, type Tx } from '../platform/index.ts'
import { startThemes } from './start-themes.ts'
import { findVenuesToCompute, markStale, saveComputed } from './store/computing.ts'
import { openEngine } from './worker/open-engine.ts'

const EVERY_MS = 200

let api: TestApi
let world: World
let venue: ThemedVenue
let tail: EventTail
let themes: ReturnType<typeof startThemes>
const errors: string[] = []

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  venue = await aThemedVenue(api, world, await world.person('Host', { role: 'host' }))
  await api.fresh.root.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no families today'; end $$;
     create trigger refuse before insert on theme_families for each row execute function refuse()`,
  )
  const { database, fresh } = api
  tail = await startEventTail({ database })
  themes = startThemes({
    database,
    connection: fresh.connection,
    tail,
    engine: openEngine(),
    onError: (error) => void errors.push((error as Error).message),
    computeEveryMs: EVERY_MS,
  })
})
afterAll(async () => {
  await themes.stop()
  await tail.stop()
  await world.close()
  await api.close()
})

/** A world in which nothing computes by itself. */
async function anotherWorld() {
  const fresh = await freshDatabase()
  const another = await aWorld({ fresh })
  return {
    world: another,
    close: async () => {
      await another.close()
      await fresh.drop()
    },
  }
}

/** What is measured after themes are computed and languages compared. */
const measured = async () =>
  (await api.fresh.root.query('select measures from theme_state where venue_id = $1', [venue.id])).rows[0]?.measures

test('what follows the themes and failed is done again, though nobody writes anything more', {
  timeout: 30_000,
}, async () => {
  const failed = () => expect(errors.filter((error) => error.includes('no families today')).length).toBeGreaterThan(1)
  await vi.waitFor(failed, { timeout: 20_000, interval: 50 })
  expect(await measured()).not.toHaveProperty('smallAt')
  await api.fresh.root.query('drop trigger refuse on theme_families')
  await vi.waitFor(async () => expect(await measured()).toHaveProperty('smallAt'), { timeout: 20_000, interval: 50 })
  expect(errors.every((error) => error.includes('no families today'))).toBe(true)
})

test('a conversation that is over does not rest for a minute before the last words in it are computed', async () => {
  const { world: other, close } = await anotherWorld()
  const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => other.database.transaction({ role: 'jobs' }, work)
  const { id } = await aVenue(other, await other.person('Host', { role: 'host' }))
  const due = () =>
    as((tx) => {
      const ago = (seconds: number): Date => new Date(tx.now.getTime() - seconds * 1_000)
      return findVenuesToCompute(tx, { least: 0, before: ago(60), beforeGrown: ago(15), grownShare: 1 })
    })
  await as((tx) => markStale(tx, [id]))
  await as((tx) =>
    tx.rows(`update theme_state set computed_at = now() - interval '20 seconds', figures = '{"contributions": 9}'`),
  )
  expect(await due()).toEqual([])
  await as((tx) => tx.rows(`update venue set accepts = 'nothing' where id = $1`, [id]))
  expect(await due()).toEqual([id])
  await close()
})

test('what is written while themes are computed is computed next, though they waited already', async () => {
  const { world: other, close } = await anotherWorld()
  const { id } = await aVenue(other, await other.person('Host', { role: 'host' }))
  const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => other.database.transaction({ role: 'jobs' }, work)
  const mark = () => as((tx) => markStale(tx, [id]))
  let aheadMs = 0
  const tick = () => {
    aheadMs += 1_000
    other.database.shiftClock(aheadMs)
  }
  const isDueAfter = async (during: () => Promise<unknown>): Promise<boolean> => {
    await mark()
    tick()
    const readAt = await as(async (tx) => tx.now)
    tick()
    await during()
    await as((tx) => saveComputed(tx, id, readAt))
    const text = 'select stale_at is not null as due from theme_state where venue_id = $1'
    return (await as((tx) => tx.row<{ due: boolean }>(text, [id])))?.due ?? false
  }
  expect(await isDueAfter(mark)).toBe(true)
  expect(await isDueAfter(async () => undefined)).toBe(false)
  await close()
})
