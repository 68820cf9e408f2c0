import { setTimeout as wait } from 'node:timers/promises'
import { type Random, seededRandom } from '../analysis/index.ts'
import { makeSimulated, openSimulated } from '../identity/index.ts'
import type { Database } from '../platform/index.ts'
import { readSentence } from '../rating/index.ts'
import { type DemoBrowser, type DemoServer, openBrowser } from './demo-browser.ts'
import { demoId } from './demo-lines.ts'

export type RateDemo = {
  readonly database: Database
  readonly server: DemoServer
  readonly signal: AbortSignal
  readonly speed: number
  /** A browser of the demo's host. */
  readonly host: DemoBrowser
  readonly jamId: string
  readonly hubId: string
  readonly raters: { readonly count: number; readonly locale: string; name(number: number): string }
}

const IDEAS = 30
const IDEAS_OF_A_THEME = 3
/** At the usual speed rating goes on for so long, so that a visitor can take part. */
const RATING_MS = 2 * 60_000
const USUAL_SPEED = 60
const LOOK_MS = 500
const REASON = 'Demonstration: die Phasen folgen hier schnell aufeinander.'

/** Lets a jam go through rating: its host makes ideas of what stands in its themes, simulated people rate what they are
 *  dealt, and then rating ends. Throws when the signal comes. */
export async function rateDemo(given: RateDemo): Promise<void> {
  const { host, jamId } = given
  const liked = await makeIdeas(given, await themesOf(given))
  await host.ask('POST', `/api/jams/${jamId}/move`, { to: 'rate', reason: REASON })
  await until(given, async () => (await host.ask('GET', `/api/jams/${jamId}/ballot`)).state === 'open')
  await rateInTurn(given, liked)
  await host.ask('POST', `/api/jams/${jamId}/move`, { to: 'report', reason: REASON })
  await until(given, async () => (await host.ask('GET', `/api/jams/${jamId}/rating`)).state === 'counted')
}

async function until({ signal }: RateDemo, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(LOOK_MS, undefined, { signal })
}

async function themesOf(given: RateDemo): Promise<string[]> {
  let themes: { id: string }[] = []
  await until(given, async () => {
    themes = (await given.host.ask('GET', `/api/venues/${given.jamId}/themes`)).themes as { id: string }[]
    return themes.length > 0
  })
  return themes.map(({ id }) => id)
}

type Statement = {
  readonly id: string
  readonly title: string
  readonly votes: { readonly agree: number; readonly disagree: number; readonly pass: number }
}

/** Ideas of the statements of each theme that have the most votes and are one sentence. Gives the share of those who agreed,
 *  by idea. */
async function makeIdeas({ host, jamId, signal }: RateDemo, themes: readonly string[]): Promise<Map<string, number>> {
  const liked = new Map<string, number>()
  for (const themeId of themes) {
    for (const { id, title, votes } of await statementsOf(host, themeId)) {
      signal.throwIfAborted()
      if (liked.size >= IDEAS) return liked
      const body = { sentence: title, contributionIds: [id], themeId }
      const idea = await host.ask('POST', `/api/jams/${jamId}/ideas`, body)
      liked.set(String(idea.id), votes.agree / Math.max(1, votes.agree + votes.disagree))
    }
  }
  return liked
}

async function statementsOf(host: DemoBrowser, themeId: string): Promise<Statement[]> {
  const page = await host.ask('GET', `/api/themes/${themeId}/contributions?limit=50`)
  const votesOn = ({ votes }: Statement): number => votes.agree + votes.disagree + votes.pass
  return (page.items as Statement[])
    .filter(({ title }) => readSentence(title).ok)
    .toSorted((a, b) => votesOn(b) - votesOn(a))
    .slice(0, IDEAS_OF_A_THEME)
}

/** The simulated people come one after the other, evenly over the time of rating. */
async function rateInTurn(given: RateDemo, liked: ReadonlyMap<string, number>): Promise<void> {
  const { raters, signal, speed } = given
  const tokens = await comeIn(given)
  const [began, lengthMs] = [performance.now(), (RATING_MS * USUAL_SPEED) / speed]
  for (const [at, token] of tokens.entries()) {
    await rateAs(given, { token, random: seededRandom(at + 1), liked })
    const turnEnds = began + (lengthMs * (at + 1)) / raters.count
    await wait(Math.max(0, turnEnds - performance.now()), undefined, { signal })
  }
}

async function comeIn({ database, jamId, hubId, raters }: RateDemo): Promise<string[]> {
  const { locale } = raters
  const people = Array.from({ length: raters.count }, (_, at) => {
    const id = demoId(jamId, 'simulated', at + 1)
    return { id, name: raters.name(at + 1), locale, timeZone: 'UTC', homeHubId: hubId }
  })
  return database.transaction({ role: 'jobs' }, async (tx) => {
    await makeSimulated(tx, people)
    return openSimulated(
      tx,
      people.map(({ id }) => id),
    )
  })
}

type Rater = { readonly token: string; readonly random: Random; readonly liked: ReadonlyMap<string, number> }

/** Rates what she is dealt as those who voted agreed; some skip, some leave early. */
async function rateAs({ server, jamId, signal }: RateDemo, { token, random, liked }: Rater): Promise<void> {
  const browser = openBrowser(server, token)
  let ballot = await browser.ask('POST', `/api/jams/${jamId}/ballot`, {})
  while (!signal.aborted) {
    const [idea] = ballot.hand as { id: string }[]
    if (!idea || random() < 0.01) return
    const rating = random() < 0.08 ? null : ratingOf(liked.get(idea.id) ?? 0.5, random)
    ballot = await browser.ask('PUT', `/api/jams/${jamId}/ballot`, { ideaId: idea.id, rating })
  }
}

function ratingOf(share: number, random: Random): { impact: number; feasibility: number; helps: boolean } {
  const points = (): number => Math.min(5, Math.max(1, Math.round(1 + 4 * share + 2.4 * (random() - 0.5))))
  return { impact: points(), feasibility: points(), helps: random() < share }
}
