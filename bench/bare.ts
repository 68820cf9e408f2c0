import type { ServerResponse } from 'node:http'
import fastify from 'fastify'
import pg from 'pg'
import { answering, givenToWorker } from './processes.ts'

// The bare baseline: the same SELECT or one committed INSERT of the same row, and a loop that writes the same bytes to
// every stream. No session, no row-level security, no idempotency, no rendering.

export type BareOrder = {
  readonly connection: pg.ClientConfig
  readonly port: number
  readonly selects: Readonly<Record<string, { text: string; values: unknown[] }>>
  readonly insert: { text: string; values: unknown[] }
  /** One rating, as a row that nothing else refers to. */
  readonly rating: string
}

const { connection, port, selects, insert, rating } = givenToWorker<BareOrder>()
const pool = new pg.Pool({ ...connection, max: 10 })
const app = fastify({ logger: false })

for (const [path, { text, values }] of Object.entries(selects)) {
  app.get(`/${path}`, async (_request, reply) => {
    const { rows } = await pool.query({ name: path, text, values })
    return reply.type('application/json').send((rows[0] as { items: string }).items)
  })
}
app.post('/insert', async (request) => {
  const { title, body } = request.body as { title: string; body: string }
  const values = insert.values.map((value) => (value === '$title' ? title : value === '$body' ? body : value))
  const { rows } = await pool.query({ name: 'insert', text: insert.text, values })
  return rows[0]
})

app.post('/rating', async () => {
  const { rows } = await pool.query({ name: 'rating', text: rating })
  return rows[0]
})

const streams = new Set<ServerResponse>()
app.get('/live', (_request, reply) => {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', connection: 'close' })
  reply.raw.flushHeaders()
  streams.add(reply.raw)
  reply.raw.on('close', () => streams.delete(reply.raw))
})

await app.listen({ port, host: '127.0.0.1' })
process.on('SIGTERM', () => process.exit(0))
answering(async (message: { write?: string }) => {
  if (!message.write) return `http://127.0.0.1:${(app.server.address() as { port: number }).port}`
  const bytes = Buffer.from(message.write)
  for (const stream of streams) stream.write(bytes)
  return streams.size
})
