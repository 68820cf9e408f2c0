import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { distOf, findBundle, type Input, type Made, pointerOf, readMade } from '../platform/find-bundled.ts'
import { hasVite, runVite } from './run-vite.ts'

const projectRoot = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Puts the command line, each thread and all they need into few files under dist/, for starts
 *  (docs/decisions/019-few-files-to-start-from.md), when their sources have changed: for the next start, this one runs
 *  already. Without Vite there is none. Several processes may call it at once. Throws with Vite's words. */
export async function makeBundleIfNeeded(root: string = projectRoot): Promise<void> {
  if (findBundle(root) !== null || !hasVite(root)) return
  const [dist, pointer, earlier] = [distOf(root), pointerOf(root), readMade(root)]
  const making = path.join(dist, `.server-${process.pid}`)
  try {
    const args = ['--config', 'vite.server.config.ts', '--outDir', making]
    await runVite(root, args, 'The server could not be put into few files.')
    const text = fs.readFileSync(path.join(making, 'inputs.json'), 'utf8')
    const folder = `server-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
    moveIn(making, path.join(dist, folder))
    const made: Made = { folder, inputs: JSON.parse(text) as Input[] }
    fs.writeFileSync(`${pointer}.${process.pid}`, JSON.stringify(made))
    fs.renameSync(`${pointer}.${process.pid}`, pointer)
    forgetAllBut([folder, earlier?.folder], dist)
    forgetHalfMade(dist)
  } finally {
    fs.rmSync(making, { recursive: true, force: true })
  }
}

/** When another process was quicker, its bundle of the same sources stays. */
function moveIn(made: string, place: string): void {
  try {
    fs.renameSync(made, place)
  } catch (error) {
    if (!fs.existsSync(place)) throw error
  }
}

/** What processes left that were killed while they made one. */
function forgetHalfMade(dist: string): void {
  for (const name of fs.readdirSync(dist)) {
    const pid = /^(?:\.server-|server\.json\.)(\d+)$/.exec(name)?.[1]
    if (pid && !fs.existsSync(`/proc/${pid}`)) fs.rmSync(path.join(dist, name), { recursive: true, force: true })
  }
}

/** The one before may still run, and load a part of itself only when it is asked for. */
function forgetAllBut(kept: readonly (string | undefined)[], dist: string): void {
  const bundles = fs.readdirSync(dist).filter((name) => name.startsWith('server-'))
  for (const name of bundles)
    if (!kept.includes(name)) fs.rmSync(path.join(dist, name), { recursive: true, force: true })
}
