import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const viteOf = (root: string): string => path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')

/** An installation without development tools has none. */
export const hasVite = (root: string): boolean => fs.existsSync(viteOf(root))

/** Runs `vite build` for production. Throws `otherwise` with Vite's words when it fails. */
export async function runVite(root: string, args: readonly string[], otherwise: string): Promise<void> {
  const child = spawn(process.execPath, [viteOf(root), 'build', '--logLevel', 'error', ...args], {
    cwd: root,
    // Under a test runner it would else be React's slow development build.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(`${otherwise}\n${said.trim()}`)
}
