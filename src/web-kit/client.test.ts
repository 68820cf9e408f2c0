import { expect, test } from 'vitest'
import { newIntention, RefusalError, request, requestFor, type Transport, Unreachable } from './client.ts'

type Seen = { url: string; key: string | undefined }

function transportOf(...answers: (Response | Error)[]): Transport & { seen: Seen[]; waits: number[] } {
  const seen: Seen[] = []
  const waits: number[] = []
  return {
    seen,
    waits,
    fetch: async (url, init) => {
      seen.push({ url, key: new Headers(init.headers).get('idempotency-key') ?? undefined })
      const answer = answers.shift()
      if (!(answer instanceof Response)) throw answer ?? new Error('no more answers')
      return answer
    },
    wait: async (ms) => {
      waits.push(ms)
    },
  }
}

const json = (body: unknown, status = 200) => Response.json(body, { status })

test('the path takes its names, a read puts the rest into the query', () => {
  const { url, init } = requestFor('GET /api/threads/:threadId', { threadId: 'a/b', limit: 20, after: undefined })
  expect(url).toBe('/api/threads/a%2Fb?limit=20')
  expect(init.headers['idempotency-key']).toBeUndefined()
})

test('a write puts the rest into a JSON body and carries an intention', () => {
  const { url, init } = requestFor('POST /api/jams/:jamId/close', { jamId: '1', reason: 'done' }, { intention: 'k' })
  expect([url, init.body, init.headers['idempotency-key']]).toEqual(['/api/jams/1/close', '{"reason":"done"}', 'k'])
})

test('a write without an answer is sent again with the same intention', async () => {
  const transport = transportOf(new Error('network'), json({}, 503), json({ id: 1 }))
  expect(await request('POST /api/things', {}, { transport })).toEqual({ id: 1 })
  expect(new Set(transport.seen.map((one) => one.key)).size).toBe(1)
  expect(transport.seen).toHaveLength(3)
})

test('three silences are Unreachable', async () => {
  const transport = transportOf(new Error('a'), new Error('b'), new Error('c'))
  await expect(request('GET /api/things', {}, { transport })).rejects.toBeInstanceOf(Unreachable)
})

test('a refusal is told at once, with its sentence', async () => {
  const transport = transportOf(json({ error: { key: 'jam.not-open', sentence: 'It is over.' } }, 403))
  const refusal = await request('POST /api/things', {}, { transport }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(RefusalError)
  expect(refusal).toMatchObject({ key: 'jam.not-open', sentence: 'It is over.', status: 403 })
  expect(transport.seen).toHaveLength(1)
})

test("a proxy's page is not an answer", async () => {
  const page = () => new Response('<h1>Bad gateway</h1>', { headers: { 'content-type': 'text/html' } })
  const transport = transportOf(page(), page(), page())
  await expect(request('GET /api/things', {}, { transport })).rejects.toBeInstanceOf(Unreachable)
})

test('an abandoned call is not sent again', async () => {
  const abandon = new AbortController()
  abandon.abort()
  const transport = transportOf(new Error('aborted'))
  await expect(request('GET /api/things', {}, { signal: abandon.signal, transport })).rejects.toThrow('aborted')
})

test('intentions are UUIDs and never the same', () => {
  const [one, two] = [newIntention(), newIntention()]
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  expect(one).not.toBe(two)
})
