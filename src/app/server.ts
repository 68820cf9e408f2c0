import path from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type pg from 'pg'
import { conversationRoutes, countVenues } from '../conversation/index.ts'
import {
  type Argon2Cost,
  identityCrontab,
  identityRoutes,
  identityTasks,
  openPasswords,
  openSeenNotes,
} from '../identity/index.ts'
import { JAM_CRONTAB, jamsRoutes, jamTasks, sweepJams } from '../jams/index.ts'
import { organisationRoutes } from '../organisation/index.ts'
import {
  type Attempts,
  type Config,
  type Database,
  folderCarrier,
  type MailCarrier,
  mailTasks,
  mount,
  openAttempts,
  openDatabase,
  openHttp,
  openSecretFile,
  type Route,
  smtpCarrier,
  startJobs,
  startSequencer,
} from '../platform/index.ts'
import { registerHealth } from './health.ts'
import { localeOf, sayFor, whoAsks } from './who-asks.ts'

export type ServerOptions = {
  readonly config: Config
  readonly connection: pg.ClientConfig
  readonly log: FastifyBaseLogger
  /** False: this process answers requests only, and leaves jobs and mail to another. */
  readonly jobs?: boolean
  /** Tests only: cheaper hashes, and no limits on attempts where a limit is to be shown to matter. */
  readonly forTests?: { readonly argon2?: Argon2Cost; readonly attempts?: Attempts }
}

export type Server = {
  /** Where it listens. */
  readonly url: string
  readonly database: Database
  /** The address people use; with port 0 the one that the system gave. */
  readonly publicUrl: URL
  close(): Promise<void>
}

/** The composition root: puts modules, database, jobs and HTTP together, and listens. Throws EADDRINUSE and its like. */
export async function openServer(options: ServerOptions): Promise<Server> {
  const { config, log } = options
  const publicUrl = new URL(config.publicUrl)
  const database = openDatabase(options.connection)
  const app = await openHttp({
    publicUrl,
    trustedProxies: config.trustedProxies,
    log,
    sayTo: (request) => sayFor(localeOf(request)),
  })
  const running = options.jobs === false ? [] : await startWork({ ...options, database, publicUrl })
  const close = async (): Promise<void> => {
    await app.close()
    for (const work of running) await work.stop()
    await database.close()
  }
  try {
    build(app, { ...options, database, publicUrl })
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await close()
    throw error
  }
  const url = listeningAt(app)
  if (config.port === 0) publicUrl.port = new URL(url).port
  return { url, database, publicUrl, close }
}

type Building = ServerOptions & { readonly database: Database; readonly publicUrl: URL }

function build(app: FastifyInstance, building: Building): void {
  const { database, publicUrl } = building
  mount(app, notingSeen(routesOf(building)), { database, publicUrl, ...whoAsks })
  registerHealth(app, database)
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

function routesOf({ config, database, publicUrl, forTests }: Building): Route[] {
  const passwords = openPasswords(forTests?.argon2)
  const attempts = forTests?.attempts ?? openAttempts(database)
  const invitationKey = openSecretFile(config.dataDir, 'invitation-key')
  const mailFolder = config.smtpUrl ? null : mailFolderOf(config)
  return [
    ...identityRoutes({ passwords, attempts, publicUrl }),
    ...organisationRoutes({ passwords, attempts, publicUrl, invitationKey, mailFolder }),
    ...conversationRoutes(),
    ...jamsRoutes({ publicUrl }),
  ]
}

/** Whoever changes something was here: the list of sessions shows when. */
function notingSeen(routes: readonly Route[]): Route[] {
  const noteSeen = openSeenNotes()
  return routes.map((route) => {
    const { handler } = route
    if (!('write' in handler)) return route
    const write: typeof handler.write = (ctx, input) => {
      noteSeen(ctx.tx, ctx.actor.sessionId)
      return handler.write(ctx, input)
    }
    return { ...route, handler: { ...handler, write } }
  })
}

const mailFolderOf = (config: Config): string => path.join(config.dataDir, 'mail')

async function carrierOf(config: Config, publicUrl: URL): Promise<MailCarrier> {
  return config.smtpUrl ? smtpCarrier(config.smtpUrl.href, publicUrl) : folderCarrier(mailFolderOf(config), publicUrl)
}

/** Everything that runs without being asked: jobs, clocks, mail, and the one order of all events. */
async function startWork({
  config,
  connection,
  database,
  publicUrl,
  log,
}: Building): Promise<{ stop(): Promise<void> }[]> {
  const onError = (error: unknown): void => log.warn({ err: error }, 'background work failed')
  const carrier = await carrierOf(config, publicUrl)
  const sequencer = startSequencer({ database, inSequence: countVenues, onError })
  const jobs = await startJobs({
    connection,
    tasks: { ...mailTasks(database, carrier), ...identityTasks({ database, publicUrl }), ...jamTasks(database) },
    crontab: [...identityCrontab, ...JAM_CRONTAB],
    onError,
  })
  await sweepJams(database)
  return [jobs, sequencer, { stop: async () => carrier.close() }]
}

function listeningAt(app: FastifyInstance): string {
  const [address] = app.addresses()
  if (!address || typeof address === 'string') throw new Error('the server does not listen')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}
