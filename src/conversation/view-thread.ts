import { type Actor, notFound, Refusal } from '../kernel/index.ts'
import {
  type Ctx,
  CURSOR,
  currentCursor,
  decodeKey,
  encodeKey,
  JsonText,
  mayOf,
  type Statement,
} from '../platform/index.ts'
import { PAGE_DEFAULT, type ThreadView } from './contract.ts'
import { venueFor } from './find-place.ts'
import { mayReply, mayVote, type Venue } from './rules/may.ts'
import {
  countBefore,
  findFirstUnread,
  findReplies,
  findReplyPlace,
  findThreadFor,
  type Order,
  type Place,
  type ReplyPage,
  type ReplyRange,
  saveReadMark,
  threadStatement,
} from './store/threads.ts'

export type ViewThread = {
  threadId: string
  order?: Order
  from?: 'start' | 'unread' | 'end'
  at?: string
  after?: string
  before?: string
  limit?: number
}

/** Travels with the opening of a request for a thread. */
export const aheadOfThread = ({ threadId }: ViewThread): Statement[] => [CURSOR, threadStatement(threadId)]

/** A page of a thread. `from: 'unread'` starts at the first reply that somebody else wrote after what was read; when all
 *  is read, it shows the end. */
export async function viewThread(ctx: Ctx<Actor>, input: ViewThread): Promise<JsonText<ThreadView>> {
  const cursor = await currentCursor(ctx.tx)
  const head = await findThreadFor(ctx.tx, ctx.actor, input.threadId)
  if (!head) throw notFound()
  const order = input.order ?? 'tree'
  const [venue, unread] = await Promise.all([
    venueFor(ctx, head.root.venueId),
    ctx.actor.personId ? findFirstUnread(ctx.tx, { threadId: input.threadId, readTo: head.readTo, order }) : undefined,
  ])
  const range = await rangeOf(ctx, input, { order, unread })
  const page = await findReplies(ctx.tx, input.threadId, range)
  const facts = {
    root: head.root,
    forum: head.forum,
    order,
    ...(await endsOf(ctx, input.threadId, { range, page })),
    firstUnread: unread?.id ?? null,
    readTo: head.readTo,
    cursor,
    may: mayIn(ctx, venue),
  }
  return new JsonText(`${JSON.stringify(facts).slice(0, -1)},"items":${page.items}}`)
}

function mayIn(ctx: Ctx<Actor>, venue: Venue): ThreadView['may'] {
  const reply = mayOf(ctx, mayReply(ctx.actor, venue, ctx.now))
  return { reply, vote: mayOf(ctx, mayVote(ctx.actor, venue, ctx.now)), editOwn: reply }
}

async function rangeOf(
  ctx: Ctx<Actor>,
  input: ViewThread,
  { order, unread }: { order: Order; unread: Place | undefined },
): Promise<ReplyRange> {
  const base = { order, limit: input.limit ?? PAGE_DEFAULT }
  if (input.after) return { ...base, after: keyIn(input.after, order) }
  if (input.before) return { ...base, before: keyIn(input.before, order) }
  if (input.at) {
    const place = await findReplyPlace(ctx.tx, input.threadId, input.at)
    if (!place) throw notFound()
    return { ...base, from: keyOf(place, order) }
  }
  if (input.from === 'end') return { ...base, fromEnd: true }
  if (input.from !== 'unread') return base
  return unread ? { ...base, from: keyOf(unread, order) } : { ...base, fromEnd: true }
}

function keyOf(place: Place, order: Order): string | number {
  return order === 'tree' ? place.path : place.number
}

function keyIn(cursor: string, order: Order): string | number {
  const [kind, key = ''] = decodeKey(cursor)
  if (kind !== order || !(order === 'tree' ? /^\d{1,600}$/ : /^\d{1,9}$/).test(key)) {
    const values = { field: 'cursor', problem: 'is not a cursor of this thread in this order' }
    throw new Refusal('bad-request', { status: 400, values })
  }
  return order === 'tree' ? key : Number(key)
}

/** The cursors to what stands before and after the page. */
async function endsOf(ctx: Ctx<Actor>, threadId: string, { range, page }: { range: ReplyRange; page: ReplyPage }) {
  const { order, limit } = range
  const full = page.size === limit
  const backwards = range.before !== undefined || range.fromEnd === true
  const startsAtStart = range.from === undefined && range.after === undefined && (!backwards || !full)
  const before = page.first && !startsAtStart ? await countBefore(ctx.tx, { threadId, place: page.first, order }) : 0
  const reachesEnd = backwards ? range.before === undefined : !full
  return {
    previous: page.first && before > 0 ? encodeKey(order, String(keyOf(page.first, order))) : null,
    next: page.last && !reachesEnd ? encodeKey(order, String(keyOf(page.last, order))) : null,
    before,
  }
}

/** Remembers how far I have read; gives the thread's id. */
export async function markRead(ctx: Ctx, input: { threadId: string; number: number }): Promise<string> {
  const head = await findThreadFor(ctx.tx, ctx.actor, input.threadId)
  if (!head) throw notFound()
  const { personId } = ctx.actor
  await saveReadMark(ctx.tx, { personId, threadId: input.threadId, number: input.number })
  return input.threadId
}

export async function showReadMark(ctx: Ctx, threadId: string): Promise<{ readTo: number }> {
  const head = await findThreadFor(ctx.tx, ctx.actor, threadId)
  return { readTo: head?.readTo ?? 0 }
}
