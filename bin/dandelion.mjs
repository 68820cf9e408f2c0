#!/usr/bin/env node
// Dandelion's command line, and what `npm start` and `npm run demo` run. Plain JavaScript: an older Node of the host can
// read it, and no types have to be taken out of it before what is compiled is kept. With an older Node, or before the
// packages are installed, it goes through dev/bootstrap.mjs, which runs it again under the Node 24 of node_modules.
import { existsSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Compiled code is kept between starts: in the data directory once there is one, else beside the packages. */
function compileCacheFolder() {
  const data = path.resolve(process.env.DANDELION_DATA || path.join(root, 'data'))
  const isOurs = existsSync(path.join(data, 'instance'))
  return isOurs ? path.join(data, 'compile-cache') : path.join(root, 'node_modules', '.cache', 'dandelion')
}

async function run() {
  // A user without an entry in /etc/passwd has no home; some packages ask for one while they are loaded.
  process.env.HOME ||= '/'
  module.enableCompileCache(compileCacheFolder())
  // Loaded after the cache is there: a static import would come before it.
  const { findBundle, findBundled } = await import('../src/platform/find-bundled.ts')
  const commandLine = new URL('../src/app/cli.ts', import.meta.url)
  const { href } = findBundled(findBundle(), commandLine) ?? commandLine
  const { runCommandLine } = await import(href)
  process.exitCode = await runCommandLine(process.argv.slice(2))
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 24 || (major === 24 && minor >= 7)
const isInstalled = existsSync(path.join(root, 'node_modules', '.dandelion-stamp'))

if (isNewEnough && isInstalled) await run()
else {
  process.argv.splice(2, 0, 'bin/dandelion.mjs')
  await import('../dev/bootstrap.mjs')
}
