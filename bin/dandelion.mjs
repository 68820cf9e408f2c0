#!/usr/bin/env node
// The administrator's command line. Plain JavaScript: an older Node of the host can read it. With such a Node, or before
// the packages are installed, it goes through dev/bootstrap.mjs, which runs the same under the Node 24 of node_modules.
import { existsSync } from 'node:fs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 24 || (major === 24 && minor >= 7)
const isInstalled = existsSync(new URL('../node_modules/.dandelion-stamp', import.meta.url))

if (isNewEnough && isInstalled) {
  await import('../src/app/main.ts')
} else {
  process.argv.splice(2, 0, 'src/app/main.ts')
  await import('../dev/bootstrap.mjs')
}
