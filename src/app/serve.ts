import module from 'node:module'
import type { Config } from '../platform/ground.ts'
import type { Tell } from './open-store.ts'
import { type Running, type StartOptions, start } from './start.ts'

const PARENT_LOOK_MS = 1_000
const FORCE_AFTER_MS = 1_000
/** What the first contribution needs is loaded while the one who started it still looks at the terminal. */
const WARM_AFTER_MS = 500

export type Serve = Pick<StartOptions, 'buildsWeb'> & {
  readonly config: Config
  readonly what: string
  readonly tell: Tell
  readonly out: NodeJS.WritableStream
  /** More to do once it serves; answers how to end that. */
  readonly afterwards?: (running: Running) => Promise<() => Promise<void>>
}

/** Resolves with the exit code when the program is to end: a signal, the loss of its database, an error nobody caught,
 *  or the end of the process that started it (a killed npm start must not leave a server behind). */
function waitForEnd(tell: Tell): { ended: Promise<number>; lost(error: unknown): void } {
  let end: (code: number) => void = () => {}
  const ended = new Promise<number>((resolve) => {
    end = resolve
  })
  let firstAt = 0
  const asked = (): void => {
    // Ctrl-C reaches us twice: from the terminal, and passed on by our parent. A later one means "now".
    if (firstAt > 0 && Date.now() - firstAt > FORCE_AFTER_MS) process.exit(130)
    if (firstAt === 0) tell('Stopping ...')
    firstAt ||= Date.now()
    end(0)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, asked)
  // Whoever read our words may be gone (a closed pipe): telling that would fail again, without end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  let isLost = false
  const lost = (error: unknown): void => {
    if (isLost) return
    isLost = true
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
    end(1)
  }
  process.on('uncaughtException', lost)
  const parent = Number(process.env.DANDELION_PARENT)
  if (parent > 0 && parent === process.ppid) {
    const looking = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(looking) // asked again it would end at once, and leave its PostgreSQL running
      asked()
    }, PARENT_LOOK_MS).unref()
  }
  return { ended, lost }
}

async function warm(): Promise<void> {
  const { openLanguageDetector } = await import('../analysis/index.ts')
  openLanguageDetector()
}

/** Starts, says where, serves until asked to stop, and stops in order. Answers the exit code. */
export async function serve({ config, what, tell, out, afterwards, buildsWeb = true }: Serve): Promise<number> {
  const { ended, lost } = waitForEnd(tell)
  const running = await start(config, { what, tell, buildsWeb, onLost: lost })
  out.write(`Dandelion is ready at ${running.url} (${process.uptime().toFixed(1)} s). Ctrl-C stops it.\n`)
  const setup = afterwards ? null : await running.setupLink()
  if (setup) out.write(`Nobody is here yet. Open this once to name the organisation and its first owner:\n  ${setup}\n`)
  module.flushCompileCache()
  setTimeout(warm, WARM_AFTER_MS).unref()
  let code = 1
  try {
    const finish = await afterwards?.(running)
    code = await ended
    await finish?.()
  } finally {
    await running.stop() // also when what comes afterwards failed: nothing may outlive this
  }
  tell('Stopped.')
  return code
}
