import { SEEN } from '../../conversation/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { TextRow } from '../rules/material.ts'

const RECENT = 40

/** Texts by id, as far as the asker may see them and they still have words, and what she read last. Read when it is asked
 *  for: what was edited or taken back is gone at once. */
export async function findTextsFor(tx: Tx, ids: readonly string[]): Promise<TextRow[]> {
  return tx.rows<TextRow>(
    `with recent as (select r.contribution_id as id from reading_seen as r where r.person_id = app_person()
       order by r.seen_at desc, r.contribution_id limit ${RECENT})
     select c.id, c.thread_id as "threadId", c.venue_id as "jamId", coalesce(t.id, c.venue_id) as "placeId", t.id as "themeId",
       c.kind, c.title, left(c.body, 1500) as body, c.author_id as "authorId", p.name as author, h.name as hub, c.language,
       f.person_id is not null as favourite, c.author_id is not distinct from app_person() and c.author_id is not null as mine,
       exists (select from reading_seen as r where r.person_id = app_person() and r.contribution_id = c.id) as read,
       c.id in (select id from recent) as recent, iso(c.posted_at) as "postedAt"
      from contribution as c left join theme_place as w on w.contribution_id = c.thread_id
        left join theme as t on t.id = w.theme_id and t.gone_at is null
        left join person as p on p.id = c.author_id left join hub as h on h.id = p.home_hub_id
        left join favourite as f on f.contribution_id = c.id and f.person_id = app_person()
     where c.id in (select unnest($1::uuid[]) union select id from recent) and c.retracted_at is null and ${SEEN}`,
    [ids],
  )
}
