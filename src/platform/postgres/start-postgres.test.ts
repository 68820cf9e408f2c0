import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dropPrograms } from '../../../test/start/run-dandelion.ts'
import { withClient } from './connect.ts'
import { findProcessesIn, isAlive, signal, waitUntil } from './find-processes.ts'
import { removeDataDirectory } from './remove-data-directory.ts'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

const opened: string[] = []

function newFolder(): string {
  const folder = path.join(os.tmpdir(), `dandelion-start-${randomBytes(6).toString('hex')}`)
  opened.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of opened.splice(0)) await removeDataDirectory(folder)
})

const begin = (dataDir: string): Promise<RunningPostgres> => startPostgres({ dataDir, appName: 'test' })

const once: { made: Promise<string> | undefined } = { made: undefined }

async function makeOnce(): Promise<string> {
  const folder = path.join(os.tmpdir(), `dandelion-start-${randomBytes(6).toString('hex')}`)
  await (await begin(folder)).stop()
  dropPrograms(folder)
  return folder
}
afterAll(async () => once.made && removeDataDirectory(await once.made))

/** Makes the folder as a server that was started and stopped there would have left it. */
async function asStartedBefore(folder: string): Promise<void> {
  once.made ??= makeOnce()
  execFileSync('cp', ['-a', await once.made, folder])
}

async function setting(postgres: RunningPostgres, name: string): Promise<unknown> {
  const result = await withClient(postgres.admin, (client) => client.query('select current_setting($1) as it', [name]))
  return result.rows[0].it
}

async function note(postgres: RunningPostgres, text: string): Promise<void> {
  await withClient(postgres.admin, async (client) => {
    await client.query('create table if not exists note (text text)')
    await client.query('insert into note values ($1)', [text])
  })
}

async function notes(postgres: RunningPostgres): Promise<string[]> {
  const result = await withClient(postgres.admin, (client) => client.query('select text from note order by text'))
  return result.rows.map((row) => row.text)
}

async function killPostmaster(postgres: RunningPostgres): Promise<void> {
  signal(postgres.pid, 'SIGKILL')
  await waitUntil(() => !isAlive(postgres.pid), 5_000)
}

describe('a started server', () => {
  let folder: string
  let postgres: RunningPostgres
  beforeAll(async () => {
    folder = newFolder()
    opened.pop()
    await asStartedBefore(folder)
    postgres = await begin(folder)
  })
  afterAll(() => removeDataDirectory(folder))

  test('gives a login that is neither superuser nor past row-level security', async () => {
    const result = await withClient(postgres.connection, (client) =>
      client.query('select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user'),
    )
    expect(result.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: true }])
  })

  test.each(['fsync', 'synchronous_commit', 'full_page_writes'])(
    'keeps acknowledged writes: %s is on',
    async (name) => {
      expect(await setting(postgres, name)).toBe('on')
    },
  )

  test('listens on no network', async () => {
    expect(await setting(postgres, 'listen_addresses')).toBe('')
  })

  test.runIf(process.getuid?.() === 0)('runs, when root starts it, as a user id that is not root', () => {
    expect(fs.statSync(`/proc/${postgres.pid}`).uid).toBeGreaterThan(47_000)
  })

  test('is adopted by the next start', async () => {
    expect(await begin(folder)).toMatchObject({ pid: postgres.pid, notes: [expect.stringContaining('adopted')] })
  })
})

describe('a start on a new folder', () => {
  test('asked twice at once makes one server', async () => {
    const folder = newFolder()
    const [one, two] = await Promise.all([begin(folder), begin(folder)])
    expect(one.pid).toBe(two.pid)
  })

  test('makes anew what was stopped half-way', async () => {
    const folder = newFolder()
    fs.mkdirSync(path.join(folder, 'database.half'), { recursive: true })
    fs.writeFileSync(path.join(folder, 'database.half', 'PG_VERSION'), '18')
    fs.chmodSync(folder, 0o711)
    const postgres = await begin(folder)
    expect(await setting(postgres, 'server_version')).toMatch(/^18/)
  })
})

