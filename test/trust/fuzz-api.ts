import { randomUUID } from 'node:crypto'
import { text as readText } from 'node:stream/consumers'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { type Contract, ErrorAnswer } from '../../src/kernel/index.ts'
import { send } from '../send.ts'
import { addressOf, type Known, type MadeUp, requestsOf } from './request-arbitrary.ts'

export type Fuzzing = {
  readonly url: string
  readonly origin: string
  readonly contracts: Readonly<Record<string, Contract>>
  /** Sessions of those who ask; null for a stranger. */
  readonly askers: readonly (string | null)[]
  readonly known: Known
  readonly count: number
  readonly seed: number
}

export type Finding = { readonly what: string; readonly request: string; readonly answer: string }
export type Fuzzed = {
  readonly sent: number
  readonly findings: readonly Finding[]
  readonly slowestMs: number
  readonly statuses: Readonly<Record<string, number>>
}

const AT_ONCE = 4
/** Two cores may be busy with others: the promise is 1 s on a quiet machine, and the slowest is printed. */
const HANGS_AFTER_MS = 8_000
const SHOWN = 600
const BUSY = 503

type Judge = {
  readonly contract: Contract
  takes(part: 'query' | 'body', value: unknown): boolean
  fits(answer: unknown): boolean
}

const errors = Compile(ErrorAnswer)

function judgeOf(contract: Contract): Judge {
  const compiled = { body: contract.body && Compile(contract.body), answer: Compile(contract.answer) }
  const names = Object.keys((contract.query as { properties?: object } | undefined)?.properties ?? {})
  return {
    contract,
    // What a query says is text: of it only the names can be judged here.
    takes: (part, value) =>
      part === 'query'
        ? Object.keys(value as object).every((name) => names.includes(name))
        : !compiled.body || compiled.body.Check(value),
    fits: (answer) => compiled.answer.Check(answer),
  }
}

/** Sends made-up requests of every route as every asker, and tells what no answer may be: an error of ours, silence, a
 *  request that the contract does not take and that was taken, a refusal without a reason, an answer unlike its contract. */
export async function fuzz(given: Fuzzing): Promise<Fuzzed> {
  const routes = Object.entries(given.contracts)
  const each = Math.ceil(given.count / routes.length)
  const judges = new Map(routes.map(([route, contract]) => [route, judgeOf(contract)]))
  const perRoute = routes.map(([route, contract], at) =>
    fc.sample(requestsOf(route, contract, given.known), { numRuns: each, seed: given.seed + at }),
  )
  // One of each route after the other, so that what one made the next may find.
  const requests = Array.from({ length: each }, (_, at) => perRoute.flatMap((made) => made[at] ?? [])).flat()
  const findings: Finding[] = []
  const statuses: Record<string, number> = {}
  let [next, slowestMs] = [0, 0]
  async function work(): Promise<void> {
    for (let at = next++; at < requests.length; at = next++) {
      const request = requests[at]
      const judge = request && judges.get(request.route)
      if (!request || !judge) continue
      const asker = given.askers[(at + Math.floor(at / routes.length)) % given.askers.length] ?? null
      const began = performance.now()
      let answer = await answerTo(given, request, asker)
      // A machine at its limit says so in time, and is asked once more: nothing has happened yet.
      if (answer.status === BUSY) answer = await answerTo(given, request, asker)
      slowestMs = Math.max(slowestMs, performance.now() - began)
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      for (const what of faultsOf(judge, request, answer)) findings.push(findingOf(what, request, answer))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { sent: requests.length, findings, slowestMs, statuses }
}

type Answered = { readonly status: number; readonly media: string; readonly text: string; readonly failed?: string }

async function answerTo(given: Fuzzing, request: MadeUp, asker: string | null): Promise<Answered> {
  const method = request.route.split(' ')[0] ?? 'GET'
  const stops = AbortSignal.timeout(HANGS_AFTER_MS)
  const body = method === 'GET' || request.body === undefined ? undefined : JSON.stringify(request.body)
  try {
    const response = await send(new URL(addressOf(request), given.url), {
      method,
      signal: stops,
      headers: {
        ...(method !== 'GET' && { origin: given.origin, 'idempotency-key': randomUUID() }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(asker && { cookie: `dandelion=${asker}` }),
      },
      body,
    })
    const status = response.statusCode ?? 0
    const media = (response.headers['content-type'] ?? '').split(';')[0] ?? ''
    if (media === 'text/event-stream') {
      response.destroy()
      return { status, media, text: '' }
    }
    return { status, media, text: await readText(response) }
  } catch (error) {
    return { status: 0, media: '', text: '', failed: stops.aborted ? 'no answer in time' : String(error) }
  }
}

function faultsOf(judge: Judge, request: MadeUp, answer: Answered): string[] {
  if (answer.failed) return [answer.failed]
  if (answer.status >= 500) return [`answered ${answer.status}`]
  const json = answer.media === 'application/json' ? parse(answer.text) : undefined
  if (answer.status >= 400) return refusalFaults(answer, json)
  const faults: string[] = []
  if (!request.route.startsWith('GET') && judge.contract.body && !judge.takes('body', sentBody(request)))
    faults.push('took a body that its contract does not take')
  if (!judge.takes('query', request.query)) faults.push('took a query with a name that it does not know')
  if (answer.media === 'application/json' && !judge.contract.media && !judge.fits(json))
    faults.push('answered unlike its contract')
  return faults
}

/** What the server read: JSON has no undefined. */
const sentBody = (request: MadeUp): unknown => JSON.parse(JSON.stringify(request.body) ?? 'null')

function refusalFaults(answer: Answered, json: unknown): string[] {
  // A page is refused with a page, a feed with a sentence.
  if (answer.media === 'text/html' || answer.media === 'text/plain')
    return answer.text.length > 0 ? [] : ['refused without a page']
  if (!errors.Check(json)) return ['refused in another form']
  const { key, sentence } = (json as { error: { key: string; sentence: string } }).error
  return key === '' || sentence.trim() === '' || sentence === key ? ['refused without a sentence'] : []
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function findingOf(what: string, request: MadeUp, answer: Answered): Finding {
  const body = JSON.stringify(request.body)?.slice(0, SHOWN) ?? ''
  const sent = `${request.route} ${addressOf(request).slice(0, SHOWN)} ${body} [${request.spoilt ?? 'right'}]`
  return { what, request: sent, answer: `${answer.status} ${answer.text.slice(0, SHOWN)}` }
}
