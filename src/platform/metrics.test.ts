import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { createMetrics, registerMetrics } from './metrics.ts'

const open: FastifyInstance[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

function server(token?: string) {
  const app = Fastify()
  const metrics = createMetrics()
  registerMetrics(app, { metrics, token })
  app.get('/tea/:cup', async () => 'tea')
  open.push(app)
  return { app, metrics }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('there is no page of figures without a token', async () => {
  const { app } = server()
  expect((await app.inject({ url: '/metrics', headers: bearer('undefined') })).statusCode).toBe(404)
})

test('a wrong token is refused', async () => {
  const { app } = server('secret')
  expect((await app.inject({ url: '/metrics', headers: bearer('secre') })).statusCode).toBe(401)
})

test('no token is refused', async () => {
  const { app } = server('secret')
  expect((await app.inject('/metrics')).statusCode).toBe(401)
})

test('requests are counted by the pattern of their route, so that no id is in the figures', async () => {
  const { app } = server('secret')
  await app.inject('/tea/4711')
  const { body } = await app.inject({ url: '/metrics', headers: bearer('secret') })
  expect(body).toContain('dandelion_requests_total{route="/tea/:cup",method="GET",status="200"} 1')
  expect(body).not.toContain('4711')
})

test('a figure that cannot be read does not take the others with it', async () => {
  const { app, metrics } = server('secret')
  metrics.watchOutbox(async () => {
    throw new Error('the database is away')
  })
  metrics.watchLiveStreams(() => 3)
  const { body } = await app.inject({ url: '/metrics', headers: bearer('secret') })
  expect(body).not.toMatch(/^dandelion_outbox_lag_seconds /m)
  expect(body).toContain('dandelion_live_streams 3')
})

test('the figures show failed jobs, memory and the delay of the event loop', async () => {
  const { app, metrics } = server('secret')
  metrics.countJobFailure({ task: 'deliver-mail', lastTry: true })
  const { body } = await app.inject({ url: '/metrics', headers: bearer('secret') })
  expect(body).toContain('dandelion_job_failures_total{task="deliver-mail",last="yes"} 1')
  expect(body).toContain('process_resident_memory_bytes')
  expect(body).toContain('nodejs_eventloop_lag_p99_seconds')
})
