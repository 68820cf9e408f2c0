import { setTimeout } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { venueFor } from '../conversation/index.ts'
import { type Actor, ensure, notFound, Refusal } from '../kernel/index.ts'
import { languageFor } from '../kernel/messages.ts'
import type { Ctx, Exchange } from '../platform/index.ts'
import type { reportsContract } from './contract.ts'
import { enqueueDraft } from './jobs.ts'
import { mayReview } from './rules/may.ts'
import { type EditionRow, findEditionFor, findFileFor } from './store/editions.ts'

type Send = Exchange<(typeof reportsContract)['GET /jams/:jamId/report/:number']>

/** Nothing runs in a report, and nothing is loaded. */
const CONTENT_SECURITY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const MEDIA = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const
const LANGUAGES_OF: Readonly<Record<keyof typeof MEDIA, boolean>> = { html: true, md: true, csv: false, json: false }

const DRAFT_AGE_MS = 60_000
const DRAFT_LOOK_MS = 500
const DRAFT_LOOKS = 10
const KEPT = 12

/** Finished files by edition, hash, form and language: many read the same one at the same time. */
export type Shelf = Map<string, Buffer>

/** Sends an edition as it was made, compressed where the asker takes it. The browser asks each time and is told when it has
 *  the same already; rights are asked for each time. */
export async function sendEdition(exchange: Send, shelf: Shelf): Promise<unknown> {
  try {
    return await send(exchange, shelf)
  } catch (error) {
    // A person who may not read it, or comes too early, is led to the page that says so and lets them sign in.
    const isPage = exchange.request.headers.accept?.includes('text/html') && (exchange.input.form ?? 'html') === 'html'
    if (!(isPage && error instanceof Refusal && error.status < 500)) throw error
    return exchange.reply.redirect(`/jams/${exchange.input.jamId}/report`)
  }
}

async function send(exchange: Send, shelf: Shelf): Promise<unknown> {
  const { input, request, reply, database } = exchange
  const form = input.form ?? 'html'
  const language = LANGUAGES_OF[form] ? languageOf(exchange) : ''
  const look = () => exchange.inTransaction((ctx) => find(ctx, { ...input, form, language }, shelf), { readOnly: true })
  let found = await look()
  if (found.isOld) await database.transaction({ role: 'jobs' }, (tx) => enqueueDraft(tx, input.jamId))
  // The first reader of a draft waits some seconds for it, then is told to come again; later ones read the former one.
  for (let looks = 0; input.number === 0 && !found.bytes && looks < DRAFT_LOOKS; looks++) {
    await setTimeout(DRAFT_LOOK_MS)
    found = await look()
  }
  if (!found.bytes) throw new Refusal('report.being-made', { status: 404 })
  const etag = `"${found.edition.hash?.slice(0, 32)}-${form}${language}"`
  reply.headers({
    ...{ etag, vary: 'Accept-Encoding, Accept-Language, Cookie', 'cache-control': 'private, no-cache' },
    ...{ 'content-security-policy': CONTENT_SECURITY, 'referrer-policy': 'same-origin' },
  })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  if (form !== 'html') reply.header('content-disposition', `attachment; filename="report-${input.number}.${form}"`)
  reply.type(MEDIA[form])
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(gunzipSync(found.bytes))
  return reply.header('content-encoding', 'gzip').send(found.bytes)
}

function languageOf({ input, request }: Send): string {
  const wanted = (request.headers['accept-language'] ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '')
  return languageFor([input.language ?? '', ...wanted])
}

type Found = { readonly edition: EditionRow; readonly bytes: Buffer | undefined; readonly isOld: boolean }
type Wanted = { readonly jamId: string; readonly number: number; readonly form: string; readonly language: string }

async function find(ctx: Ctx<Actor>, { jamId, number, form, language }: Wanted, shelf: Shelf): Promise<Found> {
  const venue = await venueFor(ctx, jamId)
  if (number === 0) ensure(mayReview(ctx.actor, venue))
  const edition = await findEditionFor(ctx.tx, ctx.actor, { jamId, number })
  const isThere = edition !== undefined && edition.refused === null
  if (!isThere && number === 0) return { edition: NO_DRAFT, bytes: undefined, isOld: true }
  if (!isThere) throw notFound()
  const isOld = number === 0 && ctx.now.getTime() - Date.parse(edition.madeAt) > DRAFT_AGE_MS
  if (edition.hash === null) return { edition, bytes: undefined, isOld }
  const key = [edition.id, edition.hash, form, language].join(' ')
  const bytes = shelf.get(key) ?? (await findFileFor(ctx.tx, ctx.actor, { editionId: edition.id, form, language }))
  if (bytes) keepOn(shelf, key, bytes)
  return { edition, bytes, isOld }
}

const NO_DRAFT: EditionRow = { id: '', number: 0, kind: 'draft', madeAt: '', hash: null, refused: null }

function keepOn(shelf: Shelf, key: string, bytes: Buffer): void {
  shelf.delete(key)
  shelf.set(key, bytes)
  const oldest = shelf.size > KEPT ? shelf.keys().next().value : undefined
  if (oldest !== undefined) shelf.delete(oldest)
}
