import { SEEN } from '../conversation/index.ts'
import type { Actor } from '../kernel/index.ts'
import type { Tx } from '../platform/index.ts'
import type { Found } from './contract.ts'
import type { Term } from './rules/parse-words.ts'

/** The place of a result in the order it was found in. `weight` as PostgreSQL writes it, so that it is the same number again. */
export type FoundKey = { readonly weight: string; readonly postedAt: string; readonly id: string }

/** Title and excerpt are still texts, marked by words_marked (migration 0077). */
export type FoundRow = Omit<Found, 'title' | 'excerpt' | 'place'> &
  FoundKey & { readonly title: string | null; readonly excerpt: string; readonly place: Found['place'] | null }

type Asked = {
  readonly terms: readonly Term[]
  readonly jamId: string | undefined
  readonly order: 'best' | 'newest'
  readonly after: FoundKey | undefined
  readonly most: number
}

/** A page of what holds all these terms, in their order. The words are looked up by find_words, which sees what the asker may;
 *  the rest touches the page's rows alone. */
export async function findWordsFor(
  tx: Tx,
  _actor: Actor,
  { terms, jamId, order, after, most }: Asked,
): Promise<FoundRow[]> {
  return tx.rows<FoundRow>(
    `with found as materialized (
       select * from find_words(words_query($1, $2, $3), $4, $5, $6, $7, $8, $9) with ordinality as f (id, posted_at, weight, at))
     select c.id, c.thread_id as "threadId", c.kind, f.weight::text as weight, iso(c.posted_at) as "postedAt", c.language, c.replies,
       case when j.id is not null then json_build_object('kind', 'jam', 'id', j.id, 'title', j.title)
         when k.id is not null then json_build_object('kind', 'promise', 'id', k.id, 'title', k.title) end as place,
       case when j.id is not null then o.title end as forum,
       case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'hub', h.name, 'guest', p.guest) end as author,
       words_marked(words_escaped(c.title), c.language, $10) as title, words_marked(c.html, c.language, $10) as excerpt
       from found as f join contribution as c on c.id = f.id and ${SEEN} join forum as o on o.id = c.forum_id
         left join person as p on p.id = c.author_id left join hub as h on h.id = p.home_hub_id
         left join jam as j on j.id = c.venue_id
         left join lateral (select q.id, w.title from promise_note as n join promise as q on q.id = n.promise_id join jam as w on w.id = q.jam_id
           where j.id is null and n.thread_id = c.thread_id limit 1) as k on true
      order by f.at`,
    [
      terms.map(({ text }) => text),
      terms.map(({ isPhrase }) => isPhrase),
      terms.map(({ isExcluded }) => isExcluded),
      jamId ?? null,
      order === 'best',
      after?.weight ?? null,
      after?.postedAt ?? null,
      after?.id ?? null,
      most,
      terms.filter(({ isExcluded, isPhrase }) => !isExcluded && !isPhrase).map(({ text }) => text),
    ],
  )
}

/** The title of a jam that the asker may see. */
export async function findJamTitleFor(tx: Tx, _actor: Actor, jamId: string): Promise<string | undefined> {
  const row = await tx.row<{ title: string }>(
    'select title from jam where id = $1 and id = any ((select seen_venues())::uuid[])',
    [jamId],
  )
  return row?.title
}
