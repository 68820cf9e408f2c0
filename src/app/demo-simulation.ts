import type { Database } from '../platform/index.ts'
import { answerJam } from './demo-answers.ts'
import { type DemoServer, openBrowser } from './demo-browser.ts'
import type { DemoJam } from './demo-jams.ts'
import { demoId } from './demo-lines.ts'
import { type DemoOrganisation, redeemLinkFor } from './demo-people.ts'
import { rateDemo } from './demo-rating.ts'

type Simulating = {
  readonly database: Database
  readonly server: DemoServer
  readonly organisation: DemoOrganisation
  readonly url: string
  readonly out: NodeJS.WritableStream
  readonly speed: number
  readonly signal: AbortSignal
}

/** The demo's host in a browser of her own. */
async function enterAsHost({ database, server, organisation }: Simulating) {
  const host = organisation.people.find(({ role }) => role === 'host')
  if (!host) throw new Error('the demo has no host')
  const browser = openBrowser(server)
  await redeemLinkFor(database, browser, host.personId)
  return { host: browser, hostId: host.personId }
}

type Answering = { readonly jamId: string; readonly language: 'en' | 'de'; readonly overdue: boolean }

/** A jam is answered by the demo's host, every word of it marked as simulated. */
export async function answerSimulated(given: Simulating, { jamId, language, overdue }: Answering): Promise<void> {
  await answerJam({ ...given, ...(await enterAsHost(given)), jamId, language, overdue })
  given.out.write(`Answered, as a simulation: ${new URL(`/jams/${jamId}/decisions`, given.url).href}\n`)
  given.out.write(`  its promises: ${new URL(`/promises?jam=${jamId}`, given.url).href}\n`)
}

/** The jam in its last hour goes on at speed: rated by people who are simulated, then answered. */
export async function goThrough(given: Simulating, { hub, simulated: raters }: DemoJam, jamId: string): Promise<void> {
  if (!raters || hub === null) return
  const { host } = await enterAsHost(given)
  await rateDemo({ ...given, host, jamId, hubId: demoId('hub', hub), raters })
  given.out.write(`Rated, as a simulation: ${new URL(`/jams/${jamId}/results`, given.url).href}\n`)
  await answerSimulated(given, { jamId, language: 'de', overdue: false })
}
