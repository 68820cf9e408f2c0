import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../platform/index.ts'
import { type DemoBrowser, type DemoServer, openBrowser } from './demo-browser.ts'
import { forumId, personId, statementId } from './demo-lines.ts'
import { redeemLinkFor } from './demo-people.ts'
import { type Happening, waitBetween } from './demo-schedule.ts'
import type { ConsultationSet } from './demo-set.ts'

export type Replay = {
  readonly set: ConsultationSet
  /** What is still to happen, in order. */
  readonly happenings: readonly Happening[]
  readonly speed: number
  readonly coreId: string
  readonly database: Database
  readonly server: DemoServer
  readonly signal: AbortSignal
}

type Replaying = Replay & {
  readonly browsers: Map<number, Promise<DemoBrowser>>
  /** The ids that statements got here, by their place. Those before the replay keep the id they came with. */
  readonly ids: Map<number, string>
}

/** Lets a consultation go on: each participant signs in, joins and does over HTTP what they really did, in the real order
 *  and with the real pauses, shortened. Resolves at the end or when the signal comes; what the server refuses (the jam
 *  has closed, say) ends it too and is thrown. */
export async function replay(given: Replay): Promise<void> {
  const replaying: Replaying = { ...given, browsers: new Map(), ids: new Map() }
  let before = given.happenings[0]?.at ?? 0
  for (const happening of given.happenings) {
    await wait(waitBetween(before, happening.at, given.speed), undefined, { signal: given.signal }).catch(
      () => undefined,
    )
    if (given.signal.aborted) return
    before = happening.at
    await happen(replaying, happening)
  }
}

async function happen(replaying: Replaying, happening: Happening): Promise<void> {
  const { set, ids } = replaying
  if ('statement' in happening) {
    const { statement, place } = happening
    const browser = await browserOf(replaying, statement.author)
    const path = `/api/forums/${forumId(set.header)}/contributions`
    const { id } = await browser.ask('POST', path, { title: statement.text, body: '' })
    ids.set(place, String(id))
    return
  }
  const { voter, statement, value } = happening.ballot
  const browser = await browserOf(replaying, voter)
  const id = ids.get(statement) ?? statementId(set.header, set.statements[statement]?.id ?? 0)
  await browser.ask('PUT', `/api/contributions/${id}/vote`, { value })
}

function browserOf(replaying: Replaying, number: number): Promise<DemoBrowser> {
  const known = replaying.browsers.get(number)
  if (known) return known
  const opening = enter(replaying, number)
  replaying.browsers.set(number, opening)
  return opening
}

/** A participant of the data has no address to send a link to: the demo makes it for them. */
async function enter({ set, database, server, coreId }: Replaying, number: number): Promise<DemoBrowser> {
  const browser = openBrowser(server)
  await redeemLinkFor(database, browser, personId(set.header, number))
  await browser.ask('PUT', `/api/hubs/${coreId}/membership`, { home: true })
  return browser
}
