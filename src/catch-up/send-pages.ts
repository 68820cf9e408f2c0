import type { FastifyReply } from 'fastify'
import type { Actor, SignedInActor } from '../kernel/index.ts'
import { type Ctx, type Exchange, hashToken, type Say } from '../platform/index.ts'
import type { catchUpContract } from './contract.ts'
import { asAtom, asHtml, asText, escaped, type Form, page } from './rules/forms.ts'
import { deleteSecret, type Purpose, saveNoDigest } from './store/choices.ts'
import { type AskCatchUp, speechOf, viewCatchUp } from './view-catch-up.ts'

type Contracts = typeof catchUpContract
type Form_ = Contracts['GET /catch-up/plain'] | Contracts['GET /catch-up/text']
type BySecret =
  | Contracts['GET /feeds/:token']
  | Contracts['GET /digest/leave/:token']
  | Contracts['POST /digest/leave/:token']

/** Nothing runs on these pages and nothing is loaded; `leave` has one form that goes to itself. */
const SECURITY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
const FEED_MINUTES = 10

/** What the pages of this file need of the installation. */
export type Serving = { readonly publicUrl: URL; sayFor(locale: string): Say }

/** How the person of this transaction is spoken to, with the addresses of this installation. */
export function formOf(ctx: Pick<Ctx, 'say' | 'actor'>, publicUrl: URL): Form {
  return { ...speechOf(ctx), origin: publicUrl.origin }
}

const HTML = 'text/html; charset=utf-8'

function send(reply: FastifyReply, text: string, { media = HTML, status = 200 } = {}): FastifyReply {
  const headers = { 'cache-control': 'no-store', 'content-security-policy': SECURITY, 'referrer-policy': 'no-referrer' }
  return reply.code(status).headers(headers).type(media).send(text)
}

/** A catch-up as plain HTML without JavaScript. */
export async function sendPlain({ input, reply, inTransaction }: Exchange<Form_>, publicUrl: URL): Promise<unknown> {
  const html = await inTransaction(
    async (ctx) => asHtml(await viewCatchUp(ctx, input as AskCatchUp), formOf(ctx, publicUrl)),
    { readOnly: true },
  )
  return send(reply, html)
}

/** A catch-up as text below 50 kB. */
export async function sendText({ input, reply, inTransaction }: Exchange<Form_>, publicUrl: URL): Promise<unknown> {
  const text = await inTransaction(
    async (ctx) => asText(await viewCatchUp(ctx, input as AskCatchUp), formOf(ctx, publicUrl)),
    { readOnly: true },
  )
  return send(reply, text, { media: 'text/plain; charset=utf-8' })
}

/** Runs work with the rights of the person whose secret it is; undefined when the secret is nobody's (any more). */
export async function withSecret<T>(
  { database, sayFor }: Pick<Exchange<BySecret>, 'database'> & Pick<Serving, 'sayFor'>,
  { token, purpose }: { token: string; purpose: Purpose },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T | undefined> {
  const opening = [{ text: 'select open_by_secret($1, $2) as actor', values: [hashToken(token), purpose] }]
  return database.transaction({ role: 'app', opening }, async (tx) => {
    const actor = (tx.opened[0] as { actor: Actor | null } | undefined)?.actor
    if (!actor?.personId) return undefined
    const say = sayFor(actor.locale)
    return work({ tx, actor: actor as SignedInActor, now: tx.now, say })
  })
}

/** The feed of a person, for whoever holds its secret address. */
export async function sendFeed(exchange: Exchange<Contracts['GET /feeds/:token']>, serving: Serving): Promise<unknown> {
  const { input, reply, say, database } = exchange
  const { publicUrl, sayFor } = serving
  const { token } = input
  const address = new URL(`/feeds/${token}`, publicUrl).href
  const feed = await withSecret({ database, sayFor }, { token, purpose: 'feed' }, async (ctx) =>
    asAtom(await viewCatchUp(ctx, { minutes: FEED_MINUTES }), formOf(ctx, publicUrl), address),
  )
  if (feed === undefined)
    return send(reply, say('catch-up.leave.unknown'), { media: 'text/plain; charset=utf-8', status: 404 })
  return send(reply, feed, { media: 'application/atom+xml; charset=utf-8' })
}

/** The page that asks whether the digest is to be left: looking at it, as programs do that check links, changes nothing. */
export async function sendLeavePage(
  { input, reply, say, database }: Exchange<Contracts['GET /digest/leave/:token']>,
  { sayFor }: Serving,
): Promise<unknown> {
  const known = await withSecret({ database, sayFor }, { token: input.token, purpose: 'leave' }, async (ctx) =>
    speechOf(ctx),
  )
  const speech = known ?? { say, language: 'en' }
  const title = speech.say('catch-up.leave.title')
  const form = `<form method="post"><button>${escaped(speech.say('catch-up.leave.do'))}</button></form>`
  const body = known ? form : `<p>${escaped(say('catch-up.leave.unknown'))}</p>`
  return send(reply, page(title, body, speech), { status: known ? 200 : 404 })
}

/** One click, by a person or by her mail program (RFC 8058). Done again it changes nothing. */
export async function leaveDigest(
  { input, reply, say, database }: Exchange<Contracts['POST /digest/leave/:token']>,
  { sayFor }: Serving,
): Promise<unknown> {
  const known = await withSecret({ database, sayFor }, { token: input.token, purpose: 'leave' }, async (ctx) => {
    await saveNoDigest(ctx.tx)
    await deleteSecret(ctx.tx, 'digest')
    return speechOf(ctx)
  })
  const speech = known ?? { say, language: 'en' }
  const done = speech.say(known ? 'catch-up.leave.done' : 'catch-up.leave.unknown')
  return send(reply, page(speech.say('catch-up.title'), `<p>${escaped(done)}</p>`, speech), {
    status: known ? 200 : 404,
  })
}
