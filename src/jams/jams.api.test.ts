import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  hoursFromNow,
  type JamsServer,
  openedJam,
  openJamsServer,
  preparedJam,
  setUpOf,
  type TestPerson,
} from '../../test/jams.ts'

let server: JamsServer
let host: TestPerson
let member: TestPerson

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
})
afterAll(() => server.close())

test('a host sets a jam up, opens it, and a member writes in it', async () => {
  const jam = await openedJam(server, host)
  const posted = await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Trust', body: '' })
  expect(posted.text).toContain('Trust')
  const seen = await server.as(member).get(jam.path)
  expect(seen.body.jam.phase).toBe('discuss')
})

test('a jam that is prepared can be opened when nothing is missing', async () => {
  const jam = await preparedJam(server, host)
  const seen = await server.as(host).get(jam.path)
  expect(seen.body.missing).toEqual([])
  expect(seen.body.may.open).toEqual({ ok: true })
  expect(setUpOf([], []).dates.closesAt < hoursFromNow(48)).toBe(true)
})
