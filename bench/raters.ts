import http from 'node:http'
import { answering } from './processes.ts'

// People who rate: each has a ballot, rates what is first in her hand and is given the next ideas with the answer.

export type RatersOrder = {
  /** The ballot of a jam. */
  readonly url: string
  readonly origin: string
  readonly cookies: readonly string[]
  readonly clients: number
  readonly seconds: number
}

export type RatersResult = { readonly perSecond: number; readonly ms: number[]; readonly failed: number }

type Ballot = { readonly hand: readonly { readonly id: string }[]; readonly answered: number; readonly length: number }

const ballots = new Map<string, Ballot>()
let turn = 0

function send(
  agent: http.Agent,
  { url, origin }: RatersOrder,
  given: { method: string; cookie: string; body: string },
): Promise<Ballot | undefined> {
  const { method, cookie, body } = given
  const headers = {
    cookie,
    origin,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  }
  return new Promise((resolve) => {
    const request = http.request(url, { agent, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve(response.statusCode === 200 ? (JSON.parse(Buffer.concat(chunks).toString()) as Ballot) : undefined)
      })
    })
    request.on('error', () => resolve(undefined))
    request.end(body)
  })
}

/** One rating of the person whose turn it is, in milliseconds; undefined: she only began. */
async function rateOne(agent: http.Agent, order: RatersOrder): Promise<{ ok: boolean; ms: number | undefined }> {
  const cookie = order.cookies[turn++ % order.cookies.length] ?? ''
  const before = ballots.get(cookie)
  const [first] = before?.hand ?? []
  const began = performance.now()
  const body = first
    ? JSON.stringify({
        ideaId: first.id,
        rating: { impact: 1 + (turn % 5), feasibility: 1 + (turn % 4), helps: turn % 2 > 0 },
      })
    : '{}'
  const ballot = await send(agent, order, { method: first ? 'PUT' : 'POST', cookie, body })
  if (ballot) ballots.set(cookie, ballot)
  return { ok: ballot !== undefined, ms: first ? performance.now() - began : undefined }
}

/** Rates for some time; the first time until everybody has a hand. */
async function rate(order: RatersOrder): Promise<RatersResult> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: order.clients })
  const ms: number[] = []
  let failed = 0
  const began = performance.now()
  const client = async (): Promise<void> => {
    while (performance.now() < began + order.seconds * 1000 || turn < order.cookies.length) {
      const one = await rateOne(agent, order)
      if (!one.ok) failed++
      else if (one.ms !== undefined) ms.push(one.ms)
    }
  }
  await Promise.all(Array.from({ length: order.clients }, client))
  agent.destroy()
  return { perSecond: (ms.length / (performance.now() - began)) * 1000, ms, failed }
}

answering(rate)
