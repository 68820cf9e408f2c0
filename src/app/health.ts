import type { FastifyInstance } from 'fastify'
import type { Database } from '../platform/index.ts'

/** For whoever watches over the process: `live` says that it runs, `ready` that it can answer people. */
export function registerHealth(app: FastifyInstance, database: Database): void {
  const options = { schema: { hide: true } }
  app.get('/health/live', options, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ ok: true }),
  )
  app.get('/health/ready', options, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await database.transaction({ role: 'app' }, async () => {}, { readOnly: true })
      return reply.send({ ok: true })
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return reply.code(503).send({ ok: false })
    }
  })
}
