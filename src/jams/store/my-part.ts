import type { ContributionView } from '../../conversation/contract.ts'
import { JOINS, SEEN, VIEW } from '../../conversation/index.ts'
import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { MyPart } from '../contract.ts'

/** A contribution with the Markdown its author wrote, and the title of the one it answers in the end. */
export type WrittenItem = { view: ContributionView; body: string; thread: string | null }
export type MyItem = WrittenItem & { answers: WrittenItem[] }

const ITEM = `json_build_object('view', ${VIEW}, 'body', c.body,
  'thread', (select r.title from contribution r where r.id = c.thread_id))`

/** The direct answers of others to the contribution `m.id`: inside, c is the answer. */
const ANSWERS = `select c.id, c.posted_at, ${ITEM} as item from contribution as c ${JOINS}
  where c.parent_id = m.id and c.retracted_at is null and c.author_id is distinct from $1
  order by c.posted_at desc, c.id desc limit $4`

type Mine = { venueId: string; personId: string }

/** A page of what a person wrote in a venue, newest first, each with its latest direct answers of others in the order of
 *  writing. What was retracted is left out: it is nobody's any more. One statement. */
export async function findMyItemsFor(
  tx: Tx,
  _actor: Actor,
  page: Mine & { before: { at: string; id: string } | undefined; limit: number; answers: number },
): Promise<MyItem[]> {
  const before = page.before ? 'and (c.posted_at, c.id) < ($5::timestamptz, $6::uuid)' : ''
  const rows = await tx.rows<{ item: WrittenItem; answers: WrittenItem[] }>(
    `with page as materialized (
       select c.* from contribution as c
        where c.author_id = $1 and c.venue_id = $2 and c.retracted_at is null and ${SEEN} ${before}
        order by c.posted_at desc, c.id desc limit $3)                                      -- index contribution_author
     select ${ITEM} as item, (
       select coalesce(json_agg(a.item order by a.posted_at, a.id), '[]') from (${ANSWERS}) as a) as answers
       from page as c ${JOINS}
       cross join lateral (select c.id) as m order by c.posted_at desc, c.id desc`,
    [page.personId, page.venueId, page.limit, page.answers, ...(page.before ? [page.before.at, page.before.id] : [])],
  )
  return rows.map(({ item, answers }) => ({ ...item, answers }))
}

/** What a person has kept in a venue, latest first. */
export async function findMyFavouritesFor(
  tx: Tx,
  _actor: Actor,
  page: Mine & { limit: number },
): Promise<WrittenItem[]> {
  const rows = await tx.rows<{ item: WrittenItem }>(
    `select ${ITEM} as item from favourite as f join contribution as c on c.id = f.contribution_id ${JOINS}
      where f.person_id = $1 and f.venue_id = $2 and c.retracted_at is null and ${SEEN}      -- index favourite_person
      order by f.at desc, c.id desc limit $3`,
    [page.personId, page.venueId, page.limit],
  )
  return rows.map((row) => row.item)
}

/** What a person wrote, what came of it, and how they voted, in numbers. `answers`: direct ones of others. */
export async function findMyTotals(tx: Tx, mine: Mine): Promise<Pick<MyPart, 'totals' | 'myVotes'>> {
  const row = await tx.row<Pick<MyPart, 'totals' | 'myVotes'>>(
    `with mine as (
       select c.id, c.kind, c.agree, c.disagree, c.pass from contribution as c
        where c.author_id = $1 and c.venue_id = $2 and c.retracted_at is null)              -- index contribution_author
     select (select json_build_object('contributions', count(*) filter (where kind = 'contribution'),
         'replies', count(*) filter (where kind <> 'contribution'),
         'answers', (select count(*) from contribution a join mine m on m.id = a.parent_id  -- index contribution_parent
            where a.retracted_at is null and a.author_id is distinct from $1),
         'agree', coalesce(sum(agree), 0), 'disagree', coalesce(sum(disagree), 0),
         'votes', coalesce(sum(agree + disagree + pass), 0)) from mine) as totals,
       (select json_build_object('agree', count(*) filter (where value = 'agree'),
         'disagree', count(*) filter (where value = 'disagree'), 'pass', count(*) filter (where value = 'pass'))
         from vote where person_id = $1 and venue_id = $2) as "myVotes"                     -- index vote_person`,
    [mine.personId, mine.venueId],
  )
  if (!row) throw new Error('a statement of counts gave no row')
  return row
}
