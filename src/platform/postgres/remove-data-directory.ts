import fs from 'node:fs'
import { findDataDirectory } from '../data-directory.ts'
import { everyPlace } from './choose-folders.ts'
import { findProcessesIn, signal, waitUntil } from './find-processes.ts'

/** Ends a throw-away data directory for good: kills what still serves its database, and removes it with everything in
 *  it. Nobody may use it any more (findHolder). */
export async function removeDataDirectory(directory: string): Promise<void> {
  const data = findDataDirectory(directory)
  // Root also removes what a plain user made: so it looks where a cluster can lie, not where it would put one.
  for (const { home, cluster, socket } of data ? everyPlace(data) : []) {
    for (const pid of findProcessesIn(cluster)) signal(pid, 'SIGKILL')
    await waitUntil(() => findProcessesIn(cluster).length === 0, 10_000)
    for (const folder of [socket, home]) fs.rmSync(folder, { recursive: true, force: true })
  }
  fs.rmSync(directory, { recursive: true, force: true })
}
