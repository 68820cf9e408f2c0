import http from 'node:http'
import { answering } from './processes.ts'

// The load: 16 connections that are kept open, each asks again as soon as it has its answer (or at a given pace).

export type LoadOrder = {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** JSON; `#` in it becomes a number that no other request has, `~` words that no other has in this order: thousands of
   *  people do not write the same sentence. */
  readonly body?: string
  /** Sessions that ask in turn: thousands of people are not one. */
  readonly cookies?: readonly string[]
  readonly clients: number
  readonly seconds: number
  /** Requests a second in all; absent: as fast as answers come. */
  readonly pace?: number
}

export type LoadResult = { readonly perSecond: number; readonly ms: number[]; readonly failed: number }

const WORDS =
  `the our a every work shift team hub customer answer question week night morning phone room desk meeting plan
  trust time people train learn help share write read talk listen decide change build test start stop keep find lose wait
  good late early open closed small large quiet fast slow new old clear fair public local common simple other same more
  because when while after before without between about under over with from into that which who where how what why not
  can could should must would will need want make give take see hear know think ask tell show let leave bring send pay
  money budget report tool form rule list week door window garden street bus bicycle train lunch coffee break child school`.split(
    /\s+/,
  )
const SENTENCE = 32

let counter = 0

/** The same words for the same number, in every run. */
function wordsOf(number: number): string {
  let state = number
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return WORDS[state % WORDS.length] ?? ''
  }
  return Array.from({ length: SENTENCE }, next).join(' ')
}

function ask(agent: http.Agent, order: LoadOrder): Promise<boolean> {
  const id = `${process.pid}-${++counter}`
  const body = order.body?.replaceAll('#', String(counter)).replaceAll('~', () => wordsOf(counter))
  const cookie = order.cookies?.[counter % order.cookies.length]
  const headers = {
    ...order.headers,
    ...(cookie && { cookie }),
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    }),
    ...(order.method === 'POST' && { 'idempotency-key': `bench-${id}` }),
  }
  return new Promise((resolve) => {
    const request = http.request(order.url, { agent, method: order.method, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200))
    })
    request.on('error', () => resolve(false))
    request.end(body)
  })
}

async function load(order: LoadOrder): Promise<LoadResult> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: order.clients })
  const ms: number[] = []
  let failed = 0
  const began = performance.now()
  const endsAt = began + order.seconds * 1000
  const one = async (dueAt = performance.now()): Promise<void> => {
    const ok = await ask(agent, order)
    // From when it was due, not from when it was sent: a server that stalls does not hide it.
    ms.push(performance.now() - dueAt)
    if (!ok) failed++
  }
  if (order.pace) await paced(order.pace, { began, endsAt, one })
  else {
    const client = async (): Promise<void> => {
      while (performance.now() < endsAt) await one()
    }
    await Promise.all(Array.from({ length: order.clients }, client))
  }
  agent.destroy()
  return { perSecond: (ms.length / (performance.now() - began)) * 1000, ms, failed }
}

async function paced(
  perSecond: number,
  { began, endsAt, one }: { began: number; endsAt: number; one: (dueAt: number) => Promise<void> },
): Promise<void> {
  const sent: Promise<void>[] = []
  for (let n = 0; ; n++) {
    const dueAt = began + (n * 1000) / perSecond
    if (dueAt >= endsAt) break
    const wait = dueAt - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    sent.push(one(dueAt))
  }
  await Promise.all(sent)
}

answering(load)
