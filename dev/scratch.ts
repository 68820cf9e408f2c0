import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isAlive } from '../src/platform/postgres/find-processes.ts'

const SHARED_MEMORY = '/dev/shm'
const TMPFS = 0x01021994
const GIB = 2 ** 30
/** A whole run keeps about one GiB there at a time. */
const ROOM = 4 * GIB
const MEMORY = 8 * GIB
const NAME = /^dandelion-tests-(\d+)$/

/** What the choice depends on: the file system at a folder, its mount options, and the memory that is free. */
export type Machine = {
  readonly type: number
  readonly freeBytes: number
  readonly options: string
  readonly freeMemory: number
}

/** Whether what tests throw away is kept in memory: only where that takes none from what runs, and where PostgreSQL's
 *  programs, which are copied beside its data, may be run from. */
export function hasRoom({ type, freeBytes, options, freeMemory }: Machine): boolean {
  const mayRun = !options.split(',').includes('noexec')
  return type === TMPFS && mayRun && freeBytes >= ROOM && freeMemory >= MEMORY
}

function lookAt(folder: string): Machine {
  const { type, bavail, bsize } = fs.statfsSync(folder)
  const mounts = fs.readFileSync('/proc/mounts', 'utf8').split('\n')
  const mount = mounts.map((line) => line.split(' ')).findLast(([, at]) => at === folder)
  return { type, freeBytes: bavail * bsize, options: mount?.[3] ?? 'noexec', freeMemory: os.freemem() }
}

/** Takes away what runs that were killed have left: it would take memory until the machine starts anew. */
function sweep(parent: string): void {
  for (const name of fs.readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) fs.rmSync(path.join(parent, name), { recursive: true, force: true })
  }
}

/** Makes a folder in memory for all temporary files of this process and of those it starts, where the machine has room
 *  and nobody has chosen one with TMPDIR: flushes to a disk take processor time for files that are thrown away. Answers
 *  how to remove it; undefined where temporary files stay where they are. */
export function keepInMemory(parent = SHARED_MEMORY, look = lookAt): (() => void) | undefined {
  if (process.env.TMPDIR !== undefined) return undefined
  try {
    if (!hasRoom(look(parent))) return undefined
    sweep(parent)
    const folder = path.join(parent, `dandelion-tests-${process.pid}`)
    fs.mkdirSync(folder)
    // As the system's own: tests start the product as other users too.
    fs.chmodSync(folder, 0o1777)
    process.env.TMPDIR = folder
    return () => fs.rmSync(folder, { recursive: true, force: true })
  } catch {
    return undefined
  }
}
