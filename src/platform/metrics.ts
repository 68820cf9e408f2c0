import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { metricsContract } from './contract.ts'

/** Figures of this process for Prometheus. Nothing in them names a person or a thing. */
export type Metrics = {
  readonly registry: Registry
  countRequest(request: { route: string; method: string; status: number; seconds: number }): void
  countJobFailure(failure: { task: string; lastTry: boolean }): void
  /** How many live streams are open; asked whenever the figures are read. */
  watchLiveStreams(count: () => number): void
  /** Age of the oldest event without a position, in seconds; asked whenever the figures are read. */
  watchOutbox(lagSeconds: () => Promise<number>): void
}

const LATENCY_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/** Makes the figures: those of the process (memory, event loop, garbage) and ours. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const labelNames = ['route', 'method', 'status'] as const
  const requests = new Counter({ name: 'dandelion_requests_total', help: 'Requests answered.', labelNames, registers })
  const latency = new Histogram({
    name: 'dandelion_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route', 'method'] as const,
    buckets: LATENCY_SECONDS,
    registers,
  })
  const failures = new Counter({
    name: 'dandelion_job_failures_total',
    help: 'Runs of jobs that failed; last="yes" when the job will not be tried again.',
    labelNames: ['task', 'last'] as const,
    registers,
  })
  return {
    registry,
    countRequest({ route, method, status, seconds }) {
      requests.inc({ route, method, status: String(status) })
      latency.observe({ route, method }, seconds)
    },
    countJobFailure: ({ task, lastTry }) => failures.inc({ task, last: lastTry ? 'yes' : 'no' }),
    watchLiveStreams: (count) =>
      gauge(registry, { name: 'dandelion_live_streams', help: 'Live streams open.' }, async () => count()),
    watchOutbox: (lag) =>
      gauge(
        registry,
        { name: 'dandelion_outbox_lag_seconds', help: 'Age of the oldest event without a position.' },
        lag,
      ),
  }
}

function gauge(registry: Registry, named: { name: string; help: string }, read: () => Promise<number>): void {
  new Gauge({
    ...named,
    registers: [registry],
    async collect() {
      this.remove({})
      // A database that is away must not take the other figures with it: this one is then missing.
      const value = await read().catch(() => undefined)
      if (value !== undefined) this.set(value)
    },
  })
}

/** Counts every answer by its route's pattern, and serves `GET /metrics` to the bearer of the token; without a configured
 *  token there is no such page. */
export function registerMetrics(app: FastifyInstance, given: { metrics: Metrics; token: string | undefined }): void {
  const { metrics, token } = given
  app.addHook('onResponse', async (request, reply) => {
    metrics.countRequest({
      route: request.routeOptions.url ?? 'none',
      method: request.method,
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    })
  })
  if (!token) return
  const { summary } = metricsContract
  app.get(
    '/metrics',
    { schema: { summary } as object, config: { contract: metricsContract } },
    async (request, reply) => {
      if (!isBearer(request.headers.authorization, token)) {
        return reply.code(401).header('www-authenticate', 'Bearer').send('A bearer token is needed.\n')
      }
      return reply
        .header('cache-control', 'no-store')
        .type(metrics.registry.contentType)
        .send(await metrics.registry.metrics())
    },
  )
}

/** Compares digests, so that the time taken says nothing about the token. */
function isBearer(header: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`))
}
