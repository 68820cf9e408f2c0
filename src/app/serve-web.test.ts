import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { buildWebIfNeeded } from './build-web.ts'

let api: TestApi

beforeAll(async () => {
  await buildWebIfNeeded()
  api = await openTestServer()
})
afterAll(() => api.close())

async function statusOf(path: string, accept?: string): Promise<number> {
  const { status, headers } = await api.as(null).get(path, { headers: accept ? { accept } : {} })
  if (status === 200) expect(headers.get('content-type')).toContain('text/html')
  return status
}

test('a page is there for browsers, and for whoever takes anything or says nothing of it', async () => {
  for (const accept of ['text/html,application/xhtml+xml,*/*;q=0.8', '*/*', undefined])
    expect(await Promise.all(['/', '/jams/1', '/?a=b.c'].map((path) => statusOf(path, accept)))).toEqual([
      200, 200, 200,
    ])
})

test('a page is no answer for who wants something else, nor for a file or a route that is not there', async () => {
  expect(await statusOf('/', 'application/json')).toBe(404)
  expect(await statusOf('/robots.txt', '*/*')).toBe(404)
  expect(await statusOf('/jams/wp-login.php')).toBe(404)
  for (const path of ['/api/nothing', '/assets/gone.js', '/lobby', '/metrics'])
    expect(await statusOf(path, 'text/html'), path).toBe(404)
})
