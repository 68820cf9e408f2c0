import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { formatLine, importJam } from '../jams/index.ts'
import { type Config, type Database, openDatabase, projectRoot, WrongUsage } from '../platform/index.ts'
import type { DemoServer } from './demo-browser.ts'
import { archivedJams, closingJam, type DemoJam, demoHubs, liveJam } from './demo-jams.ts'
import { type DemoPlace, type DemoTimes, demoLines, jamId } from './demo-lines.ts'
import { type DemoOrganisation, foundDemo, linksFor } from './demo-people.ts'
import { replay } from './demo-replay.ts'
import { happeningsOf, partOf } from './demo-schedule.ts'
import { type ConsultationSet, readSet } from './demo-set.ts'
import { answerSimulated, goThrough } from './demo-simulation.ts'

export type RunDemo = {
  readonly config: Config
  readonly connection: pg.ClientConfig
  readonly url: string
  readonly out: NodeJS.WritableStream
}

/** A minute of the demo holds an hour of the consultation, apart from its pauses. */
const DEFAULT_SPEED = 60
const SPEED_MAX = 100_000
/** This much of the live jam has happened when the demo opens: somebody new finds things to read and vote on. */
const HAPPENED_SHARE = 0.3
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Fills a new installation with the demo organisation, prints how to sign in, and lets its live jam go on. Answers how to
 *  end that. `--speed N` or DEMO_SPEED: how many times as fast as it really was. */
