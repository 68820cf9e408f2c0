import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { Refusal } from '../kernel/index.ts'
import { clientOf, openAttempts, pruneAttempts } from './attempts.ts'
import type { Database } from './database.ts'

let fresh: FreshDatabase
let one: Database
let other: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  one = fresh.open(fresh.connection)
  other = fresh.open(fresh.connection)
})
afterAll(async () => {
  await one.close()
  await other.close()
  await fresh.drop()
})

const limit = (value: string, most = 5) => ({ kind: 'test', value, most })

async function granted(tries: Promise<unknown>[]): Promise<number> {
  return (await Promise.allSettled(tries)).filter((result) => result.status === 'fulfilled').length
}

test('a burst of parallel attempts through two processes gets no more than the limit', async () => {
  const burst = Array.from({ length: 100 }, (_, at) => openAttempts(at % 2 ? one : other).reserve([limit('burst')]))
  expect(await granted(burst)).toBe(5)
})

test('what is given back can be used again', async () => {
  const attempts = openAttempts(one)
  for (let tries = 0; tries < 8; tries++) await (await attempts.reserve([limit('good')])).release()
  expect(await granted(Array.from({ length: 8 }, () => attempts.reserve([limit('good')])))).toBe(5)
})

test('where one of two limits is reached, the other is not used up', async () => {
  const attempts = openAttempts(one)
  await attempts.reserve([limit('narrow', 1)])
  const both = Array.from({ length: 3 }, () => attempts.reserve([limit('narrow', 1), limit('wide', 2)]))
  expect(await granted(both)).toBe(0)
  expect(await granted(Array.from({ length: 3 }, () => attempts.reserve([limit('wide', 2)])))).toBe(2)
})

test('attempts on many things at once do not block one another for good', async () => {
  const pairs = Array.from({ length: 40 }, (_, at) => {
    const limits = [limit(`a${at % 4}`, 100), limit(`b${at % 3}`, 100)]
    return openAttempts(at % 2 ? one : other).reserve(at % 2 ? limits : limits.toReversed())
  })
  expect(await granted(pairs)).toBe(40)
})

test('the refusal says when to come again, and then it is true', async () => {
  const attempts = openAttempts(one)
  await attempts.reserve([limit('later', 1)])
  const refusal = await attempts.reserve([limit('later', 1)]).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  const { status, details } = refusal as Refusal
  const { retryAfterSeconds } = details as { retryAfterSeconds: number }
  expect(status).toBe(429)
  expect(retryAfterSeconds).toBeGreaterThan(14 * 60)
  expect(retryAfterSeconds).toBeLessThanOrEqual(16 * 60)
  one.shiftClock((retryAfterSeconds - 2) * 1000)
  expect(await granted([attempts.reserve([limit('later', 1)])])).toBe(0)
  one.shiftClock((retryAfterSeconds + 1) * 1000)
  expect(await granted([attempts.reserve([limit('later', 1)])])).toBe(1)
  one.shiftClock(0)
})

test('the table does not tell what was tried', async () => {
  await openAttempts(one).reserve([limit('somebody@example.org')])
  const rows = await one.transaction({ role: 'jobs' }, (tx) => tx.rows<{ key: string }>('select key from attempt'))
  expect(JSON.stringify(rows)).not.toContain('somebody')
})

test('what no limit counts any more is forgotten', async () => {
  await openAttempts(one).reserve([limit('old')])
  one.shiftClock(3 * 3_600_000)
  await one.transaction({ role: 'jobs' }, pruneAttempts)
  one.shiftClock(0)
  const left = await one.transaction({ role: 'jobs' }, (tx) => tx.rows('select 1 from attempt'))
  expect(left).toEqual([])
})

test('an IPv6 network counts as one client, an IPv4 address as itself', () => {
  expect(clientOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(clientOf('2001:0db8:0001:0002::1')).toBe('2001:db8:1:2')
  expect(clientOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(clientOf('::1')).toBe('0:0:0:0')
  expect(clientOf('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(clientOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(clientOf('192.0.2.7')).toBe('192.0.2.7')
})
