import fs from 'node:fs'
import path from 'node:path'
import type { DataDirectory } from './data-directory.ts'
import { tryLock } from './hold-lock.ts'

/** Who uses a data directory now. */
export type Holder = {
  readonly kind: 'server' | 'command'
  /** How it was started, such as "npm start". */
  readonly what: string
  readonly pid: number
  /** Where the server is reached; empty for a command. */
  readonly url: string
  /** When it took the directory (ISO 8601, UTC). */
  readonly since: string
}

/** The hold on a data directory; it ends with the process in any case. */
export type Claim = { release(): Promise<void> }

/** The data directory belongs to a running process, which the message names. */
export class DataInUse extends Error {
  readonly holder: Holder | undefined

  constructor(directory: string, holder: Holder | undefined) {
    super(`The data directory ${directory} is in use ${describe(holder)}, or set DANDELION_DATA to another directory.`)
    this.name = 'DataInUse'
    this.holder = holder
  }
}

function describe(holder: Holder | undefined): string {
  if (holder === undefined) return 'by another process: stop it first'
  const where = holder.url === '' ? '' : ` at ${holder.url}`
  const name = `${holder.what} (process ${holder.pid}${where}, since ${holder.since})`
  return `by ${name}: ${holder.kind === 'server' ? 'stop it' : 'wait for it'} first`
}

const lockName = (data: DataDirectory): string => `${data.id}/use`
const fileOf = (data: DataDirectory): string => path.join(data.path, 'running.json')

function readHolder(data: DataDirectory): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(fileOf(data), 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function writeHolder(data: DataDirectory, holder: Holder): void {
  const half = `${fileOf(data)}.${process.pid}`
  fs.writeFileSync(half, `${JSON.stringify(holder)}\n`, { mode: 0o600 })
  fs.renameSync(half, fileOf(data))
}

/** Takes the data directory for this process until it releases it or ends, however it ends.
 *  Throws DataInUse, which names who has it. */
export async function claimDirectory(data: DataDirectory, as: Pick<Holder, 'kind' | 'what' | 'url'>): Promise<Claim> {
  const lock = await tryLock(lockName(data))
  if (lock === undefined) throw new DataInUse(data.path, readHolder(data))
  // The lock alone decides; the file only tells others whose it is.
  writeHolder(data, { ...as, pid: process.pid, since: new Date().toISOString().replace(/\.\d+Z/, 'Z') })
  return {
    async release() {
      fs.rmSync(fileOf(data), { force: true })
      await lock.release()
    },
  }
}

const UNKNOWN: Holder = { kind: 'command', what: 'a process', pid: 0, url: '', since: 'just now' }

/** Who uses the data directory at this moment; undefined when nobody does. One that has not written its name yet is
 *  somebody all the same. */
export async function findHolder(data: DataDirectory): Promise<Holder | undefined> {
  const lock = await tryLock(lockName(data))
  if (lock === undefined) return readHolder(data) ?? UNKNOWN
  await lock.release()
  return undefined
}
