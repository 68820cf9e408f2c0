import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const TOOLS = fileURLToPath(new URL('../../node_modules/.bin/', import.meta.url))

/** What a tool printed and how it ended. */
export type ToolResult = { readonly code: number; readonly output: string }

/** Runs a tool of node_modules in `root`, under the Node that runs us. Never throws for a non-zero code. */
export async function runTool(root: string, tool: string, args: readonly string[]): Promise<ToolResult> {
  const search = `${path.dirname(process.execPath)}${path.delimiter}${TOOLS}${path.delimiter}${process.env.PATH ?? ''}`
  const child = spawn(path.join(TOOLS, tool), args, {
    cwd: root,
    env: { ...process.env, PATH: search, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
}
