import { setTimeout as wait } from 'node:timers/promises'
import { type Random, seededRandom } from '../analysis/index.ts'
import type { Database } from '../platform/index.ts'
import { type Answer, type DemoBrowser, type DemoServer, openBrowser } from './demo-browser.ts'
import { simulatedId } from './demo-lines.ts'
import { type DemoPerson, redeemLinkFor } from './demo-people.ts'
import type { SetHeader } from './demo-set.ts'

export type RateDemo = {
  readonly database: Database
  readonly server: DemoServer
  readonly signal: AbortSignal
  readonly speed: number
  readonly host: DemoPerson
  readonly coreId: string
  readonly header: SetHeader
  readonly jamId: string
  readonly raters: number
}

const IDEAS = 40
/** At the usual speed rating goes on for so long, so that a visitor can take part; results follow. */
const RATING_MS = 10 * 60_000
const PAUSE_MS = 1_200
const USUAL_SPEED = 60
const REASON = 'Demonstration: die Phasen folgen hier schnell aufeinander.'

/** Lets the jam in its last hour go through rating: its host makes ideas of the statements with the most votes, simulated
 *  people (they bear it in their names) rate what they are dealt, and after some minutes the rating ends. */
export async function rateDemo(given: RateDemo): Promise<void> {
  const host = openBrowser(given.server)
  await redeemLinkFor(given.database, host, given.host.personId)
  const liked = await makeIdeas(host, given.jamId)
  const began = performance.now()
  await host.ask('POST', `/api/jams/${given.jamId}/move`, { to: 'rate', reason: REASON })
  await untilOpen(host, given)
  for (let number = 1; number <= given.raters && !given.signal.aborted; number++) await rateAs(given, number, liked)
  const leftMs = (RATING_MS * USUAL_SPEED) / given.speed - (performance.now() - began)
  await pause(Math.max(0, leftMs), given.signal)
  if (!given.signal.aborted) await host.ask('POST', `/api/jams/${given.jamId}/move`, { to: 'report', reason: REASON })
}

type Statement = {
  readonly id: string
  readonly title: string
  readonly votes: { agree: number; disagree: number; pass: number }
}

/** One idea of each statement that is one sentence; those that are not are refused, and left out. Gives how many agreed to
 *  each, by its sentence. */
async function makeIdeas(host: DemoBrowser, jamId: string): Promise<Map<string, number>> {
  const page = await host.ask('GET', `/api/venues/${jamId}/contributions?limit=100`)
  const statements = (page.items as Statement[]).toSorted((a, b) => votesOn(b) - votesOn(a))
  const liked = new Map<string, number>()
  for (const { id, title, votes } of statements) {
    if (liked.size >= IDEAS) break
    const body = { sentence: title, contributionIds: [id], themeId: null }
    const idea = await host.ask('POST', `/api/jams/${jamId}/ideas`, body).catch(() => undefined)
    if (idea) liked.set(String(idea.sentence), votes.agree / Math.max(1, votes.agree + votes.disagree))
  }
  return liked
}

const votesOn = ({ votes }: Statement): number => votes.agree + votes.disagree + votes.pass

async function untilOpen(host: DemoBrowser, { jamId, signal }: RateDemo): Promise<void> {
  while (!signal.aborted) {
    const { state } = await host.ask('GET', `/api/jams/${jamId}/ballot`)
    if (state === 'open') return
    await pause(500, signal)
  }
}

/** One simulated person comes in, rates what she is dealt as those who voted agreed, and some skip or leave. */
async function rateAs(given: RateDemo, number: number, liked: ReadonlyMap<string, number>): Promise<void> {
  const { database, server, coreId, header, jamId, signal, speed } = given
  const random = seededRandom(number)
  const browser = openBrowser(server)
  await redeemLinkFor(database, browser, simulatedId(header, number))
  await browser.ask('PUT', `/api/hubs/${coreId}/membership`, { home: false })
  let ballot: Answer = await browser.ask('POST', `/api/jams/${jamId}/ballot`, {})
  while (!signal.aborted) {
    const [idea] = ballot.hand as { id: string; sentence: string }[]
    if (!idea || random() < 0.01) return
    const rating = random() < 0.08 ? null : ratingOf(liked.get(idea.sentence) ?? 0.5, random)
    ballot = await browser.ask('PUT', `/api/jams/${jamId}/ballot`, { ideaId: idea.id, rating })
    await pause((PAUSE_MS * random() * USUAL_SPEED) / given.raters / speed, signal)
  }
}

function ratingOf(share: number, random: Random): { impact: number; feasibility: number; helps: boolean } {
  const points = (): number => Math.min(5, Math.max(1, Math.round(1 + 4 * share + 2.4 * (random() - 0.5))))
  return { impact: points(), feasibility: points(), helps: random() < share }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined)
}
