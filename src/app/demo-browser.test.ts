import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type DemoServer, openBrowser } from './demo-browser.ts'

/** A server that gives these statuses one after the other, and the last for good; and the keys it was asked with. */
async function answering(...statuses: number[]): Promise<{ server: DemoServer; keys: unknown[] }> {
  const keys: unknown[] = []
  const listening = http.createServer((request, response) => {
    keys.push(request.headers['idempotency-key'])
    response.writeHead(statuses.length > 1 ? (statuses.shift() ?? 500) : (statuses[0] ?? 500))
    response.end('{"said":"so"}')
  })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void listening.close())
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  return { server: { base: origin, origin }, keys }
}

test('a server that is too busy is asked again for the same thing', async () => {
  const { server, keys } = await answering(503, 503, 200)
  expect(await openBrowser(server).ask('PUT', '/vote', { value: 'agree' })).toEqual({ said: 'so' })
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(1)
})

test('one that refuses is not', async () => {
  const { server, keys } = await answering(409, 200)
  await expect(openBrowser(server).ask('PUT', '/vote', {})).rejects.toThrow('PUT /vote: {"said":"so"}')
  expect(keys).toHaveLength(1)
})

test('nothing is asked again once the demonstration ends', async () => {
  const { server, keys } = await answering(503)
  const ending = new AbortController()
  const asked = openBrowser({ ...server, signal: ending.signal }).ask('GET', '/jams')
  await vi.waitFor(() => expect(keys.length).toBeGreaterThan(0))
  ending.abort()
  await expect(asked).rejects.toThrow('abort')
})
