import path from 'node:path'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { CATCH_UP_CRONTAB, catchUpRoutes, catchUpTasks, startCatchUp } from '../catch-up/index.ts'
import { conversationRoutes } from '../conversation/index.ts'
import { foldsRoutes, startFolds } from '../folds/index.ts'
import { identityCrontab, identityRoutes, identityTasks, openPasswords, openSeenNotes } from '../identity/index.ts'
import { JAM_CRONTAB, jamsRoutes, jamTasks, type LobbyLinks, lobbyLinks, sealLinks, sweepJams } from '../jams/index.ts'
import { opinionsRoutes, startOpinions } from '../opinions/index.ts'
import { organisationCrontab, organisationRoutes, organisationTasks, setupLink } from '../organisation/index.ts'
import {
  type Ask,
  askInProcess,
  type Config,
  createMetrics,
  type Database,
  type EventTail,
  folderCarrier,
  HOUSE_CRONTAB,
  houseTasks,
  type MailCarrier,
  type Metrics,
  mailTasks,
  mount,
  openAttempts,
  openDatabase,
  openHttp,
  openSealer,
  openSecretFile,
  openSigner,
  outboxLag,
  type Route,
  registerLive,
  registerMetrics,
  smtpCarrier,
  startEventTail,
  startJobs,
  startSequencer,
} from '../platform/index.ts'
import { POLL_CRONTAB, pollsRoutes, pollTasks, startPolls } from '../polls/index.ts'
import { PROMISE_CRONTAB, promisesRoutes, promiseTasks, ringClocks } from '../promises/index.ts'
import {
  ballotNames,
  type Dealer,
  type NameBallot,
  openDealer,
  RATING_CRONTAB,
  ratingRoutes,
  ratingTasks,
  startRating,
} from '../rating/index.ts'
import { REACH_CRONTAB, reachRoutes, reachTasks } from '../reach/index.ts'
import { readingRoutes, startReading } from '../reading/index.ts'
import { rehearsalsRoutes, startRehearsals } from '../rehearsals/index.ts'
import { openPress, REPORT_CRONTAB, reportsRoutes, reportTasks, startReports } from '../reports/index.ts'
import { searchRoutes } from '../search/index.ts'
import { type Engine, openEngine, startThemes, themesRoutes } from '../themes/index.ts'
import { authoriseLive } from './authorise-live.ts'
import type { ForTests } from './for-tests.ts'
import { registerHealth } from './health.ts'
import { pagesRoutes } from './pages.ts'
import { registerWeb } from './serve-web.ts'
import { inSequence, liveRules } from './subscribers.ts'
import { localeOf, sayFor, whoAsks } from './who-asks.ts'

export type ServerOptions = {
  readonly config: Config
  readonly connection: pg.ClientConfig
  readonly log: FastifyBaseLogger
  /** False: this process answers requests only, and leaves jobs and mail to another. */
  readonly jobs?: boolean
  readonly forTests?: ForTests
}

export type Server = {
  /** Where it listens. */
  readonly url: string
  readonly database: Database
  /** The address people use; with port 0 the one that the system gave. */
  readonly publicUrl: URL
  /** The address of the first run, new at each call; null once the organisation exists. */
  setupLink(): Promise<string | null>
  close(): Promise<void>
}

/** The composition root: puts modules, database, jobs and HTTP together, and listens. Throws EADDRINUSE and its like. */
export async function openServer(options: ServerOptions): Promise<Server> {
  const { config, log } = options
  const publicUrl = new URL(config.publicUrl)
  const open = options.forTests?.openDatabase ?? openDatabase
  const database = open(options.connection)
  const metrics = createMetrics()
  const onError = (error: unknown): void => log.warn({ err: error }, 'the reader of events failed and goes on')
  const sayTo = (request: FastifyRequest) => sayFor(localeOf(request))
  // What asks the database goes on beside what does not.
  const [tail, app] = await Promise.all([
    startEventTail({ database, onError }),
    openHttp({ publicUrl, trustedProxies: config.trustedProxies, log, sayTo }),
  ])
  const engine = options.jobs === false ? null : openEngine()
  const nameBallot = ballotNames(openSecretFile(config.dataDir, 'ballot-key'))
  const links = lobbyLinks(openSealer(config.dataDir, 'link-key'))
  const dealing = open(options.connection, { max: 1, appName: 'dandelion dealer' })
  let closing = false
  const building = {
    ...options,
    database,
    publicUrl,
    tail,
    metrics,
    engine,
    nameBallot,
    links,
    dealer: openDealer(dealing),
    ask: askInProcess(app, publicUrl),
    isClosing: () => closing,
  }
  const working = options.jobs === false ? Promise.resolve([]) : startWork(building)
  const close = async (): Promise<void> => {
    closing = true
    await app.close()
    for (const work of [...(await working.catch(() => [])), tail]) await work.stop()
    await Promise.all([database.close(), dealing.close()])
  }
  try {
    await Promise.all([build(app, building), working])
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await close()
    throw error
  }
  const url = listeningAt(app)
  if (config.port === 0) publicUrl.port = new URL(url).port
  return { url, database, publicUrl, setupLink: () => setupLink(database, publicUrl), close }
}

