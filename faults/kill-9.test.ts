import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect } from '../src/platform/postgres/connect.ts'
import { signal, waitUntil } from '../src/platform/postgres/find-processes.ts'
import { ROOT_USER } from '../src/platform/postgres/make-cluster.ts'
import { LOGIN } from '../src/platform/postgres/make-login.ts'
import { Installation, type Run } from '../test/start/run-dandelion.ts'
import { type Acknowledged, type Desk, keepWriting, write } from './keep-writing.ts'
import { openDesk } from './open-desk.ts'

const WRITERS = 8
const CYCLES = 6 * Math.max(1, Number(process.env.TRUST_SCALE ?? 1) || 1)
/** So much is acknowledged between one kill and the next. */
const BETWEEN = 30

vi.setConfig({ testTimeout: 60_000 + CYCLES * 20_000, hookTimeout: 120_000 })

let installation: Installation
let running: Run
let desk: Desk & { jamId: string }

beforeEach(async () => {
  installation = new Installation()
  await installation.makeAsStartedBefore()
  running = installation.start()
  const url = await running.ready
  await waitUntil(() => running.said().includes('token='), 10_000)
  desk = await openDesk(url, running.said())
})
afterEach(() => installation.remove())

/** All at once, as a machine's failure would: no process of it can finish what it was doing. */
async function killDatabase(): Promise<void> {
  for (const pid of installation.databaseProcesses()) signal(pid, 'SIGKILL')
}

/** The app is to outlive its database: its end is no recovery. */
async function orItsEnd(back: Promise<number>): Promise<number> {
  const { ended, said } = running
  return Promise.race([back, ended.then((code) => Promise.reject(new Error(`the app ended (${code}): ${said()}`)))])
}

async function killApp(): Promise<void> {
  running.kill('SIGKILL')
  await running.ended
}

async function startAgain(): Promise<void> {
  running = installation.start()
  desk.url = await running.ready
}

const ways = {
  'the app': async () => {
    await killApp()
    await startAgain()
  },
  'the database': killDatabase,
  both: async () => {
    await Promise.all([killApp(), killDatabase()])
    await startAgain()
  },
}

type Kept = { readonly id: string; readonly title: string }

/** What the jam's own export holds of what was written. */
async function kept(): Promise<Kept[]> {
  const headers = { cookie: `dandelion=${desk.token}` }
  const response = await fetch(`${desk.url}/api/jams/${desk.jamId}/export?format=jsonl`, { headers })
  const lines = (await response.text()).trim().split('\n')
  const objects = lines.map((line) => JSON.parse(line) as Kept & { type: string })
  return objects.filter((line) => line.type === 'contribution')
}

/** What is wrong with what was kept, compared with what was acknowledged. */
function compare(acknowledged: readonly Acknowledged[], found: readonly Kept[]) {
  const byTitle = Map.groupBy(found, (each) => each.title)
  return {
    lost: acknowledged.filter(({ title, id }) => !byTitle.get(title)?.some((each) => each.id === id)).length,
    doubled: [...byTitle.values()].filter((same) => same.length > 1).length,
  }
}

const middle = (numbers: readonly number[], share: number): string =>
  (numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0).toFixed(0)

test(`kill -9 of the app, the database and both under ${WRITERS} writers loses and doubles nothing`, async () => {
  const writing = keepWriting(desk, WRITERS)
  const recoveriesMs: Record<string, number[]> = {}
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    await orItsEnd(writing.after(BETWEEN))
    const [name, kill] = Object.entries(ways)[cycle % 3] ?? ['the app', ways['the app']]
    const killedAt = performance.now()
    const killed = kill()
    // What was on its way may still be answered; the writers' number of answers after that is the recovery.
    await killed
    const backAt = await orItsEnd(writing.after(WRITERS + 1))
    recoveriesMs[name] = [...(recoveriesMs[name] ?? []), backAt - killedAt]
  }
  await writing.stop()
  const all = Object.values(recoveriesMs).flat()
  const each = Object.entries(recoveriesMs).map(([name, times]) => `${name} ${middle(times, 0.5)}`)
  const { acknowledged } = writing
  const again = acknowledged.filter((_, at) => at % 10 === 0)
  const sameIds = await Promise.all(again.map(async (one) => (await write(desk, one)) === one.id))
  const result = compare(acknowledged, await kept())
  console.log(
    `R1: ${CYCLES} kills, ${acknowledged.length} acknowledged, ${writing.failed()} tries unanswered, ${result.lost} lost, ` +
      `${result.doubled} doubled; recovery median ${middle(all, 0.5)} ms, p95 ${middle(all, 0.95)} ms (${each.join(', ')})`,
  )
  expect({ ...result, changed: sameIds.filter((same) => !same).length }).toEqual({ lost: 0, doubled: 0, changed: 0 })
})

/** As the cluster's superuser, past the product: makes commits return before they are on disk. */
async function makeForgetful(): Promise<void> {
  const lines = fs.readFileSync(path.join(installation.dataDir, 'database', 'postmaster.pid'), 'utf8').split('\n')
  const at = { host: lines[4]?.trim() ?? '', port: Number(lines[3]), user: ROOT_USER }
  const client = await connect({ ...at, database: 'postgres' })
  // The server's own command line says "on": a role's setting stands above it, for connections made from now on.
  await client.query(`alter role ${LOGIN} set synchronous_commit = 'off'`)
  await client.query("alter system set wal_writer_delay = '10s'")
  await client.query('select pg_reload_conf()')
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [LOGIN])
  await client.end()
}

test('negative control: commits that are acknowledged before they are written are caught', async () => {
  await makeForgetful()
  const writing = keepWriting(desk, WRITERS)
  await writing.after(BETWEEN)
  await killDatabase()
  await writing.stop()
  await expect.poll(async () => (await kept().catch(() => undefined)) !== undefined, { timeout: 30_000 }).toBe(true)
  const { lost } = compare(writing.acknowledged, await kept())
  console.log(`R1 negative control: ${lost} of ${writing.acknowledged.length} lost with synchronous_commit=off`)
  expect(lost).toBeGreaterThan(0)
})
