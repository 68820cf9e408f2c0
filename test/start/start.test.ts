import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findWall } from '../../src/platform/postgres/choose-users.ts'
import { isAlive, signal, waitUntil } from '../../src/platform/postgres/find-processes.ts'
import { holdPort, Installation, project, type Run, run } from './run-dandelion.ts'

// A start may have to build the web app first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let installation: Installation

beforeEach(() => {
  installation = new Installation()
})
afterEach(() => installation.remove())

const isReady = async (url: string): Promise<boolean> =>
  (await fetch(`${url}/health/ready`).catch(() => undefined))?.status === 200

describe('a start', () => {
  test('on a new data directory serves, and a signal stops all of it', async () => {
    const server = installation.start()
    expect(await isReady(await server.ready)).toBe(true)
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(installation.databaseProcesses()).toEqual([])
  })

  test('asked to stop while it starts leaves nothing running', async () => {
    const server = installation.start()
    await waitUntil(() => installation.databaseProcesses().length > 0, 20_000)
    server.kill('SIGINT')
    await server.ended
    expect(installation.databaseProcesses()).toEqual([])
  })
})

// These follow each other on one installation, as in the life of one: a test that finds nothing running starts it.
describe('once it has been started before', () => {
  const lasting = new Installation()
  let last: Run | undefined
  beforeAll(() => lasting.makeAsStartedBefore())
  afterAll(() => lasting.remove())

  const start = async (command?: readonly [string, ...string[]]): Promise<Run> => {
    last = lasting.start(['start'], command ? { command } : {})
    await last.ready
    return last
  }
  const running = async (): Promise<Run> => last ?? start()
  const kill = async (server: Run): Promise<void> => {
    server.kill('SIGKILL')
    await server.ended
  }

  test('it finds its own files from a new working directory', async () => {
    const server = await start(['sh', '-c', `cd / && exec ${process.execPath} ${project}/bin/dandelion.mjs "$@"`, 'sh'])
    expect(await isReady(await server.ready)).toBe(true)
  })

  test('a second start on the same data directory is refused with the name of the first', async () => {
    const first = await running()
    const second = lasting.start()
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(`is in use by dandelion start (process ${first.pid}`)
  })

  test('a stopped process that holds the data directory is named too', async () => {
    const frozen = await running()
    signal(frozen.pid, 'SIGSTOP')
    const second = lasting.start()
    await second.ended
    signal(frozen.pid, 'SIGCONT')
    expect(second.said()).toContain(`process ${frozen.pid}`)
  })

  test('doctor finds the running installation in order, and leaves it running', async () => {
    const server = await running()
    const doctor = lasting.start(['doctor'])
    expect(await doctor.ended, doctor.said()).toBe(0)
    expect(doctor.said()).toMatch(/ok +PostgreSQL: 18\.4; roles are there, tables are up to date/)
    expect(await isReady(await server.ready)).toBe(true)
  })

  test('after kill -9 of PostgreSQL, the server brings it back by itself', async () => {
    const server = await running()
    const url = await server.ready
    await lasting.killPostmaster()
    await expect.poll(() => server.said(), { timeout: 15_000 }).toContain('PostgreSQL runs again')
    await expect.poll(() => isReady(url), { timeout: 15_000 }).toBe(true)
  })

  test('after kill -9 of the server, the next start adopts its PostgreSQL and says so', async () => {
    await kill(await running())
    const postmaster = lasting.postmaster()
    const next = await start()
    expect(next.said()).toContain(`adopted PostgreSQL (process ${postmaster})`)
  })

  test('after kill -9 of both, the next start recovers and says so', async () => {
    await kill(await running())
    await lasting.killPostmaster()
    const next = await start([process.execPath, path.join(project, 'dev', 'bootstrap.mjs'), 'bin/dandelion.mjs'])
    expect(await isReady(await next.ready)).toBe(true)
    expect(next.said()).toContain('recovers')
  })

  test('after kill -9 of the process that started it, the server stops too', async () => {
    const npm =
      last ?? (await start([process.execPath, path.join(project, 'dev', 'bootstrap.mjs'), 'bin/dandelion.mjs']))
    const { pid } = JSON.parse(fs.readFileSync(path.join(lasting.dataDir, 'running.json'), 'utf8'))
    expect(pid).not.toBe(npm.pid)
    // However long PostgreSQL takes to stop: the server looks for its parent once a second.
    const postmaster = lasting.postmaster()
    signal(postmaster, 'SIGSTOP')
    npm.kill('SIGKILL')
    expect(await waitUntil(() => !isAlive(pid), 4_000)).toBe(false)
    signal(postmaster, 'SIGCONT')
    expect(await waitUntil(() => !isAlive(pid), 15_000)).toBe(true)
    expect(lasting.databaseProcesses()).toEqual([])
  })
})

