import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Where the server in few files is (docs/decisions/019-few-files-to-start-from.md); `src/app/bundle.ts` makes it.
// Loaded before anything else: needs Node alone.

const projectRoot = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A file of the sources as it was when something was built from it. */
export type Input = readonly [file: string, of: readonly [size: number, changedMs: number]]
/** What stands in `dist/server.json`: the bundle's folder, and what it was made from. */
export type Made = { readonly folder: string; readonly inputs: readonly Input[] }

export const distOf = (root: string): string => path.join(root, 'dist')
export const pointerOf = (root: string): string => path.join(distOf(root), 'server.json')

/** The bundle that was made last, changed since or not. */
export function readMade(root: string): Made | null {
  try {
    return JSON.parse(fs.readFileSync(pointerOf(root), 'utf8')) as Made
  } catch {
    return null
  }
}

/** Is each of these files what it was? */
export function areUnchanged(root: string, inputs: readonly Input[]): boolean {
  return inputs.every(([file, [size, changedMs]]) => {
    const now = fs.statSync(path.join(root, file), { throwIfNoEntry: false })
    return now?.size === size && now.mtimeMs === changedMs
  })
}

/** The folder of the bundle; null where none is there, or one of its sources has changed since. */
export function findBundle(root: string = projectRoot): string | null {
  const made = readMade(root)
  if (!made) return null
  const folder = path.join(distOf(root), made.folder)
  return fs.existsSync(folder) && areUnchanged(root, made.inputs) ? folder : null
}

/** In that folder: what `source`, a file of src that something begins with, became. Null where it is not there. */
export function findBundled(folder: string | null, source: URL): URL | null {
  if (!folder || source.protocol !== 'file:') return null
  const file = path.join(folder, nameBundled(path.relative(projectRoot, fileURLToPath(source))))
  return fs.existsSync(file) ? pathToFileURL(file) : null
}

/** `src/themes/worker/find-thread.ts` becomes `themes-worker-find-thread.js`. */
export function nameBundled(source: string): string {
  const [, ...parts] = source.replace(/[.]ts$/, '.js').split(path.sep)
  return parts.join('-')
}
