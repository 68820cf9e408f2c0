import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LiveReader } from '../../../test/live-reader.ts'
import { heard, houseRules, type LiveServer, openLiveServer } from '../../../test/live-server.ts'

let server: LiveServer

beforeEach(async () => {
  server = await openLiveServer()
})

afterEach(() => server.close())

test('a topic that is not granted is left out, and only such topics are like nothing at all', async () => {
  const reader = await server.read('pot:1,secret:1')
  expect(reader.hello?.topics).toEqual(['pot:1'])
  expect((await server.read('secret:1')).status).toBe(404)
})

test('an ended session hears nothing more and its stream is cut within a second', async () => {
  const reader = await server.read('pot:1', { session: 'leaver' })
  server.ended.add('leaver')
  const startedAt = performance.now()
  await server.tellFacts('session.ended', { sessionId: 'leaver' })
  await server.tell(['pot:1'], 1)
  await reader.ended
  expect(performance.now() - startedAt).toBeLessThan(1_000)
  expect(heard(reader)).toEqual([])
})

test('negative control: without the rule the stream of an ended session goes on', async () => {
  await server.stopServing()
  await server.serve({ ...houseRules, revocations: {} })
  const reader = await server.read('pot:1', { session: 'leaver' })
  server.ended.add('leaver')
  await server.tellFacts('session.ended', { sessionId: 'leaver' })
  await server.tell(['pot:1'], 1)
  await reader.until(() => heard(reader).length === 1)
  expect(heard(reader)).toEqual([1])
})

test('a right that is taken while the stream is being opened is noticed', async () => {
  server.afterAsking(async () => {
    server.ended.add('leaver')
    const arrived = server.handedOn(1)
    await server.tellFacts('session.ended', { sessionId: 'leaver', n: 1 })
    await arrived
  })
  expect((await server.read('pot:1', { session: 'leaver' })).status).toBe(401)
})

test('a stream whose right still holds goes on without a gap after it was asked for', async () => {
  const reader = await server.read('pot:1')
  await server.tell(['pot:1'], 1)
  await server.tellFacts('pot.closed', {}, ['pot:1'])
  await server.tell(['pot:1'], 2)
  await reader.until(() => heard(reader).includes(2))
  expect(heard(reader)).toEqual([1, 2])
})

test('a stream of which one topic was closed is cut, and comes back with the others', async () => {
  const reader = await server.read('pot:1,pot:2')
  server.closed.add('pot:1')
  await server.tellFacts('pot.closed', {}, ['pot:1'])
  await reader.ended
  expect((await server.read('pot:1,pot:2')).hello?.topics).toEqual(['pot:2'])
})

test('a session has a limited number of streams, and another one still gets in', async () => {
  for (let n = 0; n < 12; n++) await server.read('pot:1', { session: 'many' })
  expect([
    (await server.read('pot:1', { session: 'many' })).status,
    (await server.read('pot:1', { session: 'one' })).status,
  ]).toEqual([429, 200])
})

test('a closed stream makes room', async () => {
  const opened: LiveReader[] = []
  for (let n = 0; n < 12; n++) opened.push(await server.read('pot:1', { session: 'many' }))
  opened[0]?.close()
  const witness = await server.read('pot:1', { session: 'witness' })
  while (server.count() > 12) {
    await server.tell(['pot:1'], 1)
    await witness.until(() => witness.frames.length > 0)
    witness.frames.length = 0
  }
  expect((await server.read('pot:1', { session: 'many' })).status).toBe(200)
})
