import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findDataDirectory, findHolder, openDataDirectory, removeDataDirectory } from '../platform/ground.ts'

const PREFIX = 'dandelion-demo-'

/** A demonstration that was killed could not clean up after itself: the next one does. */
async function removeLeftBehind(): Promise<number> {
  let removed = 0
  for (const entry of fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const directory = path.join(os.tmpdir(), entry)
    if (fs.statSync(directory).uid !== process.getuid?.()) continue
    const data = findDataDirectory(directory)
    // Without an id it is being made at this moment by a demonstration that starts now.
    if (data === undefined || (await findHolder(data)) !== undefined) continue
    await removeDataDirectory(directory)
    removed += 1
  }
  return removed
}

/** A new data directory that lasts as long as one demonstration, and how many of killed ones were removed. */
export async function openThrowAway(): Promise<{ directory: string; removed: number }> {
  const removed = await removeLeftBehind()
  const directory = path.join(os.tmpdir(), `${PREFIX}${process.pid}-${Date.now().toString(36)}`)
  openDataDirectory(directory)
  return { directory, removed }
}