describe('a later start', () => {
  let folder: string
  beforeAll(async () => {
    folder = newFolder()
    opened.pop()
    await asStartedBefore(folder)
  })
  afterAll(() => removeDataDirectory(folder))

  test('finds what the earlier one wrote', async () => {
    const first = await begin(folder)
    await note(first, 'kept')
    await first.stop()
    expect(await notes(await begin(folder))).toContain('kept')
  })

  test('recovers after the server was killed, and says so', async () => {
    const first = await begin(folder)
    await note(first, 'acknowledged')
    await killPostmaster(first)
    const second = await begin(folder)
    expect(await notes(second)).toContain('acknowledged')
    expect(second.notes.join()).toContain('recovers')
  })

  test('ends a backend that outlived its killed server before it touches the files', async () => {
    const first = await begin(folder)
    const cluster = path.join(first.home, 'database')
    const busy = withClient(first.admin, (client) => client.query('select sum(i) from generate_series(1, 1e9) as i'))
    const lost = expect(busy).rejects.toThrow()
    await waitForActive(first)
    await killPostmaster(first)
    const outlived = findProcessesIn(cluster)
    const second = await begin(folder)
    await lost
    expect({ some: outlived.length > 0, still: outlived.filter(isAlive) }).toEqual({ some: true, still: [] })
    expect(await setting(second, 'data_directory')).toBe(cluster)
  })

  test('replaces a server that is frozen', async () => {
    const first = await begin(folder)
    signal(first.pid, 'SIGSTOP')
    const second = await begin(folder)
    expect(isAlive(first.pid)).toBe(false)
    expect(second.notes.join()).toContain('did not answer')
  }, 40_000)

  test('is not misled by a stranger who now has the old process id', async () => {
    const first = await begin(folder)
    const pidFile = path.join(first.home, 'database', 'postmaster.pid')
    await killPostmaster(first)
    fs.writeFileSync(pidFile, fs.readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)))
    const second = await begin(folder)
    expect(second.pid).not.toBe(process.pid)
  })

  test('refuses files of another PostgreSQL version', async () => {
    const first = await begin(folder)
    await first.stop()
    fs.writeFileSync(path.join(first.home, 'database', 'PG_VERSION'), '17\n')
    await expect(begin(folder)).rejects.toThrow('was made by PostgreSQL 17')
  })
})

async function waitForActive(postgres: RunningPostgres): Promise<void> {
  const active =
    "select 1 from pg_stat_activity where state = 'active' and query like '%generate_series%' and pid <> pg_backend_pid()"
  await expect.poll(async () => (await withClient(postgres.admin, (client) => client.query(active))).rowCount).toBe(1)
}

describe('where things lie', () => {
  test.runIf(process.getuid?.() === 0)(
    'as root, a folder that only root may enter sends the database elsewhere, and it is found once that is opened',
    async () => {
      const folder = newFolder()
      const data = path.join(folder, 'data')
      opened.push(data)
      fs.mkdirSync(folder, { mode: 0o700 })
      const postgres = await begin(data)
      expect(postgres.home).toMatch(/^\/var\/lib\/dandelion\/[0-9a-f]{16}$/)
      expect(postgres.notes.join()).toContain(`${folder} lets only root pass`)
      await postgres.stop()
      fs.chmodSync(folder, 0o755)
      expect((await begin(data)).home).toBe(postgres.home)
      await removeDataDirectory(data)
    },
  )

  test.runIf(process.getuid?.() === 0)(
    'as root, a database that a closed folder now hides is not replaced',
    async () => {
      const folder = newFolder()
      const data = path.join(folder, 'data')
      fs.mkdirSync(folder)
      await asStartedBefore(data)
      fs.chmodSync(folder, 0o700)
      await expect(begin(data)).rejects.toThrow(`chmod o+x ${folder}`)
    },
  )

  test('a path too long for a socket sends the socket to the temporary directory', async () => {
    const parent = newFolder()
    const folder = path.join(parent, 'x'.repeat(90))
    fs.mkdirSync(parent)
    await asStartedBefore(folder)
    const postgres = await begin(folder)
    expect(path.dirname(postgres.connection.host)).toBe(os.tmpdir())
    await removeDataDirectory(folder)
  })

  test('a socket folder that others may enter is refused', async () => {
    const folder = newFolder()
    await asStartedBefore(folder)
    fs.chmodSync(path.join(folder, 'socket'), 0o755)
    await expect(begin(folder)).rejects.toThrow('mode 0700')
  })
})

describe('the unsafe mode of tests', () => {
  test('is refused on a folder that held a real database', async () => {
    const folder = newFolder()
    await asStartedBefore(folder)
    await expect(startPostgres({ dataDir: folder, appName: 'test', fast: true })).rejects.toThrow('for tests alone')
  })

  test('is refused outside the temporary directory', async () => {
    const dataDir = path.join(path.parse(os.tmpdir()).root, 'dandelion-never-made')
    await expect(startPostgres({ dataDir, appName: 'test', fast: true })).rejects.toThrow('for tests alone')
  })
})