type Building = ServerOptions & {
  readonly database: Database
  readonly publicUrl: URL
  readonly tail: EventTail
  readonly metrics: Metrics
  /** The thread that computes themes; null in a process that leaves work to another. */
  readonly engine: Engine | null
  readonly nameBallot: NameBallot
  readonly links: LobbyLinks
  readonly dealer: Dealer
  readonly ask: Ask
  readonly isClosing: () => boolean
}

async function build(app: FastifyInstance, building: Building): Promise<void> {
  const { database, publicUrl, tail, metrics, config } = building
  registerMetrics(app, { metrics, token: config.metricsToken })
  mount(app, notingSeen(routesOf(building)), { database, publicUrl, ...whoAsks })
  const live = registerLive(app, { database, tail, rules: liveRules, authorise: authoriseLive(database) })
  metrics.watchLiveStreams(live.count)
  metrics.watchOutbox(() => outboxLag(database))
  registerHealth(app, database)
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await registerWeb(app)
}

function routesOf({ config, database, publicUrl, forTests, engine, nameBallot, links, dealer }: Building): Route[] {
  const passwords = openPasswords(forTests?.argon2)
  const attempts = forTests?.attempts ?? openAttempts(database)
  const invitationKey = openSecretFile(config.dataDir, 'invitation-key')
  const mailFolder = config.smtpUrl ? null : mailFolderOf(config)
  return [
    ...identityRoutes({ passwords, attempts, publicUrl }),
    ...organisationRoutes({ passwords, attempts, publicUrl, invitationKey, mailFolder }),
    ...conversationRoutes(),
    ...foldsRoutes(),
    ...readingRoutes(),
    ...themesRoutes({ engine }),
    ...opinionsRoutes(),
    ...jamsRoutes({ publicUrl, signer: openSigner(config.dataDir), links }),
    ...promisesRoutes(),
    ...ratingRoutes({ nameBallot, dealer }),
    ...pollsRoutes({ nameBallot }),
    ...reachRoutes(),
    ...reportsRoutes({ publicUrl }),
    ...rehearsalsRoutes(),
    ...searchRoutes(),
    ...catchUpRoutes({ publicUrl, sayFor }),
    ...pagesRoutes({ publicUrl }),
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
  metrics,
  log,
  tail,
  engine,
  nameBallot,
  links,
  ask,
  isClosing,
  forTests,
}: Building): Promise<{ stop(): Promise<void> }[]> {
  const onError = (error: unknown): void => {
    if (!isClosing()) log.warn({ err: error }, 'background work failed') // then it was ended in the middle, and goes on at the next start
  }
  const carrier = await carrierOf(config, publicUrl)
  const sequencer = startSequencer({ database, inSequence, onError })
  const press = openPress()
  const jobs = await startJobs({
    connection,
    tasks: {
      ...houseTasks(database),
      ...mailTasks(database, carrier),
      ...identityTasks({ database, publicUrl }),
      ...organisationTasks({ database }),
      ...jamTasks({ database, links }),
      ...promiseTasks({ database, publicUrl, sayFor }),
      ...reportTasks({ database, press, publicUrl, sayFor }),
      ...ratingTasks({ database, nameBallot }),
      ...pollTasks(database),
      ...reachTasks({ database, publicUrl, sayFor }),
      ...catchUpTasks({ database, publicUrl, sayFor }),
    },
    crontab: [
      ...HOUSE_CRONTAB,
      ...identityCrontab,
      ...organisationCrontab,
      ...JAM_CRONTAB,
      ...PROMISE_CRONTAB,
      ...RATING_CRONTAB,
      ...POLL_CRONTAB,
      ...REACH_CRONTAB,
      ...REPORT_CRONTAB,
      ...CATCH_UP_CRONTAB,
    ],
    onError,
    onFailure: metrics.countJobFailure,
  })
  await sealLinks(database, links).catch(onError) // before anybody is shown one
  await sweepJams(database).catch(onError) // what could not be moved is tried again each minute
  await ringClocks(database).catch(onError) // they ring again each minute
  const computeEveryMs = forTests?.computeThemesEveryMs
  const themes = engine ? [startThemes({ database, connection, tail, engine, onError, computeEveryMs })] : []
  const folds = startFolds({ database, tail, onError })
  const reading = startReading({ database, tail, onError })
  const opinions = startOpinions({ database, connection, tail, onError })
  const rating = startRating({ database, tail, onError })
  const polls = startPolls({ database, tail, onError })
  const reports = startReports({ database, tail, onError })
  const catchUp = startCatchUp({ database, tail, onError })
  const rehearsals = startRehearsals({ database, ask, publicUrl, sayFor, dataDir: config.dataDir, onError })
  return [
    rehearsals,
    ...themes,
    folds,
    reading,
    opinions,
    rating,
    polls,
    catchUp,
    reports,
    jobs,
    press,
    sequencer,
    { stop: async () => carrier.close() },
  ]
}

function listeningAt(app: FastifyInstance): string {
  const [address] = app.addresses()
  if (!address || typeof address === 'string') throw new Error('the server does not listen')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}
