import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../platform/index.ts'
import { type DemoBrowser, type DemoServer, openBrowser } from './demo-browser.ts'
import { redeemLinkFor } from './demo-people.ts'

type Answering = {
  readonly database: Database
  readonly server: DemoServer
  readonly jamId: string
  /** The demo's own host, who decides here: what those of the data decided is not ours to invent. */
  readonly hostId: string
  readonly signal: AbortSignal
}

const LOOK_MS = 2_000
const DAY_MS = 86_400_000

const SIMULATED = [
  { answer: 'accept', reason: 'Many asked for it and it can be done.', days: 60 },
  { answer: 'adapt', reason: 'It is done in one place first, and everywhere once that has been looked at.', days: 90 },
  { answer: 'later', reason: 'What it costs is not known yet.', days: 30 },
  { answer: 'decline', reason: 'It is not ours to decide.', days: null },
] as const
const said = (words: string): string => `Simulated for this demonstration: ${words}`

type Matter = {
  readonly id: string
  readonly latest: { readonly id: string } | null
  readonly promise: { readonly id: string } | null
}
type Decisions = { readonly matters: readonly Matter[] }

/** Answers everything that the report of a jam put first, as the demo's host, and lets some promises go on. Every word is
 *  marked as simulated. Resolves when it is done, or when the signal comes. */
export async function answerArchive({ database, server, jamId, hostId, signal }: Answering): Promise<void> {
  const host = openBrowser(server)
  await redeemLinkFor(database, host, hostId)
  const path = `/api/jams/${jamId}`
  const decisions = async () => (await host.ask('GET', `${path}/decisions`)) as Decisions
  let { matters } = await decisions()
  while (matters.length === 0) {
    await wait(LOOK_MS, undefined, { signal })
    matters = (await decisions()).matters
  }
  await host.ask('PUT', `${path}/deciders`, { people: [hostId], needed: null })
  for (const [at, { id }] of matters.entries()) await answer(host, { id, hostId, at })
  const promises = (await decisions()).matters.flatMap(({ promise }) => promise ?? [])
  const [first, second] = promises
  if (first) {
    const kept = { state: 'kept', reason: said('It was done last week.') }
    await host.ask('PUT', `/api/promises/${first.id}/state`, kept)
  }
  if (second) {
    const progress = { text: said('A place to begin with is chosen.') }
    await host.ask('POST', `/api/promises/${second.id}/progress`, progress)
  }
}

async function answer(
  host: DemoBrowser,
  { id, hostId, at }: { id: string; hostId: string; at: number },
): Promise<void> {
  const { answer: given, reason, days } = SIMULATED[at % SIMULATED.length] ?? SIMULATED[0]
  const due = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const body = { follows: 0, answer: given, reason: said(reason), owner: days === null ? null : hostId, due }
  const view = (await host.ask('POST', `/api/matters/${id}/decisions`, {
    ...body,
    budget: null,
    changeReason: null,
  })) as Decisions
  const draft = view.matters.find((matter) => matter.id === id)?.latest
  if (draft) await host.ask('POST', `/api/decisions/${draft.id}/signature`, {})
}
