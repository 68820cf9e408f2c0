/** `npm run dev`: the server, started again whenever one of its files changes, and Vite in front of it, which reloads
 *  what changes in the browser. On a data directory of its own (data/dev), seeded when it is new. PORT is Vite's. */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { projectRoot, readConfig } from '../src/platform/index.ts'

const port = readConfig(process.env).port
const publicUrl = process.env.PUBLIC_URL ?? `http://localhost:${port}`
const env = {
  ...process.env,
  DANDELION_DATA: process.env.DANDELION_DATA ?? path.join(projectRoot, 'data', 'dev'),
  DANDELION_API: `http://127.0.0.1:${port + 1}`,
  PUBLIC_URL: publicUrl,
  // The server watches its own parent, which is the watcher; this process ends both.
  DANDELION_PARENT: '',
}

function begin(args: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, args, { cwd: projectRoot, env: { ...env, ...more }, stdio: 'inherit' })
}

const children = [
  begin(['--watch', '--watch-preserve-output', 'dev/serve.ts'], { PORT: String(port + 1) }),
  begin(['node_modules/vite/bin/vite.js', '--port', String(port), '--clearScreen', 'false']),
]

/** Ends the others when one ends: half of the two is of no use. */
function endAll(): void {
  for (const child of children) child.kill('SIGTERM')
}

for (const child of children) child.on('exit', endAll)
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, endAll)
console.log(`Dandelion for development: ${publicUrl} (stories of the parts at ${publicUrl}/dev/stories)`)