describe('what keeps it from starting is one sentence', () => {
  test('a busy port', async () => {
    const { port, release } = await holdPort()
    const refused = installation.start(['start'], { env: { PORT: String(port) } })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program. Stop that program, or choose another port with PORT, such as PORT=${port + 1}.\n`,
    )
    await release()
  })

  test('a database that cannot be reached', async () => {
    const refused = installation.start(['start'], { env: { DATABASE_URL: 'postgres://ann:secret@127.0.0.1:9/talk' } })
    expect(await refused.ended).toBe(1)
    expect(refused.said().split('\n').at(-2)).toBe(
      'The database ann@127.0.0.1:9/talk cannot be reached: nothing listens there. Start it, or correct DATABASE_URL.',
    )
  })

  test('a configuration with several problems names them all', async () => {
    const refused = run(['start'], { env: { PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'here' } })
    expect(await refused.ended).toBe(1)
    expect(refused.said().match(/PORT|LOG_LEVEL|PUBLIC_URL/g)).toEqual(['PORT', 'PUBLIC_URL', 'LOG_LEVEL'])
  })

  test('a data directory that this user may not write', async () => {
    const refused = run(['start'], { env: { PORT: '0', DANDELION_DATA: '/dev/null/dandelion' } })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toMatch(/^The data directory \/dev\/null\/dandelion cannot be used .*DANDELION_DATA.*\n$/)
  })

  test('a data directory where the system makes no folders', async () => {
    const refused = run(['start'], { env: { PORT: '0', DANDELION_DATA: '/proc/dandelion' } })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toContain('cannot be used (ENOENT)')
  })

  test('a word that is no command', async () => {
    const refused = run(['strat'])
    expect(await refused.ended).toBe(2)
    expect(refused.said()).toContain('There is no command "strat".')
  })
})

const nobody = { uid: 65_534, gid: 65_534 }
const mayRunAsNobody = process.getuid?.() === 0 && findWall(project, nobody) === undefined

describe('who runs it', () => {
  test.runIf(mayRunAsNobody)('a plain user runs PostgreSQL under the user’s own id', async () => {
    fs.mkdirSync(installation.dataDir, { mode: 0o700 })
    fs.chownSync(installation.dataDir, nobody.uid, nobody.gid)
    const server = installation.start(['start'], nobody)
    expect(await isReady(await server.ready)).toBe(true)
    expect(fs.statSync(`/proc/${installation.postmaster()}`).uid).toBe(nobody.uid)
  })

  test.runIf(mayRunAsNobody)('a user id without a name is told what to do', async () => {
    fs.mkdirSync(installation.dataDir)
    fs.chownSync(installation.dataDir, 54_321, 54_321)
    const refused = installation.start(['start'], { uid: 54_321, gid: 54_321 })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toMatch(/^User id 54321 has no name on this machine.*DATABASE_URL.*\n$/)
  })
})

describe('doctor', () => {
  test('names what is wrong and how to put it right', async () => {
    const { port, release } = await holdPort()
    const doctor = installation.start(['doctor'], {
      env: { PORT: String(port), PUBLIC_URL: 'http://talk.example.org', SMTP_URL: 'smtp://127.0.0.1:9' },
    })
    expect(await doctor.ended).toBe(1)
    expect(doctor.said().match(/PROBLEM +(port|PUBLIC_URL|mail):/g)).toHaveLength(3)
    await release()
  })

  test('prints the SQL for a login', async () => {
    const doctor = run(['doctor', '--sql'])
    await doctor.ended
    expect(doctor.said()).toContain('nosuperuser nobypassrls nocreatedb createrole')
  })
})
