import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../platform/index.ts'
import { letDaysPass } from '../promises/index.ts'
import { type SimulatedAnswers, simulatedAnswers } from './demo-answer-words.ts'
import type { DemoBrowser } from './demo-browser.ts'

type Answering = {
  readonly database: Database
  /** A browser of the demo's own host, who decides here: what those of the data decided is not ours to invent. */
  readonly host: DemoBrowser
  readonly hostId: string
  readonly jamId: string
  readonly language: keyof typeof simulatedAnswers
  /** One promise is overdue, as if it had been made weeks ago: only in a jam that was long over then. */
  readonly overdue: boolean
  readonly signal: AbortSignal
}

const LOOK_MS = 2_000
const DAY_MS = 86_400_000
/** So long ago is a promise made overdue as if days had passed. */
const OVERDUE_DAYS = 12

type Matter = {
  readonly id: string
  readonly stands: boolean
  readonly binding: object | null
  readonly latest: { readonly id: string } | null
  readonly promise: { readonly id: string } | null
}
type Decisions = { readonly matters: readonly Matter[] }

/** Answers everything that the report of a jam put up, as the demo's host, and lets some promises go on: one is kept, one
 *  under way, and one overdue where that was asked for. Every word is marked as simulated. Resolves when it is done; throws when the signal comes. */
export async function answerJam(given: Answering): Promise<void> {
  const { host, hostId, jamId, signal } = given
  const words = simulatedAnswers[given.language]
  const path = `/api/jams/${jamId}`
  const decisions = async () => (await host.ask('GET', `${path}/decisions`)) as Decisions
  let { matters } = await decisions()
  while (matters.length === 0) {
    await wait(LOOK_MS, undefined, { signal })
    matters = (await decisions()).matters
  }
  await host.ask('PUT', `${path}/deciders`, { people: [hostId], needed: null })
  // An edition that comes meanwhile puts up more: the jam's own promise is kept when nothing waits any more.
  const answered = new Set<string>()
  const waiting = () => matters.filter(({ id, stands, binding }) => stands && binding === null && !answered.has(id))
  for (let open = waiting(); open.length > 0; open = waiting()) {
    for (const { id } of open) {
      signal.throwIfAborted()
      await answer(host, { id, hostId, at: answered.size, words })
      answered.add(id)
    }
    matters = (await decisions()).matters
  }
  const promises = matters.flatMap(({ promise }) => promise?.id ?? [])
  await letGoOn(given, promises, words)
}

async function letGoOn(
  given: Answering,
  [kept, underWay, late]: readonly string[],
  words: SimulatedAnswers,
): Promise<void> {
  const { host, database, overdue } = given
  if (kept) await host.ask('PUT', `/api/promises/${kept}/state`, { state: 'kept', reason: words.kept })
  if (underWay) await host.ask('POST', `/api/promises/${underWay}/progress`, { text: words.progress })
  if (!late || !overdue) return
  await database.transaction({ role: 'jobs' }, (tx) => letDaysPass(tx, late, OVERDUE_DAYS))
}

type Simulated = {
  readonly id: string
  readonly hostId: string
  readonly at: number
  readonly words: SimulatedAnswers
}

async function answer(host: DemoBrowser, { id, hostId, at, words }: Simulated): Promise<void> {
  const { answer: given, reason, days } = words.answers[at % words.answers.length] ?? words.answers[0]
  const due = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const body = { follows: 0, answer: given, reason, owner: days === null ? null : hostId, due }
  const view = (await host.ask('POST', `/api/matters/${id}/decisions`, {
    ...body,
    budget: null,
    changeReason: null,
  })) as Decisions
  const draft = view.matters.find((matter) => matter.id === id)?.latest
  if (draft) await host.ask('POST', `/api/decisions/${draft.id}/signature`, {})
}
