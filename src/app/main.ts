import { existsSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 7)) {
  process.stderr.write(`Dandelion needs Node 24.7 or newer, this is ${process.version}: start it with npm start.\n`)
  process.exit(1)
}

/** Compiled code is kept between starts: in the data directory once there is one, else beside the packages. */
function compileCacheFolder(): string {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const data = path.resolve(process.env.DANDELION_DATA || path.join(root, 'data'))
  const isOurs = existsSync(path.join(data, 'instance'))
  return isOurs ? path.join(data, 'compile-cache') : path.join(root, 'node_modules', '.cache', 'dandelion')
}

// A user without an entry in /etc/passwd has no home; some packages ask for one while they are loaded.
process.env.HOME ||= '/'

module.enableCompileCache(compileCacheFolder())

// Loaded after the guard and the cache: a static import would come before both.
const { findBundle, findBundled } = await import('../platform/find-bundled.ts')
const commandLine = new URL('./cli.ts', import.meta.url)
const { href } = findBundled(findBundle(), commandLine) ?? commandLine
const { runCommandLine } = (await import(href)) as typeof import('./cli.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
