import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

// npm is started in most of them, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const project = path.join(import.meta.dirname, '..', '..')
const PRINT = `import fs from 'node:fs'
fs.appendFileSync('runs', process.version + ' ' + process.argv.slice(2).join(' ') + '\\n')
if (process.argv[2] === 'wait') { process.on('SIGTERM', () => process.exit(42)); console.log('waiting'); setInterval(() => {}, 1000) }
else process.exitCode = Number(process.argv[2] ?? 0)`

const NODE = `node-linux-${process.arch}`

/** The package as it is cloned, and as its first run leaves it. */
let made: string
let installed: string
let firstRun: Ended
let root: string
/** What npm is told beside, by tests that have a registry. */
let registryEnv: NodeJS.ProcessEnv = {}

function write(folder: string, file: string, text: string | object): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), typeof text === 'string' ? text : JSON.stringify(text))
}

/** A package so small that its install takes a moment: its only dependency stands for the Node that npm brings. */
function writePackage(folder: string, version: string, locked: Readonly<Record<string, object>>): void {
  const top = { name: 'tiny', version: '1.0.0', dependencies: { [NODE]: version } }
  write(folder, 'package.json', top)
  write(folder, 'package-lock.json', { ...top, lockfileVersion: 3, packages: { '': top, ...locked } })
}

function writeNode(folder: string): void {
  write(folder, 'package.json', { name: NODE, version: '1.0.0' })
  write(folder, 'bin/node', `#!/bin/sh\nexec '${process.execPath}' "$@"\n`)
  fs.chmodSync(path.join(folder, 'bin', 'node'), 0o755)
}

function makePackage(folder: string): void {
  writePackage(folder, `file:./${NODE}`, {
    [NODE]: { version: '1.0.0' },
    [`node_modules/${NODE}`]: { resolved: NODE, link: true },
  })
  writeNode(path.join(folder, NODE))
  write(folder, 'print.mjs', PRINT)
  write(folder, 'dev/bootstrap.mjs', fs.readFileSync(path.join(project, 'dev', 'bootstrap.mjs'), 'utf8'))
}

/** The environment of a person's shell: the host's own Node and npm come first, not those of node_modules. */
function hostEnv(): NodeJS.ProcessEnv {
  const folders = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'))
  const { npm_execpath: _, ...env } = process.env
  return { ...env, PATH: folders.join(':'), CI: 'true', TMPDIR: root, npm_config_offline: 'true', ...registryEnv }
}

type Ended = { code: number | null; said: string }

function begin(args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn('node', ['dev/bootstrap.mjs', 'print.mjs', ...args], {
    cwd: root,
    env: hostEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  }
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, said })))
  return { child, ended }
}

const run = (...args: string[]): Promise<Ended> => begin(args).ended

const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'dandelion-bootstrap-'))

function copyOf(folder: string): string {
  const copy = newFolder()
  fs.cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

beforeAll(async () => {
  made = newFolder()
  makePackage(made)
  installed = copyOf(made)
  root = installed
  firstRun = await run('0')
})
afterAll(() => {
  for (const folder of [made, installed]) fs.rmSync(folder, { recursive: true, force: true })
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

describe('in a fresh clone', () => {
  beforeEach(() => {
    root = copyOf(made)
  })

  test('the first run installs, then runs the script under Node 24', () => {
    expect(firstRun.said).toContain('Installed in')
    expect(fs.readFileSync(path.join(installed, 'runs'), 'utf8')).toBe(`${process.version} 0\n`)
  })

  test('of two runs at once one installs and both run, beside the lock of an install that was killed', async () => {
    fs.writeFileSync(path.join(root, '.install-lock'), '999999999 1')
    const ends = await Promise.all([run('0'), run('0')])
    expect(ends.map(({ code }) => code)).toEqual([0, 0])
    expect(ends.filter(({ said }) => said.includes('Installed in'))).toHaveLength(1)
    expect(fs.readdirSync(root).filter((file) => file.startsWith('.install-lock'))).toEqual([])
  })

  test('an install that fails says so and runs nothing', async () => {
    fs.rmSync(path.join(root, NODE), { recursive: true })
    fs.writeFileSync(path.join(root, 'package-lock.json'), '{ "name": "tiny", "lockfileVersion": 3, "packages": {} }')
    const { code, said } = await run('0')
    expect(code).toBe(1)
    expect(said).toContain('npm ci failed')
    expect(fs.existsSync(path.join(root, 'runs'))).toBe(false)
  })
})

describe('from a registry', () => {
  let packed: Buffer
  let registry: http.Server | undefined

  beforeAll(() => {
    const folder = newFolder()
    writeNode(path.join(folder, 'package'))
    packed = execFileSync('tar', ['-czC', folder, 'package'])
    fs.rmSync(folder, { recursive: true })
  })
  beforeEach(() => {
    root = copyOf(made)
  })
  afterEach(() => {
    registry?.close()
    registryEnv = {}
  })

  /** Serves the package that stands for Node; the first `breaks` answers end in the middle, cut or standing still. */
  async function serve(breaks: number): Promise<void> {
    let asked = 0
    const integrity = `sha512-${createHash('sha512').update(packed).digest('base64')}`
    const server = http.createServer((request, response) => {
      const dist = { tarball: `http://${request.headers.host}/${NODE}.tgz`, integrity }
      const text = JSON.stringify({ name: NODE, versions: { '1.0.0': { name: NODE, version: '1.0.0', dist } } })
      if (request.url?.endsWith('.tgz')) response.end(packed)
      else if (++asked > breaks) response.end(text)
      else {
        response.writeHead(200, { 'content-length': text.length })
        response.write(text.slice(0, 20), () => asked % 2 === 1 && response.destroy())
      }
    })
    registry = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    registryEnv = {
      npm_config_registry: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      npm_config_cache: path.join(root, 'cache'),
      npm_config_offline: 'false',
      npm_config_fetch_timeout: '500',
    }
    writePackage(root, '1.0.0', { [`node_modules/${NODE}`]: { version: '1.0.0', integrity } })
  }

  test('an answer that breaks off is asked for again', async () => {
    await serve(1)
    const { code, said } = await run('0')
    expect(said).toContain('Trying again, 2 of 3')
    expect(code).toBe(0)
  })

  test('three that break off are told', async () => {
    await serve(3)
    const { code, said } = await run('0')
    expect(said).toContain('Trying again, 3 of 3')
    expect(said).toContain('npm ci failed')
    expect(code).toBe(1)
  })
})

describe('once installed', () => {
  beforeEach(() => {
    root = copyOf(installed)
  })

  test('a later run installs nothing', async () => {
    expect((await run('0')).said).toBe('')
  })

  test('the script’s exit code is the run’s own', async () => {
    expect((await run('7')).code).toBe(7)
  })

  test('an install that was stopped half-way is made again', async () => {
    fs.rmSync(path.join(root, 'node_modules', '.dandelion-stamp'))
    fs.rmSync(path.join(root, 'node_modules', NODE))
    expect((await run('0')).code).toBe(0)
  })

  test('another lockfile is installed again', async () => {
    fs.appendFileSync(path.join(root, 'package-lock.json'), '\n')
    expect((await run('0')).said).toContain('Installed in')
  })

  test('a signal reaches the script, and its answer comes back', async () => {
    const { child, ended } = begin(['wait'])
    await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()))
    child.kill('SIGTERM')
    expect((await ended).code).toBe(42)
  })
})
