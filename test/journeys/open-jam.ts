import type pg from 'pg'
import { setUpOf } from '../jams.ts'
import { aWorld, type World, type WorldPerson } from '../world.ts'
import type { Product } from './open-product.ts'

/** An open jam of the whole organisation with one forum, and the organisation around it. */
export type OpenJam = {
  readonly world: World
  readonly id: string
  readonly forumId: string
  readonly host: WorldPerson
  /** Its page. */
  readonly path: string
  /** A contribution as somebody writes it; gives its id. */
  write(author: WorldPerson, title: string, body?: string): Promise<string>
  /** Replies of several people, the oldest first, written as fast as the database takes them. */
  fillThread(threadId: string, authors: readonly WorldPerson[], count: number): Promise<void>
  close(): Promise<void>
}

/** Sets up and opens a jam over HTTP, as a host would. `change` replaces settings of `setUpOf`. */
export async function openJam(product: Product, change: Record<string, unknown> = {}): Promise<OpenJam> {
  const { api } = product
  const world = await aWorld(api)
  const host = await world.person('Hanna Host', { role: 'host' })
  const asHost = api.as(host)
  const begun = await asHost.post('/api/jams', { hubId: world.core.id, title: 'Values', question: 'What helps?' })
  const id: string = begun.body.jam.id
  await asHost.post(`/api/jams/${id}/forums`, { title: 'Everyday', question: 'What helps every day?', hosts: [] })
  const set = await asHost.put(`/api/jams/${id}`, setUpOf([world.core.id], [host], change))
  const opened = await asHost.post(`/api/jams/${id}/open`, { reason: null })
  if (opened.status !== 200) throw new Error(`${set.text} ${opened.text}`)
  const forumId: string = opened.body.forums[0].id
  return {
    world,
    id,
    forumId,
    host,
    path: `/jams/${id}`,
    async write(author, title, body = '') {
      const written = await api.as(author).post(`/api/forums/${forumId}/contributions`, { title, body })
      if (written.status !== 200) throw new Error(written.text)
      return written.body.id
    },
    fillThread: (threadId, authors, count) =>
      insertReplies(api.fresh.root, {
        venueId: id,
        forumId,
        threadId,
        authors: authors.map((one) => one.id),
        count,
      }),
    close: () => world.close(),
  }
}

type Replies = { venueId: string; forumId: string; threadId: string; authors: readonly string[]; count: number }

async function insertReplies(root: pg.Client, replies: Replies): Promise<void> {
  const { venueId, forumId, threadId, authors, count } = replies
  await root.query(
    `insert into contribution (id, venue_id, forum_id, thread_id, parent_id, number, path, depth, kind, author_id, body,
       html, language, posted_at)
     select gen_random_uuid(), $1, $2, $3, $3, n, lpad(n::text, 6, '0'), 1, (array['plain', 'build', 'question'])[1 + n % 3],
       ($4::uuid[])[1 + n % $5], t.words, '<p>' || t.words || '</p>', 'en',
       now() - interval '1 day' + n * interval '1 second'
       from generate_series(1, $6) as n,
         lateral (select 'Reply ' || n || '. ' || repeat('Words that somebody wrote in the evening. ', 1 + n % 9) as words) as t`,
    [venueId, forumId, threadId, authors, authors.length, count],
  )
  await root.query('update contribution set replies = $2, last_reply_at = now() where id = $1', [threadId, count])
  await root.query('analyze contribution')
}
