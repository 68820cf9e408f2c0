import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import type { Folders } from './choose-folders.ts'
import type { Ids } from './choose-users.ts'
import { PORT, withClient } from './connect.ts'
import { ROOT_USER } from './make-cluster.ts'

/** Recovery after a crash takes as long as it takes to read the log written since the last checkpoint. */
const READY_PATIENCE_MS = 120_000

/** For a machine of 2 cores and a few GB; fsync, full_page_writes and synchronous_commit are on and stay on. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  wal_compression: 'on',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  idle_in_transaction_session_timeout: '60s',
  // A statement of minutes ends with whoever asked for it.
  client_connection_check_interval: '2s',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  // Statements may hold people's words: they are not written to the log when they fail.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

const FAST: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
}

type Start = {
  binaries: string
  folders: Folders
  ids: Ids | undefined
  fast: boolean
  /** Hears that the process is there, and has not yet answered. */
  onLaunched?: (() => void) | undefined
}

/** `detached`: Ctrl-C in the terminal reaches the application alone, which then stops PostgreSQL in order. */
function launch({ binaries, folders, ids, fast }: Start): { child: ChildProcess; said: () => string } {
  const settings = { ...SETTINGS, unix_socket_directories: folders.socket, ...(fast ? FAST : {}) }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(binaries, 'bin', 'postgres'), ['-D', folders.cluster, '-p', String(PORT), ...flags], {
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...ids,
  })
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString('utf8')).slice(-4000)
  })
  child.on('error', (error) => {
    text += error.message
  })
  return { child, said: () => text.trim() }
}

function letGo(child: ChildProcess): void {
  child.stderr?.removeAllListeners('data')
  child.stderr?.destroy()
  child.unref()
}

async function isReady(socket: string): Promise<boolean> {
  const admin = { host: socket, port: PORT, user: ROOT_USER, database: 'postgres' }
  return withClient(admin, async () => true).catch(() => false)
}

/** Starts the server and waits until it takes connections; answers its process id. It does not end with this process.
 *  Throws an Error with what PostgreSQL said. */
export async function spawnPostgres(start: Start): Promise<number> {
  const { child, said } = launch(start)
  start.onLaunched?.()
  const until = Date.now() + READY_PATIENCE_MS
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null && Date.now() < until) {
    if (await isReady(start.folders.socket)) {
      letGo(child)
      return child.pid
    }
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  if (child.pid !== undefined) child.kill('SIGKILL')
  const log = path.join(start.folders.cluster, 'log')
  throw new Error(`PostgreSQL did not start: ${said() || 'it said nothing'}\nIts log is in ${log}.`)
}
