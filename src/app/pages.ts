import { Type } from 'typebox'
import type { ThreadView } from '../conversation/contract.ts'
import { viewThread } from '../conversation/index.ts'
import { lobbyOf } from '../jams/index.ts'
import { type Actor, type Contracts, Cursor, Id, LocaleTag, object, oneOf, Refusal } from '../kernel/index.ts'
import { languageFor } from '../kernel/messages.ts'
import { viewMe } from '../organisation/index.ts'
import { type Ctx, type Exchange, type Route, routes } from '../platform/index.ts'
import { type Built, type Frame, loadOnce, send } from './built-pages.ts'
import { readMethod } from './read-method.ts'
import { localeOf } from './who-asks.ts'

const Link = Type.String({ pattern: '^[A-Za-z0-9_-]{22,64}$', maxLength: 64 })
const reading = { link: Type.Optional(Link), language: Type.Optional(LocaleTag) }

export const pagesContract = {
  'GET /lobby/:jamId': {
    summary: 'The lobby of a jam as plain HTML without JavaScript: for members, anyone with its link, or everybody',
    access: 'anyone',
    params: object({ jamId: Id }),
    query: object({ ...reading, order: Type.Optional(oneOf('recent', 'active')) }),
    answer: Type.Unknown(),
    media: ['text/html'],
  },
  'GET /lobby/:jamId/threads/:threadId': {
    summary: 'A contribution with its replies in the lobby, as plain HTML without JavaScript',
    access: 'anyone',
    params: object({ jamId: Id, threadId: Id }),
    query: object({ ...reading, after: Type.Optional(Cursor) }),
    answer: Type.Unknown(),
    media: ['text/html'],
  },
  'GET /method': {
    summary: 'How themes and opinion groups are made, as plain HTML without JavaScript',
    access: 'anyone',
    query: object({ language: Type.Optional(LocaleTag) }),
    answer: Type.Unknown(),
    media: ['text/html'],
  },
} as const satisfies Contracts

type PagesContract = typeof pagesContract
type LobbyExchange = Exchange<PagesContract['GET /lobby/:jamId']>
type MethodExchange = Exchange<PagesContract['GET /method']>
type ThreadExchange = Exchange<PagesContract['GET /lobby/:jamId/threads/:threadId']>

/** The pages that need no JavaScript. `publicUrl`: where people reach this installation. */
export function pagesRoutes({ publicUrl }: { readonly publicUrl: URL }): Route[] {
  const built = loadOnce()
  return routes(pagesContract, {
    'GET /lobby/:jamId': { exchange: (exchange) => sendLobby(exchange, built, publicUrl) },
    'GET /lobby/:jamId/threads/:threadId': { exchange: (exchange) => sendThread(exchange, built, publicUrl) },
    'GET /method': { exchange: (exchange) => sendMethod(exchange, built) },
  })
}

async function sendLobby(exchange: LobbyExchange, built: () => Promise<Built>, publicUrl: URL): Promise<unknown> {
  const { pages, stylesheet } = await built()
  const { jamId, link, language, order = 'recent' } = exchange.input
  const found = await read(exchange, (ctx) => lobbyOf(ctx, { jamId, publicUrl }))
  const frame = frameOf(exchange, { ...found, stylesheet })
  if (!found.view) return send(exchange.reply, pages.absent(frame), { status: 404 })
  const { jam } = found.view.jam
  const html = pages.lobby(
    { view: found.view, order, links: { jamId, link, language } },
    { ...frame, title: jam.title },
  )
  return send(exchange.reply, html, { isPublic: isForAll(found.view.jam.lobby, found.actor, link) })
}

async function sendThread(exchange: ThreadExchange, built: () => Promise<Built>, publicUrl: URL): Promise<unknown> {
  const { pages, stylesheet } = await built()
  const { jamId, threadId, link, language, after } = exchange.input
  const found = await read(exchange, async (ctx) => {
    const { jam } = await lobbyOf(ctx, { jamId, publicUrl })
    const thread = JSON.parse((await viewThread(ctx, threadOf(threadId, after))).text) as ThreadView
    if (thread.root.venueId !== jamId) throw new Refusal('not-found', { status: 404 })
    return { jam, thread }
  })
  const frame = frameOf(exchange, { ...found, stylesheet })
  if (!found.view) return send(exchange.reply, pages.absent(frame), { status: 404 })
  const { jam, thread } = found.view
  const title = thread.root.title ?? jam.jam.title
  const html = pages.lobbyThread({ jam, thread, links: { jamId, link, language } }, { ...frame, title })
  return send(exchange.reply, html, { isPublic: isForAll(jam.lobby, found.actor, link) })
}

async function sendMethod(exchange: MethodExchange, built: () => Promise<Built>): Promise<unknown> {
  const { pages, stylesheet } = await built()
  const found = await read(exchange, async () => undefined)
  const frame = frameOf(exchange, { ...found, stylesheet })
  const method = await readMethod(languageFor([frame.language]))
  const html = pages.method(method, { ...frame, title: method.title })
  return send(exchange.reply, html, { isPublic: found.actor.personId === null })
}

function threadOf(threadId: string, after: string | undefined) {
  return { threadId, order: 'time' as const, limit: 100, ...(after ? { after } : { from: 'start' as const }) }
}

type Found<V> = {
  readonly view: V | undefined
  readonly actor: Actor
  readonly organisation: { readonly name: string; readonly timeZone: string } | null
}

/** What the asker may see, or nothing: what is absent and what is hidden give the same page. */
async function read<V>(
  exchange: LobbyExchange | ThreadExchange | MethodExchange,
  view: (ctx: Ctx<Actor>) => Promise<V>,
): Promise<Found<V>> {
  return exchange.inTransaction(
    async (ctx) => {
      const { organisation } = await viewMe(ctx)
      const found = await view(ctx).catch((error: unknown) => {
        if (error instanceof Refusal && error.status === 404) return undefined
        throw error
      })
      return { view: found, actor: ctx.actor, organisation }
    },
    { readOnly: true },
  )
}

function frameOf(
  { input, request }: LobbyExchange | ThreadExchange | MethodExchange,
  { actor, organisation, stylesheet }: Omit<Found<unknown>, 'view'> & { stylesheet: string },
): Frame {
  return {
    language: input.language ?? (actor.personId ? actor.locale : localeOf(request)),
    timeZone: actor.personId ? actor.timeZone : (organisation?.timeZone ?? 'UTC'),
    title: organisation?.name ?? 'Dandelion',
    organisation: organisation?.name ?? 'Dandelion',
    stylesheet,
    mayBeIndexed: !('link' in input) || input.link === undefined,
  }
}

/** Everybody gets the same page only when nobody in particular asked. */
function isForAll(lobby: string, actor: Actor, link: string | undefined): boolean {
  return lobby === 'public' && actor.personId === null && link === undefined
}
