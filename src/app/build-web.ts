import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { areUnchanged, distOf, type Input } from '../platform/find-bundled.ts'
import { INPUTS } from './note-inputs.ts'
import { runVite } from './run-vite.ts'

const projectRoot = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Where the pages that need no JavaScript begin. */
const PAGES_ENTRY = 'src/app/pages-entry.tsx'
const FAILED = 'The web app could not be built.'
/** What is built, each with the list of what it was made from. */
const PARTS = ['web', 'pages.js'] as const

function readInputs(part: string): readonly Input[] | null {
  try {
    return JSON.parse(fs.readFileSync(part + INPUTS, 'utf8')) as Input[]
  } catch {
    return null
  }
}

/** Is the web there, made from sources that are as they were? A source that is touched makes it be built anew. */
export function isWebBuilt(root: string = projectRoot): boolean {
  return PARTS.every((name) => {
    const part = path.join(distOf(root), name)
    const inputs = readInputs(part)
    return inputs !== null && fs.existsSync(part) && areUnchanged(root, inputs)
  })
}

/** Puts what was built in its place, the lists last. When another process was quicker, its build of the same sources stays. */
function moveIn(built: string, dist: string): void {
  for (const part of PARTS) {
    const place = path.join(dist, part)
    fs.rmSync(place + INPUTS, { force: true })
    fs.rmSync(place, { recursive: true, force: true })
    for (const file of [part, part + INPUTS]) {
      try {
        fs.renameSync(path.join(built, file), path.join(dist, file))
      } catch (error) {
        if (!fs.existsSync(path.join(dist, file))) throw error
      }
    }
  }
}

/** Builds dist/web (the web app) and dist/pages.js (pages that need no JavaScript) when their sources have changed since
 *  the last build; says so first, since it takes some seconds. Throws with Vite's words when the sources are wrong; then
 *  the earlier build stays where it was. Several processes may call it at once. */
export async function buildWebIfNeeded(tell: (sentence: string) => void = () => {}): Promise<void> {
  if (isWebBuilt()) return
  tell('Building the web app, because its sources have changed')
  const dist = distOf(projectRoot)
  const built = path.join(dist, `.building-${process.pid}`)
  try {
    // Both are awaited even when one fails, so that none writes into a folder that is being removed.
    const builds = await Promise.allSettled([
      runVite(projectRoot, ['--outDir', path.join(built, 'web')], FAILED),
      runVite(projectRoot, ['--ssr', PAGES_ENTRY, '--outDir', built], FAILED),
    ])
    for (const build of builds) if (build.status === 'rejected') throw build.reason
    moveIn(built, dist)
  } finally {
    fs.rmSync(built, { recursive: true, force: true })
  }
}
