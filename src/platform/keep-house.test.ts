import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import type { Database } from './database.ts'
import { HOUSE_CRONTAB, houseTasks } from './keep-house.ts'

let fresh: FreshDatabase
let database: Database
const run = { tries: 1, lastTry: false, signal: new AbortController().signal }

beforeEach(async () => {
  fresh = await freshDatabase()
  database = fresh.open(fresh.connection)
})

afterEach(async () => {
  await database.close()
  await fresh.drop()
})

const rows = <R>(text: string) => database.transaction({ role: 'jobs' }, (tx) => tx.rows<R>(text))

test('what is old goes and what is young stays, letters that wait stay however old', async () => {
  await rows(`insert into event (id, position, type, topics, facts, emitted_at) values
    (gen_random_uuid(), 1, 'old', '{}', '{}', now() - interval '8 days'),
    (gen_random_uuid(), 2, 'young', '{}', '{}', now() - interval '6 days')`)
  await rows(`insert into mail_sent (id, recipient, subject, state, at) values
    (gen_random_uuid(), 'a@example.org', 'old', 'sent', now() - interval '91 days'),
    (gen_random_uuid(), 'a@example.org', 'young', 'sent', now() - interval '89 days'),
    (gen_random_uuid(), 'a@example.org', 'waiting', 'waiting', now() - interval '91 days')`)
  await rows(`insert into event_failure (consumer, event_id, error, at) values
    ('a', gen_random_uuid(), 'old', now() - interval '91 days'), ('a', gen_random_uuid(), 'young', now())`)
  for (const task of Object.values(houseTasks(database))) await task({}, run)
  expect(await rows('select type from event')).toEqual([{ type: 'young' }])
  expect(await rows('select subject from mail_sent order by subject')).toEqual([
    { subject: 'waiting' },
    { subject: 'young' },
  ])
  expect(await rows('select error from event_failure')).toEqual([{ error: 'young' }])
})

test('every task has its hour', () => {
  const named = HOUSE_CRONTAB.map((line) => line.split(' ')[5])
  expect(named).toEqual(Object.keys(houseTasks(database)))
})
