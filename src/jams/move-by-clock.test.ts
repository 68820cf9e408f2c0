import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  hoursFromNow,
  type JamsServer,
  openedJam,
  openJamsServer,
  preparedJam,
  type TestPerson,
} from '../../test/jams.ts'
import { startJobs } from '../platform/index.ts'
import { applyEvent } from './apply-event.ts'
import { closeJamAsOperator, JAM_CRONTAB, jamTasks, lobbyLinks, openJamAsOperator, sweepJams } from './index.ts'
import { moveByClock } from './move-by-clock.ts'
import { findJamOfOperator } from './store/jams.ts'

const HOUR_MS = 3_600_000
/** No lobby here is open by link. */
const noLinks = lobbyLinks({ seal: () => Buffer.alloc(0), open: () => undefined })

let server: JamsServer
let host: TestPerson

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
})
afterEach(() => server.database.shiftClock(0))
afterAll(() => server.close())

const dates = {
  dates: { opensAt: null, rateAt: hoursFromNow(10), closesAt: hoursFromNow(20), archiveAt: hoursFromNow(30) },
}

async function phasesTold(jamId: string): Promise<string[]> {
  const told = await server.root.query(
    `select facts->>'phase' as phase from event where type = 'jam.moved' and facts->>'jamId' = $1 order by emitted_at, id`,
    [jamId],
  )
  return told.rows.map((row: { phase: string }) => row.phase)
}

async function phaseOf(jamId: string): Promise<string> {
  return (await server.root.query('select phase from jam where id = $1', [jamId])).rows[0].phase
}

test('twenty sweeps at once on two servers make each step once', async () => {
  const jam = await openedJam(server, host, dates)
  const second = server.api.fresh.open(server.connection, { max: 10 })
  try {
    for (const database of [server.database, second]) database.shiftClock(31 * HOUR_MS)
    await Promise.all(Array.from({ length: 20 }, (_, at) => sweepJams(at % 2 ? second : server.database)))
  } finally {
    await second.close()
  }
  expect(await phasesTold(jam.id)).toEqual(['discuss', 'rate', 'report', 'archive'])
  const changes = (await server.as(host).get(jam.path)).body.changes
  expect(changes.map((change: { phase: string }) => change.phase)).toEqual(['discuss', 'rate', 'report', 'archive'])
})

test('negative control: servers that do not hold the jam make a step twice', async () => {
  const jam = await openedJam(server, host, dates)
  server.database.shiftClock(11 * HOUR_MS)
  const loaded = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const moveUnheld = (at: number) =>
    server.database.transaction({ role: 'jobs' }, async (tx) => {
      const row = await findJamOfOperator(tx, jam.id)
      loaded[at]?.resolve()
      await Promise.all(loaded.map(({ promise }) => promise))
      if (row) await applyEvent(tx, { row, event: { type: 'clock' }, personId: null })
    })
  await Promise.all([moveUnheld(0), moveUnheld(1)])
  expect(await phasesTold(jam.id)).toEqual(['discuss', 'rate', 'rate'])
})

test('a server that comes back after two phases closes the jam at its time, not at its own', async () => {
  const jam = await openedJam(server, host, dates)
  server.database.shiftClock(25 * HOUR_MS)
  await sweepJams(server.database)
  expect((await server.as(host).get(jam.path)).body.jam.closedAt).toBe(dates.dates.closesAt)
})

test('a jam that cannot be moved holds up no other, and is told', async () => {
  const stuck = await openedJam(server, host, dates)
  const next = await openedJam(server, host, dates)
  await server.root.query(
    `create function stay() returns trigger language plpgsql as 'begin raise exception ''it cannot move''; end';
     create trigger stay before update on jam for each row when (old.id = '${stuck.id}') execute function stay()`,
  )
  server.database.shiftClock(11 * HOUR_MS)
  // The stuck one comes first.
  await server.root.query(`alter table jam disable trigger stay; update jam set next_at = next_at - interval '1 hour'
    where id = '${stuck.id}'; alter table jam enable trigger stay`)
  try {
    await expect(sweepJams(server.database)).rejects.toThrow('1 could not be done')
    expect(await phaseOf(next.id)).toBe('rate')
    expect(await phaseOf(stuck.id)).toBe('discuss')
  } finally {
    await server.root.query('drop function stay cascade')
  }
  await sweepJams(server.database)
  expect(await phaseOf(stuck.id)).toBe('rate')
})

test('an alarm that rings too early changes nothing and is set again', async () => {
  const jam = await openedJam(server, host, dates)
  await moveByClock(server.database, jam.id)
  expect(await phaseOf(jam.id)).toBe('discuss')
  const alarms = await server.root.query(`select run_at from graphile_worker.jobs where key = 'move-jam:' || $1`, [
    jam.id,
  ])
  expect(alarms.rows.map((row: { run_at: Date }) => row.run_at.toISOString())).toEqual([dates.dates.rateAt])
})

test('an extension moves the alarm instead of adding one', async () => {
  const jam = await openedJam(server, host, dates)
  const until = hoursFromNow(12)
  await server.as(host).post(`${jam.path}/extend`, { until, reason: 'More' })
  const alarms = await server.root.query(`select run_at from graphile_worker.jobs where key = 'move-jam:' || $1`, [
    jam.id,
  ])
  expect(alarms.rows.map((row: { run_at: Date }) => row.run_at.toISOString())).toEqual([until])
})

test('only the clock of the database counts: a jam whose clock was set back waits', async () => {
  const jam = await openedJam(server, host, dates)
  server.database.shiftClock(-5 * HOUR_MS)
  await sweepJams(server.database)
  expect(await phaseOf(jam.id)).toBe('discuss')
})

test('a jam opens by its own alarm, within seconds of its time', async () => {
  const opensAt = new Date(Date.now() + 2_000).toISOString()
  const jam = await preparedJam(server, host, { dates: { ...dates.dates, opensAt } })
  const jobs = await startJobs({
    connection: server.connection,
    tasks: jamTasks({ database: server.database, links: noLinks }),
    crontab: JAM_CRONTAB,
  })
  try {
    while ((await phaseOf(jam.id)) !== 'discuss') await wait(50)
  } finally {
    await jobs.stop()
  }
  const openedAt: string = (await server.as(host).get(jam.path)).body.jam.openedAt
  expect(openedAt >= opensAt).toBe(true)
})

test('the operator opens and closes a jam without a session', async () => {
  const jam = await preparedJam(server, host)
  expect(await openJamAsOperator(server.database, { jamId: jam.id, reason: null })).toBe('discuss')
  expect(await closeJamAsOperator(server.database, { jamId: jam.id, reason: 'The building is closed' })).toBe('report')
})

test('the operator too is refused what the jam is not ready for', async () => {
  const jam = await preparedJam(server, host, { promise: null })
  await expect(openJamAsOperator(server.database, { jamId: jam.id, reason: null })).rejects.toThrow('jam.not-ready')
})

test('a jam that does not exist is not found by the operator', async () => {
  const jamId = '00000000-0000-4000-8000-000000000000'
  await expect(closeJamAsOperator(server.database, { jamId, reason: 'Why not' })).rejects.toThrow('not-found')
})
