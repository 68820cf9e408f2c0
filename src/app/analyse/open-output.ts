import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { explainFileError } from './explain-file-error.ts'

/** A file that appears whole or not at all. */
export type Output = {
  /** Adds text; small pieces are gathered. */
  write(text: string): Promise<void>
  /** Puts the file in its place. */
  commit(): Promise<void>
  /** Leaves no trace of it. */
  discard(): Promise<void>
}

const GATHERED = 64 * 1024

/** Opens `path` for writing, at once, so that a folder that cannot be written is known before the work. What is written
 *  goes to a temporary name beside it and takes its name when whole; a device or pipe is written as it is. Throws a
 *  sentence when it cannot be written. */
export async function openOutput(path: string): Promise<Output> {
  const temporary = `${path}.${process.pid}.part`
  const target = (await isPlain(path)) ? temporary : path
  const handle = await explained(path, () => open(target, 'w'))
  let gathered = ''
  const flush = async (): Promise<void> => {
    const text = gathered
    gathered = ''
    await explained(path, () => handle.writeFile(text))
  }
  return {
    async write(text) {
      gathered += text
      if (gathered.length >= GATHERED) await flush()
    },
    async commit() {
      await flush()
      await explained(path, () => close(handle, target === temporary))
      if (target === temporary) await explained(path, () => rename(temporary, path))
    },
    async discard() {
      await handle.close().catch(() => {})
      if (target === temporary) await rm(temporary, { force: true })
    },
  }
}

async function close(handle: FileHandle, isPlainFile: boolean): Promise<void> {
  // A name must not come before its content when the power goes.
  if (isPlainFile) await handle.sync()
  await handle.close()
}

async function isPlain(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) throw new Error(`Cannot write ${path}: it is a folder.`)
  return found === undefined || found.isFile()
}

async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw explainFileError(error, { path, doing: 'write' })
  }
}