export async function runDemo(args: string[], given: RunDemo): Promise<() => Promise<void>> {
  const speed = speedFrom(args, process.env)
  const database = openDatabase(given.connection, { max: 4, appName: 'dandelion demo' })
  const ending = new AbortController()
  const end = async (going: Promise<void>): Promise<void> => {
    ending.abort()
    await going
    await database.close()
  }
  try {
    const { going } = await fill({ ...given, database, speed, signal: ending.signal })
    let ended: Promise<void> | undefined
    return () => {
      ended ??= end(going)
      return ended
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

function speedFrom(args: string[], env: NodeJS.ProcessEnv): number {
  let wanted: string | undefined
  try {
    wanted = parseArgs({ args, options: { speed: { type: 'string' } } }).values.speed ?? env.DEMO_SPEED
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
  const speed = wanted === undefined ? DEFAULT_SPEED : Number(wanted)
  if (!(speed > 0 && speed <= SPEED_MAX)) throw new WrongUsage(`The speed is a number above 0 and up to ${SPEED_MAX}.`)
  return speed
}

type Filling = RunDemo & { readonly database: Database; readonly speed: number; readonly signal: AbortSignal }

/** Resolves when people can sign in and the live jam goes on; `going` when that ends. The archives come in meanwhile. */
async function fill(given: Filling): Promise<{ going: Promise<void> }> {
  const { database, out, url } = given
  const server = serverOf(given)
  const organisation = await foundDemo({ database, server, publicUrl: new URL(url) })
  const place = placeOf(organisation)
  const rest = await openLive(given, place)
  await openClosing(given, place)
  await sayHow(given, organisation)
  const { coreId } = organisation
  const live = replay({ ...rest, ...given, coreId, server }).catch((error: Error) => {
    if (!given.signal.aborted) out.write(`The live jam no longer goes on by itself: ${error.message}\n`)
  })
  const archives = keepArchives(given, { place, server, organisation }).catch((error: Error) => {
    if (!given.signal.aborted) out.write(`An archived jam could not be brought in or answered: ${error.message}\n`)
  })
  const closing = goThrough({ ...given, server, organisation }, closingJam, idOf(closingJam)).catch((error: Error) => {
    if (!given.signal.aborted) out.write(`The jam in its last hour does not go on: ${error.message}\n`)
  })
  return { going: Promise.all([live, archives, closing]).then(() => undefined) }
}

/** The server is asked where it listens; people reach it at its public address. */
function serverOf({ config, url, signal }: Filling): DemoServer {
  const anyHost: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }
  const host = anyHost[config.host] ?? (config.host.includes(':') ? `[${config.host}]` : config.host)
  const base = config.port === 0 ? url : `http://${host}:${config.port}`
  return { base, origin: new URL(url).origin, signal }
}

function placeOf({ coreId, people }: DemoOrganisation): DemoPlace {
  const hostIds = people.filter(({ role }) => role === 'host' || role === 'owner').map(({ personId }) => personId)
  return { coreId, hostIds: hostIds.toSorted(), hubs: demoHubs }
}

const idOf = (jam: DemoJam): string => jamId(readConsultation(jam).header)

function readConsultation(jam: DemoJam): ConsultationSet {
  return readSet(gunzipSync(readFileSync(path.join(projectRoot, 'demo', `${jam.file}.jsonl.gz`))).toString())
}

type Coming = {
  readonly jam: DemoJam
  readonly set: ConsultationSet
  readonly everybody: ConsultationSet
  readonly times: DemoTimes
}

type Bringing = Pick<Filling, 'database' | 'signal'>

/** Brings a jam in, or nothing of it when the demo ends meanwhile. Gives its id. */
async function bring({ database, signal }: Bringing, place: DemoPlace, coming: Coming): Promise<string> {
  const open = async function* (): AsyncGenerator<string> {
    for (const line of demoLines({ ...coming, place })) {
      signal.throwIfAborted()
      yield formatLine(line).trimEnd()
    }
  }
  return (await importJam(database, { open })).jamId
}

/** The live jam as it was when a part of it had happened, that moment being now; and what is still to happen. */
async function openLive(given: Bringing, place: DemoPlace) {
  const everybody = readConsultation(liveJam)
  const happenings = happeningsOf(everybody)
  const past = happenings.slice(0, Math.ceil(happenings.length * HAPPENED_SHARE))
  const [firstMs, nowMs] = [past[0]?.at ?? 0, Date.now()]
  const shiftMs = nowMs - (past.at(-1)?.at ?? nowMs)
  const times = { phase: 'discuss', openedAt: firstMs + shiftMs, closesAt: nowMs + 3 * DAY_MS, shiftMs } as const
  await bring(given, place, { jam: liveJam, set: partOf(everybody, past), everybody, times })
  return { set: everybody, happenings: happenings.slice(past.length) }
}

/** The jam in its last hour: its last vote was a moment ago. */
async function openClosing(given: Bringing, place: DemoPlace): Promise<void> {
  const set = readConsultation(closingJam)
  const happenings = happeningsOf(set)
  const [firstMs, nowMs] = [happenings[0]?.at ?? 0, Date.now()]
  const shiftMs = nowMs - (happenings.at(-1)?.at ?? nowMs) - 1_000
  const times = { phase: 'discuss', openedAt: firstMs + shiftMs, closesAt: nowMs + HOUR_MS, shiftMs } as const
  await bring(given, place, { jam: closingJam, set, everybody: set, times })
}

type Archiving = {
  readonly place: DemoPlace
  readonly server: DemoServer
  readonly organisation: DemoOrganisation
}

async function keepArchives(given: Filling, { place, server, organisation }: Archiving): Promise<void> {
  for (const jam of archivedJams) {
    const set = readConsultation(jam)
    const happenings = happeningsOf(set)
    const [openedAt, closesAt] = [happenings[0]?.at ?? 0, happenings.at(-1)?.at ?? 0]
    const jamId = await bring(given, place, {
      jam,
      set,
      everybody: set,
      times: { phase: 'archive', openedAt, closesAt, shiftMs: 0 },
    })
    const report = new URL(`/jams/${jamId}/report`, given.url).href
    given.out.write(`Archived: ${jam.title} (${set.header.statements} statements, ${set.header.votes} votes)\n`)
    given.out.write(`  its report, made within a minute or two: ${report}\n`)
  }
  const [first] = archivedJams
  if (first)
    await answerSimulated({ ...given, server, organisation }, { jamId: idOf(first), language: 'en', overdue: true })
}

async function sayHow({ database, out, url, speed }: Filling, { people }: DemoOrganisation): Promise<void> {
  const links = await linksFor(database, people, new URL(url))
  const refused = [liveJam, closingJam, ...archivedJams].map((jam) => readConsultation(jam).header.refused)
  const lines = [
    '',
    `The demo organisation is open. "${liveJam.title}" is live, ${speed} times as fast as it was (--speed N changes that).`,
    'Sign in by a link (once, within 15 minutes) or with address and password:',
    ...links.map(({ role, link, email, password }) => `  ${role.padEnd(7)}${link}\n         ${email}  ${password}`),
    'Then look at:',
    ...sightsOf(url).map(({ what, at }) => `  ${what.padEnd(32)}${at}`),
    `Statements that the moderators refused are left out: ${refused.join(' + ')}.`,
    '',
  ]
  out.write(`${lines.join('\n')}\n`)
}

/** What a newcomer should see first. */
function sightsOf(url: string): { what: string; at: string }[] {
  const of = (jam: DemoJam): string => `${url}/jams/${idOf(jam)}`
  return [
    { what: 'the jam that is live', at: of(liveJam) },
    { what: 'its themes, found as it goes', at: `${of(liveJam)}/themes` },
    { what: 'opinion groups of the other', at: `${of(closingJam)}/opinions` },
    { what: 'its rating, then its promises', at: of(closingJam) },
    { what: 'all promises, soon one overdue', at: `${url}/promises` },
  ]
}
