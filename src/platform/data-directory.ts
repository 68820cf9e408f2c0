import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { makeFileOnce } from './make-file-once.ts'

/** A data directory that can be used. `id` is its own for good, wherever the directory is moved to. */
export type DataDirectory = { readonly path: string; readonly id: string }

function explain(directory: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  const what = `The data directory ${directory} cannot be used (${code}).`
  return new Error(`${what} Give its owner write permission, or set DANDELION_DATA to another directory.`)
}

function readId(file: string): string | undefined {
  try {
    const id = fs.readFileSync(file, 'utf8').trim()
    if (/^[0-9a-f]{16}$/.test(id)) return id
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  throw new Error(`${file} is damaged. Put it back from a back-up of the data directory.`)
}

/** Reads the data directory without making anything; undefined when there is none yet. */
export function findDataDirectory(directory: string): DataDirectory | undefined {
  if (!fs.existsSync(directory)) return undefined
  const real = fs.realpathSync(directory)
  const id = readId(path.join(real, 'instance'))
  return id === undefined ? undefined : { path: real, id }
}

/** Step by step: Node's own recursive way never ends where the system answers "no such folder" to making one (/proc). */
function makeFolder(folder: string): void {
  const parent = path.dirname(folder)
  if (!fs.existsSync(parent)) makeFolder(parent)
  fs.mkdirSync(folder)
}

/** Opens the data directory; makes it when it is missing. A new one can be listed by its owner only; as root others may
 *  pass through it, because PostgreSQL, which refuses root, has its folder inside. An existing one keeps its mode.
 *  Throws an Error with one sentence that says what to do. */
export function openDataDirectory(directory: string): DataDirectory {
  try {
    if (!fs.existsSync(directory)) {
      makeFolder(directory)
      fs.chmodSync(directory, process.getuid?.() === 0 ? 0o711 : 0o700)
    }
    const real = fs.realpathSync(directory)
    const file = path.join(real, 'instance')
    if (readId(file) === undefined) makeFileOnce(file, randomBytes(8).toString('hex'))
    fs.accessSync(real, fs.constants.W_OK)
    return { path: real, id: readId(file) ?? '' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw explain(directory, error)
  }
}
