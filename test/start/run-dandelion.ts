import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { removeDataDirectory } from '../../src/platform/index.ts'
import { findProcessesIn, isAlive, signal, waitUntil } from '../../src/platform/postgres/find-processes.ts'

export const project: string = path.join(import.meta.dirname, '..', '..')

const READY_MS = 60_000

/** One run of the command line in a process of its own. */
export type Run = {
  readonly pid: number
  /** Everything it has said so far, on both streams. */
  said(): string
  /** Where it serves, once it says so; rejects when it ends first. */
  readonly ready: Promise<string>
  /** The exit code; a signal's number with a minus for a run that was killed. */
  readonly ended: Promise<number>
  kill(name: NodeJS.Signals): void
}

type RunOptions = {
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
  readonly gid?: number
  /** The program and what stands before `args`: Node with the command line unless given. */
  readonly command?: readonly [string, ...string[]]
}

function environment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, TMPDIR } = process.env
  return { PATH, ...(TMPDIR === undefined ? {} : { TMPDIR }), LOG_LEVEL: 'warn', ...env }
}

function watchReady(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const url = /ready at (http\S+)/.exec(said())?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', look)
    child.on('close', () => reject(new Error(`ended before it was ready:\n${said()}`)))
    setTimeout(() => reject(new Error(`not ready in time:\n${said()}`)), READY_MS).unref()
  })
}

/** Starts `dandelion ARGS` with a bare environment; nothing is inherited but PATH. */
export function run(args: readonly string[], options: RunOptions = {}): Run {
  const [program, ...before] = options.command ?? [process.execPath, path.join(project, 'bin', 'dandelion.mjs')]
  const { uid, gid } = options
  const child = spawn(program, [...before, ...args], {
    cwd: project,
    env: environment(options.env ?? {}),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
    })
  }
  const said = (): string => text
  const ready = watchReady(child, said)
  // Whoever does not wait for it expects the run to end.
  ready.catch(() => undefined)
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code, name) => resolve(code ?? -os.constants.signals[name ?? 'SIGKILL']))
  })
  return { pid: child.pid ?? 0, said, ready, ended, kill: (name) => child.kill(name) }
}

type Once = { folder: Promise<string> | undefined }
const startedOnce: Once = { folder: undefined }

/** Takes PostgreSQL's programs out of a data directory that is to be copied: copied they are 60 MB each time, a start places
 *  them as hard links. */
export function dropPrograms(folder: string): void {
  for (const entry of fs.readdirSync(folder)) {
    if (entry.startsWith('postgres-')) fs.rmSync(path.join(folder, entry), { recursive: true })
  }
}

/** A data directory on which the product was started and stopped, one for all workers: whoever needs it first makes it. */
async function startOnce(): Promise<string> {
  const folder = path.join(inject('testServer').folder, 'started')
  const [making, made] = [`${folder}.making`, `${folder}.made`]
  if (fs.mkdirSync(making, { recursive: true }) === undefined) {
    const isSettled = () => fs.existsSync(made) || !fs.existsSync(making)
    if (!(await waitUntil(isSettled, READY_MS)) || !fs.existsSync(made))
      throw new Error('another worker could not start')
    return folder
  }
  const installation = new Installation(folder)
  const first = installation.start()
  await first.ready.catch(async (error: unknown) => {
    await installation.remove()
    fs.rmdirSync(making)
    throw error
  })
  first.kill('SIGTERM')
  await first.ended
  // The copies are directories of their own.
  fs.rmSync(path.join(folder, 'instance'))
  dropPrograms(folder)
  // A second start would compile everything anew into its data directory: here all share what is compiled already.
  fs.symlinkSync(path.join(project, 'node_modules', '.cache', 'dandelion'), path.join(folder, 'compile-cache'))
  fs.writeFileSync(made, '')
  return folder
}

/** An installation of one test: a data directory, a port, and everything that was started on it. */
export class Installation {
  readonly dataDir: string
  readonly runs: Run[] = []

  constructor(dataDir: string = path.join(os.tmpdir(), `dandelion-run-${randomBytes(6).toString('hex')}`)) {
    this.dataDir = dataDir
  }

  /** Makes the data directory as an earlier start and stop would have left it: for tests of what comes after the first
   *  start, which makes the database and takes the longest. */
  async makeAsStartedBefore(): Promise<void> {
    startedOnce.folder ??= startOnce().catch((error: unknown) => {
      startedOnce.folder = undefined // whoever is tried once more tries to make it
      throw error
    })
    execFileSync('cp', ['-a', await startedOnce.folder, this.dataDir])
  }

  start(args: readonly string[] = ['start'], options: RunOptions = {}): Run {
    const started = run(args, { ...options, env: { PORT: '0', DANDELION_DATA: this.dataDir, ...options.env } })
    this.runs.push(started)
    return started
  }

  /** The postmaster's process id; 0 when none is on record. */
  postmaster(): number {
    try {
      return Number(fs.readFileSync(path.join(this.dataDir, 'database', 'postmaster.pid'), 'utf8').split('\n')[0])
    } catch {
      return 0
    }
  }

  /** Every process of its PostgreSQL. */
  databaseProcesses(): number[] {
    return findProcessesIn(path.join(this.dataDir, 'database'))
  }

  async killPostmaster(): Promise<void> {
    const pid = this.postmaster()
    signal(pid, 'SIGKILL')
    await waitUntil(() => !isAlive(pid), 5_000)
  }

  /** Kills what this installation still runs, and removes its directory. */
  async remove(): Promise<void> {
    for (const { kill } of this.runs) kill('SIGKILL')
    await Promise.all(this.runs.map(({ ended }) => ended))
    await removeDataDirectory(this.dataDir)
  }
}

/** Holds a free port of this machine until it is let go. */
export async function holdPort(): Promise<{ port: number; release(): Promise<void> }> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  return { port, release: () => new Promise((resolve) => server.close(() => resolve())) }
}
