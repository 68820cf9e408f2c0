import { statfs } from 'node:fs/promises'
import { type Ask, type Database, isMailSent, type Tx } from '../platform/index.ts'
import type { Check } from './contract.ts'
import type { Course } from './course.ts'
import { type Acting, act, makeIdeas, rate, talk, write } from './crowd.ts'
import { type Copy, makeCopy } from './make-copy.ts'
import { judge, type Measured, p99 } from './rules/judge.ts'
import { planCrowd } from './rules/plan.ts'
import { type Posting, sendLetter } from './send-letter.ts'
import { areThemesThere, countSeeds, findReadiness, isReported } from './store/crowd.ts'
import type { Claimed } from './store/rehearsals.ts'
import { isAllHeard } from './store/wipe.ts'

export type Rehearsing = Posting & { readonly database: Database; readonly ask: Ask; readonly dataDir: string }

const HOUR_MS = 3_600_000
const LETTER_MAX_MS = 60_000
const OPEN_MAX_MS = 20_000
const HEARD_MAX_MS = 30_000
/** Longer than the list allows: what is late is told with its time. */
const THEMES_MAX_MS = 120_000
const RATING_MAX_MS = 60_000
const REPORT_MAX_MS = 120_000

/** Lets a crowd go through all phases of a copy, as fast as the product takes it. Gives the go / no-go list; undefined when the
 *  jam is gone. Throws when it is to stop. Whoever calls wipes the copy, whatever happened. */
export async function rehearse(given: Rehearsing, claimed: Claimed, course: Course): Promise<Check[] | undefined> {
  const { database, ask } = given
  const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction({ role: 'jobs' }, work)
  await course.begin('copy', claimed.people)
  const letter = letterLeft(given, claimed, course)
  letter.catch(() => undefined) // as with the themes below
  const copy = await database.transaction({ role: 'jobs' }, (tx) => makeCopy(tx, claimed), { patient: true })
  if (!copy) return undefined
  const acting: Acting = { ask, course, copy, plan: planCrowd(claimed.people), taken: { accepted: [], refused: 0 } }
  const { plan, taken } = acting
  const jam = `/api/jams/${copy.copyId}`
  let phases = await advance(acting, 'open', { reason: null })
  await course.begin('write', plan.contributions)
  const written = await write(acting)
  const themes = course.until(() => asJobs((tx) => areThemesThere(tx, copy.copyId)), THEMES_MAX_MS)
  themes.catch(() => undefined) // it is waited for below; a stop meanwhile is told there
  await course.begin('talk', plan.replies + plan.votes)
  const counted = await talk(acting, written)
  await course.begin('themes', 0)
  const themesSeconds = await themes
  await course.begin('rate', plan.ideas + plan.raters)
  await makeIdeas(acting, written)
  phases += await advance(acting, 'move', { to: 'rate', reason: copy.words.copy })
  const isOpen = async () => (await look(acting, `${jam}/ballot`)).state === 'open'
  await course.until(isOpen, OPEN_MAX_MS)
  await rate(acting)
  phases += await advance(acting, 'move', { to: 'report', reason: copy.words.copy })
  await course.begin('report', 0)
  const isCounted = async () => (await look(acting, `${jam}/rating`)).state === 'counted'
  const rating = course.until(isCounted, RATING_MAX_MS)
  const report = course.until(() => asJobs((tx) => isReported(tx, copy.copyId)), REPORT_MAX_MS)
  const [ratingSeconds, reportSeconds] = await Promise.all([rating, report])
  await course.until(() => asJobs(isAllHeard), HEARD_MAX_MS)
  const seen = (await look(acting, jam)).jam as { counts: { contributions: number; replies: number; votes: number } }
  const { counts } = seen
  const seeds = await asJobs((tx) => countSeeds(tx, copy.copyId))
  const missing = (taken: number, shown: number): number => Math.abs(taken - shown)
  const uncounted =
    missing(seeds + written.length, counts.contributions) +
    missing(counted.replies, counts.replies) +
    missing(counted.votes, counts.votes)
  return judge({
    ...(await readinessOf(given, claimed.jamId, copy)),
    ...{ phases, uncounted, themesSeconds, ratingSeconds, reportSeconds },
    ...{ acceptedP99Ms: p99(taken.accepted), refused: taken.refused, mailSeconds: await letter },
  })
}

/** The seconds until a letter to whoever asked has left the house; null: it has not. */
async function letterLeft(given: Rehearsing, claimed: Claimed, { until }: Course): Promise<number | null> {
  const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => given.database.transaction({ role: 'jobs' }, work)
  const id = await asJobs((tx) => sendLetter(tx, claimed, given))
  return id === undefined ? null : until(() => asJobs((tx) => isMailSent(tx, id)), LETTER_MAX_MS)
}

/** The simulated host moves the copy on: 1 when it went. */
async function advance(acting: Acting, how: 'open' | 'move', body: object): Promise<number> {
  const { copyId, host } = acting.copy
  const answered = await act(acting, { method: 'POST', path: `/api/jams/${copyId}/${how}`, token: host, body })
  return answered ? 1 : 0
}

async function look({ ask, copy }: Acting, path: string): Promise<Record<string, unknown>> {
  return (await ask({ method: 'GET', path, token: copy.host })).body
}

type Readiness = Pick<
  Measured,
  'promise' | 'forums' | 'hostsPerForum' | 'hours' | 'reach' | 'lobbyOpen' | 'mailFailed' | 'diskFreeBytes'
>

/** What the jam itself has, whatever the crowd did. */
async function readinessOf({ database, dataDir }: Rehearsing, jamId: string, { jam }: Copy): Promise<Readiness> {
  const found = await database.transaction({ role: 'jobs' }, (tx) => findReadiness(tx, jamId))
  const { opensAt, rateAt, closesAt, archiveAt } = jam
  const dates = [opensAt ?? new Date(), rateAt, closesAt, archiveAt].filter((date) => date !== null)
  const ascend = dates.every((date, at) => at === 0 || date > (dates[at - 1] ?? date))
  const [begin] = dates
  const hours = closesAt && begin && ascend ? Math.round((closesAt.getTime() - begin.getTime()) / HOUR_MS) : null
  const disk = await statfs(dataDir).catch(() => undefined)
  return {
    ...found,
    ...{ promise: jam.promise !== null, forums: jam.forums, hours },
    diskFreeBytes: disk ? disk.bavail * disk.bsize : null,
  }
}
