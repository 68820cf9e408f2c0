import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { ensure, type InputOf, Refusal } from '../kernel/index.ts'
import type { Database, Exchange } from '../platform/index.ts'
import type { jamsContract } from './contract.ts'
import { type ExportJam, exportJam } from './export-jam.ts'
import { jamFor } from './find-jam.ts'
import { mayExport } from './rules/may.ts'

type Download = (typeof jamsContract)['GET /api/jams/:jamId/export']

/** Everything of a jam as a file, written while it is read: JSON Lines, or CSV of one type. For its hosts and owners;
 *  votes stand under pseudonyms of this export. A file that breaks off in the middle is cut, never ended as if whole. */
export async function downloadExport(exchange: Exchange<Download>): Promise<unknown> {
  const { input, reply, database, request } = exchange
  const format = formatOf(input)
  await exchange.inTransaction(async (ctx) => ensure(mayExport(ctx.actor, await jamFor(ctx, input.jamId))), {
    readOnly: true,
  })
  const name = format.of === 'csv' ? `${format.type}.csv` : 'jam.jsonl'
  reply.header('content-disposition', `attachment; filename="${name}"`)
  reply.type(format.of === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8')
  const onError = (error: unknown): void => request.log.error({ err: error }, 'an export broke off')
  return reply.send(stream(database, { jamId: input.jamId, votes: 'pseudonymous', format }, onError))
}

function formatOf({ format, type }: InputOf<Download>): ExportJam['format'] {
  if (format === 'jsonl') return { of: 'jsonl' }
  if (type) return { of: 'csv', type }
  throw new Refusal('bad-request', {
    status: 400,
    values: { field: 'querystring/type', problem: 'is needed with csv' },
  })
}

/** The export as a stream that waits for a slow reader, and lets go of the database when the reader is gone. */
function stream(database: Database, what: ExportJam, onError: (error: unknown) => void): PassThrough {
  const out = new PassThrough()
  const gone = new AbortController()
  out.on('close', () => gone.abort())
  out.on('error', () => undefined)
  const write = async (chunk: string): Promise<void> => {
    gone.signal.throwIfAborted()
    if (!out.write(chunk)) await once(out, 'drain', { signal: gone.signal })
  }
  exportJam(database, what, write).then(
    () => out.end(),
    (error: unknown) => {
      if (!gone.signal.aborted) onError(error)
      out.destroy(error as Error)
    },
  )
  return out
}
