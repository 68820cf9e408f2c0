import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runVite } from './run-vite.ts'

const projectRoot = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What the web may import (.dependency-cruiser.mjs holds it to that), and what decides how it is built. */
const SOURCES = [
  /^(?:index\.html|vite\.config\.ts|package-lock\.json)$/,
  /^src\/(?:web-kit|kernel|analysis)\//,
  /^src\/[^/]+\/(?:web|rules)\//,
  /^src\/[^/]+\/(?:contract|events|live-state|messages|messages\.[a-z]+)\.ts$/,
  /^src\/app\/[^/]+\.tsx$/,
]
/** Where the pages that need no JavaScript begin. */
const PAGES_ENTRY = 'src/app/pages-entry.tsx'
const FAILED = 'The web app could not be built.'
const TEST = /\.(?:test|spec)\.tsx?$/

type Place = { readonly root: string; readonly dist: string }

function placeIn(root: string): Place {
  return { root, dist: path.join(root, 'dist') }
}

function listSources(root: string): string[] {
  const inSrc = fs
    .readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
  return [...fs.readdirSync(root), ...inSrc]
    .filter((file) => SOURCES.some((pattern) => pattern.test(file)) && !TEST.test(file))
    .sort()
}

/** Changes exactly when a file that the web is built from changes. */
export function hashWebSources(root: string = projectRoot): string {
  const hash = createHash('sha256')
  for (const file of listSources(root)) {
    const content = fs.readFileSync(path.join(root, file))
    hash.update(`${file}\n${content.byteLength}\n`).update(content)
  }
  return hash.digest('hex')
}

function readStamp({ dist }: Place): string {
  try {
    return fs.readFileSync(path.join(dist, '.stamp'), 'utf8')
  } catch {
    return ''
  }
}

/** Puts what was built in its place. When another process was quicker, its build of the same sources stays. */
function moveIn({ dist }: Place, built: string): void {
  for (const part of ['web', 'pages.js']) {
    const place = path.join(dist, part)
    fs.rmSync(place, { recursive: true, force: true })
    try {
      fs.renameSync(path.join(built, part), place)
    } catch (error) {
      if (!fs.existsSync(place)) throw error
    }
  }
}

/** Builds dist/web (the web app) and dist/pages.js (pages that need no JavaScript) when their sources have changed since
 *  the last build; says so first, since it takes some seconds. Throws with Vite's words when the sources are wrong; then
 *  the earlier build stays where it was. Several processes may call it at once. */
export async function buildWebIfNeeded(tell: (sentence: string) => void = () => {}): Promise<void> {
  const place = placeIn(projectRoot)
  const wanted = hashWebSources(place.root)
  if (readStamp(place) === wanted) return
  tell('Building the web app, because its sources have changed')
  const built = path.join(place.dist, `.building-${process.pid}`)
  try {
    // Both are awaited even when one fails, so that none writes into a folder that is being removed.
    const builds = await Promise.allSettled([
      runVite(place.root, ['--outDir', path.join(built, 'web')], FAILED),
      runVite(place.root, ['--ssr', PAGES_ENTRY, '--outDir', built], FAILED),
    ])
    for (const build of builds) if (build.status === 'rejected') throw build.reason
    moveIn(place, built)
    fs.writeFileSync(path.join(place.dist, '.stamp'), wanted)
  } finally {
    fs.rmSync(built, { recursive: true, force: true })
  }
}
