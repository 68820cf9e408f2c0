import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type Ids = { readonly uid: number; readonly gid: number }

/** Who runs which program. undefined: whoever we are. */
export type Users = { readonly initdb: Ids | undefined; readonly server: Ids | undefined }

const FIRST_FREE_ID = 47_001

function lines(file: string): string[][] {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
}

function findNobody(): Ids {
  const entry = lines('/etc/passwd').find((fields) => fields[0] === 'nobody')
  if (entry === undefined) {
    throw new Error('PostgreSQL cannot be set up by root without a user "nobody"; add one, or set DATABASE_URL.')
  }
  return { uid: Number(entry[2]), gid: Number(entry[3]) }
}

function findFreeIds(): Ids {
  const taken = new Set([...lines('/etc/passwd'), ...lines('/etc/group')].map((fields) => Number(fields[2])))
  let id = FIRST_FREE_ID
  while (taken.has(id)) id += 1
  return { uid: id, gid: id }
}

/** PostgreSQL refuses root. As root, initdb (which needs a name) runs as nobody, and the server as a numeric id that
 *  is nobody's. Otherwise both run as we do, which needs a name too. Throws an Error with one sentence. */
export function chooseUsers(): Users {
  if (process.getuid?.() === 0) return { initdb: findNobody(), server: findFreeIds() }
  refuseNameless()
  return { initdb: undefined, server: undefined }
}

/** A cluster that exists keeps the owner it has, although another id would be the first free one today. */
export function keepOwner(users: Users, cluster: string): Users {
  const owner = fs.statSync(cluster, { throwIfNoEntry: false })
  if (users.server === undefined || owner === undefined || owner.uid === 0) return users
  return { ...users, server: { uid: owner.uid, gid: owner.gid } }
}

function refuseNameless(): void {
  try {
    os.userInfo()
  } catch {
    const who = `User id ${process.getuid?.()} has no name on this machine`
    throw new Error(
      `${who}, which PostgreSQL needs: add it to /etc/passwd, or set DATABASE_URL to a PostgreSQL server.`,
    )
  }
}

/** The nearest folder above `folder` (or itself) that a stranger with these ids may not pass; undefined if none. */
export function findWall(folder: string, ids: Ids): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const { uid, gid, mode } = fs.statSync(at)
    const needed = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001
    if ((mode & needed) === 0) return at
    if (at === path.dirname(at)) return undefined
  }
}

/** Gives the folder and all in it to `ids`; links themselves, never what they point to. */
export function giveTo(folder: string, ids: Ids): void {
  fs.lchownSync(folder, ids.uid, ids.gid)
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    fs.lchownSync(path.join(entry.parentPath, entry.name), ids.uid, ids.gid)
  }
}
