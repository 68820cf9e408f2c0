import type { Actor } from '../../kernel/index.ts'
import { JsonText, type Tx } from '../../platform/index.ts'
import type { ContributionView } from '../contract.ts'
import { MEETING } from './meetings.ts'

/** A contribution as JSON, made by PostgreSQL (about 0.6 of the CPU of making it here). A tombstone hides its author. */
const viewWith = (
  own: string,
): string => `json_build_object('id', c.id, 'venueId', c.venue_id, 'forumId', c.forum_id, 'threadId', c.thread_id,
  'parentId', c.parent_id, 'number', c.number, 'depth', c.depth, 'kind', c.kind,
  'author', case when p.id is null or c.retracted_at is not null then null
    else json_build_object('id', p.id, 'name', p.name, 'hub', h.name, 'guest', p.guest) end,
  'title', c.title, 'html', c.html, 'language', c.language, 'seed', c.seed, 'postedAt', iso(c.posted_at),
  'editedAt', iso(c.edited_at), 'version', c.version, 'retracted', c.retracted_at is not null,
  'votes', json_build_object('agree', c.agree, 'disagree', c.disagree, 'pass', c.pass),
  'replies', c.replies, 'lastReplyAt', iso(c.last_reply_at), 'foldId', c.fold_id, 'revision', c.revision,
  'meeting', ${MEETING}, ${own})`

/** A contribution as JSON. Needs c, p (author), h (the author's home hub), mv (my vote) and mf (my favourite): see JOINS. */
export const VIEW = viewWith(`'mine', c.author_id is not distinct from app_person() and c.author_id is not null,
  'myVote', mv.value, 'favourite', mf.person_id is not null`)

/** The same for its author, of one that is just being written: nobody has voted on it or kept it. */
export const VIEW_OF_NEW = viewWith(`'mine', c.author_id is not null, 'myVote', null, 'favourite', false`)

/** What VIEW_OF_NEW needs beside `c`. */
export const JOINS_OF_NEW = 'left join person as p on p.id = c.author_id left join hub as h on h.id = p.home_hub_id'

/** What VIEW needs beside `contribution as c`. All of it is optional: an author who left, a vote not cast. */
export const JOINS = `${JOINS_OF_NEW}
  left join vote as mv on mv.contribution_id = c.id and mv.person_id = app_person()
  left join favourite as mf on mf.contribution_id = c.id and mf.person_id = app_person()`

/** Row-level security says the same again: this is the first wall, that the second. */
export const SEEN = 'c.venue_id = any ((select seen_venues())::uuid[])'

/** The contributions with these ids that the asker may see, as the text of a JSON list. */
export async function findContributionsTextFor(tx: Tx, _actor: Actor, ids: readonly string[]): Promise<string> {
  const row = await tx.row<{ items: string }>(
    `select coalesce(json_agg(${VIEW} order by c.posted_at, c.number, c.id), '[]')::text as items
       from contribution as c ${JOINS} where c.id = any ($1) and ${SEEN}`,
    [ids],
  )
  return row?.items ?? '[]'
}

export async function findContributionViewFor(
  tx: Tx,
  _actor: Actor,
  id: string,
): Promise<JsonText<ContributionView> | undefined> {
  const row = await tx.row<{ view: string }>(
    `select ${VIEW}::text as view from contribution as c ${JOINS} where c.id = $1 and ${SEEN}`,
    [id],
  )
  return row && new JsonText(row.view)
}

/** What the rules and the writes need of a contribution. */
export type ContributionRow = {
  id: string
  venueId: string
  forumId: string
  threadId: string
  parentId: string | null
  number: number
  path: string
  depth: number
  kind: string
  authorId: string | null
  fromMeeting: boolean
  title: string | null
  body: string
  html: string
  version: number
  editedAt: Date | null
  postedAt: Date
  retractedAt: Date | null
}

const ROW = `c.id, c.venue_id as "venueId", c.forum_id as "forumId", c.thread_id as "threadId", c.parent_id as "parentId",
  c.number, c.path, c.depth, c.kind, c.author_id as "authorId", c.title, c.body, c.html, c.version,
  c.meeting_id is not null as "fromMeeting", c.edited_at as "editedAt", c.posted_at as "postedAt", c.retracted_at as "retractedAt"`

export async function findContributionFor(tx: Tx, _actor: Actor, id: string): Promise<ContributionRow | undefined> {
  return tx.row<ContributionRow>(`select ${ROW} from contribution as c where c.id = $1 and ${SEEN}`, [id])
}

/** The same, held until the end of the transaction: two changes of one contribution happen one after the other. */
export async function holdContributionFor(tx: Tx, _actor: Actor, id: string): Promise<ContributionRow | undefined> {
  return tx.row<ContributionRow>(`select ${ROW} from contribution as c where c.id = $1 and ${SEEN} for no key update`, [
    id,
  ])
}

/** Of a fold the earliest alone; of one that reaches over forums the earliest of each (index contribution_fold). */
const FIRST = '(c.fold_id is null or c.fold_id = c.id)'
const FIRST_IN_FORUM = `(${FIRST} or not exists (select from contribution as e where e.fold_id = c.fold_id
  and e.forum_id = c.forum_id and (e.posted_at, e.id) < (c.posted_at, c.id)))`

export type FeedPage = {
  venueId: string
  forumId: string | undefined
  order: 'recent' | 'active'
  folds: 'once' | 'all'
  before: { at: string; id: string } | undefined
  limit: number
}

/** One page of contributions, newest (or latest answered) first, as the text of a JSON list with the key of its last
 *  item. One index walk; the joins touch the page's rows alone. */
export async function findFeedFor(
  tx: Tx,
  _actor: Actor,
  page: FeedPage,
): Promise<{ items: string; lastAt: string | null; lastId: string | null; size: number }> {
  const key = page.order === 'recent' ? 'c.posted_at' : 'coalesce(c.last_reply_at, c.posted_at)'
  const place = page.forumId ? 'c.forum_id = $1' : 'c.venue_id = $1'
  const before = page.before ? `and (${key}, c.id) < ($3::timestamptz, $4::uuid)` : ''
  const once = page.folds === 'all' ? '' : `and ${page.forumId ? FIRST_IN_FORUM : FIRST}`
  const values = [page.forumId ?? page.venueId, page.limit, ...(page.before ? [page.before.at, page.before.id] : [])]
  // index contribution_(venue|forum)_(recent|active)
  const row = await tx.row<{ items: string; lastAt: string | null; lastId: string | null; size: number }>(
    `with page as materialized (
       select c.*, ${key} as key from contribution as c
        where ${place} and c.parent_id is null and ${SEEN} ${once} ${before}
        order by ${key} desc, c.id desc limit $2)
     select coalesce(json_agg(${VIEW} order by c.key desc, c.id desc), '[]')::text as items,
       iso(min(c.key)) as "lastAt", (array_agg(c.id order by c.key, c.id))[1] as "lastId", count(*)::int as size
       from page as c ${JOINS}`,
    values,
  )
  return row ?? { items: '[]', lastAt: null, lastId: null, size: 0 }
}
