import { JOINS, SEEN, VIEW } from '../../conversation/index.ts'
import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { Fold, FoldAct } from '../contract.ts'
import { ACTS_SHOWN, FOLDS_ASKED_MAX } from '../rules/limits.ts'

/** The fold of a contribution that the asker may see, as it was counted last. */
export async function findFoldFor(tx: Tx, _actor: Actor, contributionId: string): Promise<Fold | undefined> {
  return tx.row<Fold>(
    `select f.id, f.texts, f.writers, f.people, f.campaign, f.revision
       from contribution as c join fold as f on f.id = c.fold_id where c.id = $1 and ${SEEN}`,
    [contributionId],
  )
}

/** These folds of a venue that the asker may see, as they were counted last (primary key of fold). */
export async function findFoldsFor(
  tx: Tx,
  _actor: Actor,
  { venueId, ids }: { venueId: string; ids: readonly string[] },
): Promise<Fold[]> {
  return tx.rows<Fold>(
    `select f.id, f.texts, f.writers, f.people, f.campaign, f.revision from fold as f
      where f.id = any ($2::uuid[]) and f.venue_id = $1 and f.venue_id = any ((select seen_venues())::uuid[]) limit $3`,
    [venueId, ids, FOLDS_ASKED_MAX],
  )
}

export type FoldActRow = Omit<FoldAct, 'may'> & { byPerson: string; undone: boolean }

/** What people did to a contribution and to those it stands with, newest first. Whoever took their words back is named no
 *  more for having let them stand alone. */
export async function findActsFor(tx: Tx, _actor: Actor, contributionId: string): Promise<FoldActRow[]> {
  return tx.rows<FoldActRow>(
    `with mine as (select array_agg(m.id) as ids from contribution as c
       join contribution as m on m.id = c.id or m.fold_id = c.fold_id where c.id = $1 and ${SEEN})
     select a.id, a.kind, iso(a.at) as at, left(p.name, 120) as by, cardinality(a.ids) as texts, iso(a.undone_at) as "undoneAt",
       left(u.name, 120) as "undoneBy", a.by_person as "byPerson", a.undone_at is not null as undone
       from mine join fold_act as a on a.ids && mine.ids join person as p on p.id = a.by_person
       left join person as u on u.id = a.undone_by
      where a.venue_id = any ((select seen_venues())::uuid[]) and not (a.kind = 'alone' and exists (
        select from contribution as gone where gone.id = a.ids[1] and gone.retracted_at is not null))
      order by a.at desc, a.id desc limit $2`,
    [contributionId, ACTS_SHOWN],
  )
}

export type FoldPageAsked = { contributionId: string; after: { at: string; id: string } | undefined; limit: number }

/** One page of the contributions of a fold, earliest first, as the text of a JSON list (index contribution_fold). */
export async function findTogetherFor(
  tx: Tx,
  _actor: Actor,
  page: FoldPageAsked,
): Promise<{ items: string; lastAt: string | null; lastId: string | null; size: number }> {
  const row = await tx.row<{ items: string; lastAt: string | null; lastId: string | null; size: number }>(
    `with page as materialized (
       select c.* from contribution as c where c.fold_id = (select fold_id from contribution where id = $1) and ${SEEN}
          and ($2::timestamptz is null or (c.posted_at, c.id) > ($2::timestamptz, $3::uuid))
        order by c.posted_at, c.id limit $4)
     select coalesce(json_agg(${VIEW} order by c.posted_at, c.id), '[]')::text as items, iso(max(c.posted_at)) as "lastAt",
       (array_agg(c.id order by c.posted_at desc, c.id desc))[1] as "lastId", count(*)::int as size from page as c ${JOINS}`,
    [page.contributionId, page.after?.at ?? null, page.after?.id ?? null, page.limit],
  )
  return row ?? { items: '[]', lastAt: null, lastId: null, size: 0 }
}
