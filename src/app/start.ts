import { setImmediate } from 'node:timers/promises'
import { type Claim, type Config, claimDirectory, openDataDirectory } from '../platform/ground.ts'
import { explainListening, refuseBusyPort } from './busy-port.ts'
import { openStore, type Store, type Tell } from './open-store.ts'

export type Running = {
  /** Where people reach it. */
  readonly url: string
  readonly config: Config
  readonly store: Store
  /** The address of the first run; null once the organisation exists. */
  setupLink(): Promise<string | null>
  /** Stops listening, ends what runs, stops PostgreSQL, gives the data directory back. Calling it twice is one stop. */
  stop(): Promise<void>
}

export type StartOptions = {
  /** How it was started: what a second start on the same data directory is told. */
  readonly what?: string
  /** Hears each step in a sentence. */
  readonly tell: Tell
  /** False: the web app is served as it was built last (development, where Vite serves it). */
  readonly buildsWeb?: boolean
  /** Hears when the database is lost and could not be brought back. */
  readonly onLost?: (error: unknown) => void
}

type Opened = { url: string; setupLink(): Promise<string | null>; close(): Promise<void> }

const PARTS = [
  () => import('../platform/index.ts'),
  () => import('../analysis/index.ts'),
  () => import('../conversation/index.ts'),
  () => import('../reports/index.ts'),
]

/** Half of a warm start is the loading of modules. In parts: in between this thread hears what PostgreSQL says meanwhile. */
async function loadServer() {
  for (const load of PARTS) {
    await load()
    await setImmediate()
  }
  return Promise.all([import('./server.ts'), import('pino')])
}

async function listen(config: Config, store: Store): Promise<Opened> {
  const [{ openServer }, { pino }] = await loadServer()
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: false }))
  try {
    return await openServer({ config, connection: store.connection, log })
  } catch (error) {
    const sentence = explainListening(config, error)
    throw sentence === undefined ? error : new Error(sentence, { cause: error })
  }
}

async function buildWeb(tell: Tell): Promise<void> {
  const { buildWebIfNeeded } = await import('./build-web.ts')
  await buildWebIfNeeded(tell)
}

/** For the next start; without it that one takes longer, and nothing else. */
async function makeBundle(): Promise<void> {
  const { makeBundleIfNeeded } = await import('./bundle.ts')
  await makeBundleIfNeeded().catch(() => {})
}

/** Stops in the reverse order; the next step is taken although one fails, and the first failure is thrown at the end. */
function stopper(server: Opened, store: Store, claim: Claim): () => Promise<void> {
  const stop = async (): Promise<void> => {
    const failures: unknown[] = []
    for (const step of [() => server.close(), () => store.close(), () => claim.release()]) {
      await step().catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
  }
  let stopping: Promise<void> | undefined
  return () => {
    stopping ??= stop()
    return stopping
  }
}

/** Brings everything up: takes the data directory, opens the database, builds the web when its sources changed, listens.
 *  What was started is stopped again when a later step fails. Throws an Error whose message tells the operator what to
 *  do (DataInUse, UnusableDatabase, a busy port ...). */
export async function start(config: Config, options: StartOptions): Promise<Running> {
  const data = openDataDirectory(config.dataDir)
  const url = config.port === 0 ? '' : config.publicUrl.origin
  const claim = await claimDirectory(data, { kind: 'server', what: options.what ?? 'npm start', url })
  let store: Store | undefined
  try {
    await refuseBusyPort(config)
    const { promise: waiting, resolve: onWaiting } = Promise.withResolvers<void>()
    const opening = openStore(config, { ...options, onWaiting })
    // To load the rest holds this thread for a second: PostgreSQL is to be on its way before.
    await Promise.race([waiting, opening.catch(() => {})])
    const building = options.buildsWeb === false ? undefined : Promise.all([buildWeb(options.tell), makeBundle()])
    const [opened, built] = await Promise.allSettled([opening, building, loadServer()])
    if (opened.status === 'rejected') throw opened.reason
    store = opened.value
    if (built.status === 'rejected') throw built.reason
    const server = await listen(config, store)
    const shown = config.port === 0 ? server.url : config.publicUrl.origin
    return { url: shown, config, store, setupLink: server.setupLink, stop: stopper(server, store, claim) }
  } catch (error) {
    await store?.close()
    await claim.release()
    throw error
  }
}
