import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { giveTo, type Users } from './choose-users.ts'

/** The cluster's superuser. Only making the login and the database, and tests, use it. */
export const ROOT_USER = 'dandelion_root'

function runInitdb(program: string, folder: string, users: Users): void {
  const flags = ['--username', ROOT_USER, '--auth=trust', '--encoding=UTF8', '--no-instructions', '--no-sync']
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const result = spawnSync(program, ['--pgdata', folder, ...flags, ...locale], {
    encoding: 'utf8',
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    ...users.initdb,
  })
  if (result.status === 0) return
  throw new Error(`PostgreSQL could not be set up: ${result.error?.message ?? result.stderr.trim()}`)
}

/** Everything written so far reaches the disk, or a power cut could leave a renamed folder with empty files. */
function syncAll(folder: string): void {
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() && !entry.isDirectory()) continue
    const file = fs.openSync(path.join(entry.parentPath, entry.name), 'r')
    fs.fsyncSync(file)
    fs.closeSync(file)
  }
}

/** Makes the cluster if there is none; answers whether it did. Its socket lies in a folder that only its user can enter,
 *  therefore local connections need no password. One that was stopped half-way is made anew. */
export function makeCluster(input: { binaries: string; cluster: string; users: Users; fast: boolean }): boolean {
  const { binaries, cluster, users } = input
  if (fs.existsSync(path.join(cluster, 'PG_VERSION'))) {
    refuseOtherVersion(binaries, cluster)
    return false
  }
  const half = `${cluster}.half`
  fs.rmSync(half, { recursive: true, force: true })
  fs.mkdirSync(half, { mode: 0o700 })
  if (users.initdb !== undefined) fs.chownSync(half, users.initdb.uid, users.initdb.gid)
  runInitdb(path.join(binaries, 'bin', 'initdb'), half, users)
  if (users.server !== undefined) giveTo(half, users.server)
  if (!input.fast) syncAll(half)
  fs.renameSync(half, cluster)
  return true
}

function refuseOtherVersion(binaries: string, cluster: string): void {
  const made = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  const ours = /postgres-(\d+)/.exec(path.basename(binaries))?.[1]
  if (made === ours) return
  throw new Error(
    `${cluster} was made by PostgreSQL ${made}, this Dandelion brings ${ours}: export with the version that made it first.`,
  )
}
