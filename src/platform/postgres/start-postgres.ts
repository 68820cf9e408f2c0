import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openDataDirectory } from '../data-directory.ts'
import { waitForLock } from '../hold-lock.ts'
import { chooseFolders, type Folders, openSocketFolder } from './choose-folders.ts'
import { chooseUsers, keepOwner, type Users } from './choose-users.ts'
import { type Admin, PORT } from './connect.ts'
import { isAlive, signal, waitUntil } from './find-processes.ts'
import { makeCluster, ROOT_USER } from './make-cluster.ts'
import { LOGIN, makeLogin } from './make-login.ts'
import { placeBinaries } from './place-binaries.ts'
import { recoverCluster } from './recover-cluster.ts'
import { spawnPostgres } from './spawn-postgres.ts'

/** Our own PostgreSQL, started for us or found running and taken over. */
export type RunningPostgres = {
  /** The login the application uses: neither superuser nor past row-level security; it owns the database. */
  readonly connection: Admin
  /** The cluster's superuser, for tests and for making databases. */
  readonly admin: Admin
  readonly pid: number
  /** What was found and done, one sentence each, to be shown to the operator. */
  readonly notes: readonly string[]
  /** The folder of everything that belongs to this PostgreSQL: the data directory, or one in /var/lib/dandelion. */
  readonly home: string
  /** Settles when the server has ended, whoever ended it. */
  readonly ended: Promise<void>
  /** Ends the server cleanly (connections are cut); does nothing when it has ended. */
  stop(): Promise<void>
}

export type StartPostgres = {
  readonly dataDir: string
  /** Who asks, as the database's list of connections shows it. */
  readonly appName: string
  /** Gives up safety for speed. Only tests may, and only on a new data directory below the temporary directory. */
  readonly fast?: boolean
  /** Hears that PostgreSQL was launched, and goes on with its own start beside us. Not when a running one was adopted. */
  readonly onLaunched?: () => void
}

const START_LOCK_PATIENCE_MS = 60_000
const FAST_MARK = 'fast-and-unsafe'

/** Three conditions that nobody meets by mistake: a test runs, the folder is temporary, and it was never a real one. */
function refuseFastOutsideTests(dataDir: string): void {
  const temporary = fs.realpathSync(os.tmpdir()) + path.sep
  const isNew = !fs.existsSync(path.join(dataDir, 'database')) || fs.existsSync(path.join(dataDir, FAST_MARK))
  const isTemporary = `${path.resolve(dataDir)}${path.sep}`.startsWith(temporary)
  if (process.env.VITEST !== 'true' || !isTemporary || !isNew) {
    throw new Error('A database without fsync is for tests alone: it loses acknowledged writes in a power cut.')
  }
}

/** Temporary folders are closed to others; the server's user has to pass, or the cluster would outlive the folder. */
function prepareFast(folder: string): void {
  fs.writeFileSync(path.join(folder, FAST_MARK), '')
  if (process.getuid?.() === 0) fs.chmodSync(folder, 0o711)
}

function watchEnd(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return
      clearInterval(timer)
      resolve()
    }, 250)
    timer.unref()
  })
}

/** First the way that waits for connections: those of a pool that has just ended are still saying good-bye. Then they are
 *  cut, then it ends without a checkpoint and recovers at the next start. Times in milliseconds. */
const WAYS_TO_STOP = [
  ['SIGTERM', 400],
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const

async function stop(pid: number): Promise<void> {
  for (const [name, patienceMs] of WAYS_TO_STOP) {
    if (!isAlive(pid)) return
    signal(pid, name)
    if (await waitUntil(() => !isAlive(pid), patienceMs)) return
  }
}

type Place = {
  readonly folders: Folders
  readonly users: Users
  readonly notes: string[]
  readonly fast: boolean
  readonly onLaunched: (() => void) | undefined
}

async function startOrAdopt({
  folders,
  users,
  notes,
  fast,
  onLaunched,
}: Place): Promise<{ pid: number; socket: string }> {
  const survivor = await recoverCluster(folders, notes)
  if (survivor !== undefined) return survivor
  const binaries = placeBinaries(folders.home)
  if (makeCluster({ binaries, cluster: folders.cluster, users, fast })) notes.push('made a new database')
  openSocketFolder(folders.socket, users.server)
  return {
    pid: await spawnPostgres({ binaries, folders, ids: users.server, fast, onLaunched }),
    socket: folders.socket,
  }
}

/** Starts the PostgreSQL that npm brought on the cluster of this data directory, or adopts the one that still serves it;
 *  makes the cluster, the login and the database when they are missing. It runs on when this process dies: the next
 *  start adopts it. Two starts at once wait for each other. Throws an Error with a sentence that says what to do. */
export async function startPostgres(options: StartPostgres): Promise<RunningPostgres> {
  const fast = options.fast ?? false
  if (fast) refuseFastOutsideTests(options.dataDir)
  const data = openDataDirectory(options.dataDir)
  if (fast) prepareFast(data.path)
  const lock = await waitForLock(`${data.id}/start`, START_LOCK_PATIENCE_MS)
  try {
    const anyone = chooseUsers()
    const { because, ...folders } = chooseFolders(data, anyone.server)
    const notes = because === undefined ? [] : [because]
    const users = keepOwner(anyone, folders.cluster)
    const { pid, socket } = await startOrAdopt({ folders, users, notes, fast, onLaunched: options.onLaunched })
    const at = { host: socket, port: PORT, application_name: options.appName }
    const admin = { ...at, user: ROOT_USER, database: 'postgres' }
    await makeLogin(admin)
    const connection = { ...at, user: LOGIN, database: LOGIN }
    return { connection, admin, pid, notes, home: folders.home, ended: watchEnd(pid), stop: () => stop(pid) }
  } finally {
    await lock.release()
  }
}
