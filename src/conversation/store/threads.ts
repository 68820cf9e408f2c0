import type { Actor } from '../../kernel/index.ts'
import type { Statement, Tx } from '../../platform/index.ts'
import type { ContributionView } from '../contract.ts'
import { JOINS, SEEN, VIEW } from './contributions.ts'

export type ThreadHead = {
  root: ContributionView
  forum: { id: string; title: string }
  readTo: number
}

/** What findThreadFor asks. */
export function threadStatement(threadId: string): Statement {
  const text = `select ${VIEW} as root, json_build_object('id', f.id, 'title', f.title) as forum,
      coalesce(r.number, 0) as "readTo"
    from contribution as c ${JOINS} join forum as f on f.id = c.forum_id
    left join read_mark as r on r.thread_id = c.id and r.person_id = app_person()
   where c.id = $1 and c.parent_id is null and ${SEEN}`
  return { text, values: [threadId] }
}

/** The contribution at the root of a thread that the asker may see, with how far they have read. */
export async function findThreadFor(tx: Tx, _actor: Actor, threadId: string): Promise<ThreadHead | undefined> {
  const { text, values } = threadStatement(threadId)
  return tx.row<ThreadHead>(text, values)
}

export type Place = { id: string; number: number; path: string }
export type Order = 'tree' | 'time'

/** What orders a thread; both have a unique index with the thread in front. */
const KEY = { tree: 'c.path', time: 'c.number' } as const

/** The first reply after what was read, written by somebody else, in the order of reading. */
export async function findFirstUnread(
  tx: Tx,
  { threadId, readTo, order }: { threadId: string; readTo: number; order: Order },
): Promise<Place | undefined> {
  return tx.row<Place>(
    `select c.id, c.number, c.path from contribution as c
      where c.thread_id = $1 and c.number > $2 and c.author_id is distinct from app_person() and ${SEEN}
      order by ${KEY[order]} limit 1`,
    [threadId, readTo],
  )
}

export async function findReplyPlace(tx: Tx, threadId: string, id: string): Promise<Place | undefined> {
  return tx.row<Place>(
    `select c.id, c.number, c.path from contribution as c where c.id = $2 and c.thread_id = $1 and c.number > 0 and ${SEEN}`,
    [threadId, id],
  )
}

/** How many replies stand before a place. In order of time the number says it; in the tree the index is counted. */
export async function countBefore(
  tx: Tx,
  { threadId, place, order }: { threadId: string; place: Place; order: Order },
): Promise<number> {
  if (order === 'time') return Math.max(0, place.number - 1)
  const row = await tx.row<{ n: number }>(
    `select count(*)::int as n from contribution as c where c.thread_id = $1 and c.number > 0 and c.path < $2 and ${SEEN}`,
    [threadId, place.path],
  )
  return row?.n ?? 0
}

export type ReplyPage = { items: string; size: number; first: Place | null; last: Place | null }
export type ReplyRange = {
  order: Order
  /** From this key on (included), after it, before it, or all. */
  from?: string | number
  after?: string | number
  before?: string | number
  /** The last ones instead of the first. */
  fromEnd?: boolean
  limit: number
}

/** A page of replies in reading order, as the text of a JSON list with the places of its ends. */
export async function findReplies(tx: Tx, threadId: string, range: ReplyRange): Promise<ReplyPage> {
  const key = KEY[range.order]
  const backwards = range.before !== undefined || range.fromEnd
  const bound = range.from ?? range.after ?? range.before
  const comparison = range.from !== undefined ? '>=' : range.after !== undefined ? '>' : '<'
  const where = bound === undefined ? '' : `and ${key} ${comparison} $3`
  // index contribution_thread_path | contribution_thread_number
  const row = await tx.row<ReplyPage>(
    `with page as materialized (
       select c.* from contribution as c where c.thread_id = $1 and c.number > 0 and ${SEEN} ${where}
        order by ${key}${backwards ? ' desc' : ''} limit $2)
     select coalesce(json_agg(${VIEW} order by ${key}), '[]')::text as items, count(*)::int as size,
       (select json_build_object('id', c.id, 'number', c.number, 'path', c.path) from page as c order by ${key} limit 1) as first,
       (select json_build_object('id', c.id, 'number', c.number, 'path', c.path) from page as c order by ${key} desc limit 1) as last
       from page as c ${JOINS}`,
    bound === undefined ? [threadId, range.limit] : [threadId, range.limit, bound],
  )
  return row ?? { items: '[]', size: 0, first: null, last: null }
}

/** Remembers how far the asker has read; never goes back, never beyond the last reply. */
export async function saveReadMark(
  tx: Tx,
  { personId, threadId, number }: { personId: string; threadId: string; number: number },
): Promise<number> {
  const row = await tx.row<{ number: number }>(
    `insert into read_mark (person_id, thread_id, number, at)
     select $1, c.id, least($3::bigint, c.replies), $4 from contribution as c where c.id = $2
     on conflict (person_id, thread_id) do update
       set number = greatest(read_mark.number, excluded.number), at = excluded.at
     returning number`,
    [personId, threadId, number, tx.now],
  )
  return row?.number ?? 0
}
