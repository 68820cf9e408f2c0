import fs from 'node:fs'
import path from 'node:path'
import type { Folders } from './choose-folders.ts'
import { PORT, withClient } from './connect.ts'
import { findProcessesIn, isAlive, signal, waitUntil, worksIn } from './find-processes.ts'
import { ROOT_USER } from './make-cluster.ts'

const PATIENCE_MS = 8_000
const SILENCE_MS = 4_000

/** A PostgreSQL that serves the cluster already. */
export type Survivor = { readonly pid: number; readonly socket: string }

/** What postmaster.pid says: line 1 the process, line 5 the folder of its socket. */
function readPidFile(cluster: string): Survivor | undefined {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, socket: lines[4] ?? '' } : undefined
  } catch {
    return undefined
  }
}

async function servedFolder(socket: string): Promise<string> {
  const admin = {
    host: socket,
    port: PORT,
    user: ROOT_USER,
    database: 'postgres',
    query_timeout: 2000,
    connectionTimeoutMillis: 2000,
  }
  const result = await withClient(admin, (client) => client.query<{ data_directory: string }>('show data_directory'))
  return result.rows[0]?.data_directory ?? ''
}

/** A PostgreSQL that recovers or shuts down says so: it is busy, not dead. */
const isBusy = (error: unknown): boolean => (error as { code?: string }).code === '57P03'

/** Asks until it answers. Undefined when it ends meanwhile, or says nothing at all for as long as our patience lasts. */
async function findAnswering(claimed: Survivor, cluster: string): Promise<Survivor | undefined> {
  let silentSince = Date.now()
  while (isAlive(claimed.pid) && Date.now() - silentSince < SILENCE_MS) {
    try {
      return (await servedFolder(claimed.socket)) === cluster ? claimed : undefined
    } catch (error) {
      if (isBusy(error)) silentSince = Date.now()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return undefined
}

/** Somebody answers although its process is not in our /proc: another container uses the same folder. */
async function refuseUnseenServer(claimed: Survivor, cluster: string): Promise<void> {
  const served = await servedFolder(claimed.socket).catch(() => '')
  if (served === '') return
  throw new Error(
    `${cluster} is served by a PostgreSQL that this machine does not show (process ${claimed.pid} in another container?). Stop that one first, or set DANDELION_DATA to another directory.`,
  )
}

async function endAll(cluster: string): Promise<number> {
  const left = findProcessesIn(cluster)
  for (const pid of left) signal(pid, 'SIGKILL')
  if (await waitUntil(() => findProcessesIn(cluster).length === 0, PATIENCE_MS)) return left.length
  throw new Error(
    `PostgreSQL's processes ${findProcessesIn(cluster).join(', ')} do not end; end them, then start again.`,
  )
}

function removeLockFiles(folders: Folders): void {
  fs.rmSync(path.join(folders.cluster, 'postmaster.pid'), { force: true })
  fs.rmSync(path.join(folders.socket, `.s.PGSQL.${PORT}`), { force: true })
  fs.rmSync(path.join(folders.socket, `.s.PGSQL.${PORT}.lock`), { force: true })
}

/** Finds out what an earlier run left: answers the PostgreSQL that survived it and still serves, or makes sure that no
 *  process touches the cluster any more and that it can be started. Says in `notes` what it did.
 *  A killed postmaster leaves backends that still write: they end before its lock files, never the other way round.
 *  Call it under the cluster's start lock. */
export async function recoverCluster(folders: Folders, notes: string[]): Promise<Survivor | undefined> {
  const claimed = readPidFile(folders.cluster)
  if (claimed !== undefined && worksIn(claimed.pid, folders.cluster)) {
    const survivor = await findAnswering(claimed, folders.cluster)
    if (survivor !== undefined) {
      notes.push(`adopted PostgreSQL (process ${survivor.pid}), which was still running`)
      return survivor
    }
    notes.push(`PostgreSQL (process ${claimed.pid}) did not answer and was ended`)
  } else if (claimed !== undefined) await refuseUnseenServer(claimed, folders.cluster)
  const ended = await endAll(folders.cluster)
  if (ended > 0) notes.push(`ended ${ended} processes that PostgreSQL had left behind`)
  if (claimed !== undefined) notes.push('PostgreSQL was not stopped last time: it recovers from its log')
  removeLockFiles(folders)
  return undefined
}
