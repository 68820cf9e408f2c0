import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DataDirectory } from '../data-directory.ts'
import { findWall, type Ids } from './choose-users.ts'

/** Where things of one PostgreSQL lie: `home` the folder of all, `cluster` its files, `socket` the socket's folder. */
export type Folders = { readonly home: string; readonly cluster: string; readonly socket: string }

/** For data directories that the server's user cannot reach. */
const ELSEWHERE = '/var/lib/dandelion'

// Every system has it; TMPDIR may lead to a longer one.
const SHORTEST_TEMPORARY = path.join(path.sep, 'tmp')

// sun_path holds 107 bytes and a terminating zero; the socket's own name takes its share.
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432'.length

function shortFolder(id: string): string {
  const temporary = os.tmpdir()
  const folder = path.join(temporary, `dandelion-${id}`)
  return Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER ? folder : path.join(SHORTEST_TEMPORARY, `dandelion-${id}`)
}

/** Strangers may pass, not list; said explicitly, because the process may have a narrow umask. */
function makePassable(home: string): void {
  if (fs.existsSync(home)) return
  fs.mkdirSync(home, { recursive: true })
  for (const folder of [ELSEWHERE, home]) fs.chmodSync(folder, 0o711)
}

type Home = { readonly home: string; readonly because?: string }

/** A cluster stays where it was made, although the folders around it were moved, opened or closed since: an empty one in
 *  its place would look like the loss of everything. */
function chooseHome(data: DataDirectory, server: Ids | undefined): Home {
  if (server === undefined) return { home: data.path }
  const elsewhere = path.join(ELSEWHERE, data.id)
  const wall = findWall(data.path, server)
  if (fs.existsSync(path.join(data.path, 'database'))) {
    if (wall === undefined) return { home: data.path }
    throw new Error(
      `${wall} lets only root pass, but the database lies below it: chmod o+x ${wall}, or move database from ${data.path} to ${elsewhere}.`,
    )
  }
  if (wall !== undefined)
    return { home: elsewhere, because: `${wall} lets only root pass: the database lies in ${elsewhere}` }
  if (!fs.existsSync(path.join(elsewhere, 'database'))) return { home: data.path }
  return { home: elsewhere, because: `the database lies in ${elsewhere}, where it was made` }
}

/** The cluster lies in the data directory; as root, and where a folder above lets only root pass, in
 *  /var/lib/dandelion/ID instead (`because` then says so). The socket lies beside the cluster or, when that path is too
 *  long for a socket, in a short folder in the system's temporary directory. Makes nothing but `home`.
 *  Throws an Error with a sentence when the cluster can no longer be reached. */
export function chooseFolders(data: DataDirectory, server: Ids | undefined): Folders & { because?: string } {
  const { home, ...why } = chooseHome(data, server)
  if (home !== data.path) makePassable(home)
  return { ...foldersIn(home, data.id), ...why }
}

function foldersIn(home: string, id: string): Folders {
  const beside = path.join(home, 'socket')
  const socket = Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER ? beside : shortFolder(id)
  return { home, cluster: path.join(home, 'database'), socket }
}

/** Both places where the cluster of a data directory can lie, whoever made it. */
export function everyPlace(data: DataDirectory): Folders[] {
  return [foldersIn(data.path, data.id), foldersIn(path.join(ELSEWHERE, data.id), data.id)]
}

/** Makes the socket's folder; whoever can enter it can use the database, so one that is not ours alone is refused. */
export function openSocketFolder(folder: string, server: Ids | undefined): void {
  const owner = server?.uid ?? process.getuid?.()
  const before = fs.lstatSync(folder, { throwIfNoEntry: false })
  if (before === undefined) {
    fs.mkdirSync(folder, { mode: 0o700 })
    if (server !== undefined) fs.chownSync(folder, server.uid, server.gid)
  }
  const now = fs.lstatSync(folder)
  if (now.isDirectory() && now.uid === owner && (now.mode & 0o077) === 0) return
  throw new Error(`${folder} must be a folder of user id ${owner} with mode 0700. Remove it and start again.`)
}
