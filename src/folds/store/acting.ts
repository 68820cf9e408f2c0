import { newId, type Tx } from '../../platform/index.ts'
import type { StandingAct } from '../rules/stand-together.ts'

export type NewAct = Pick<StandingAct, 'kind' | 'ids'> & { readonly venueId: string; readonly by: string }

export async function insertAct(tx: Tx, { venueId, kind, ids, by }: NewAct): Promise<void> {
  await tx.rows('insert into fold_act (id, venue_id, kind, ids, by_person, at) values ($1, $2, $3, $4, $5, $6)', [
    ...[newId(), venueId, kind, ids, by, tx.now],
  ])
}

export type ActRow = {
  id: string
  venueId: string
  kind: StandingAct['kind']
  ids: string[]
  byPerson: string
  undone: boolean
}

/** An act that the asker may see. */
export async function findAct(tx: Tx, id: string): Promise<ActRow | undefined> {
  return tx.row<ActRow>(
    `select id, venue_id as "venueId", kind, ids, by_person as "byPerson", undone_at is not null as undone from fold_act
      where id = $1 and venue_id = any ((select seen_venues())::uuid[])`,
    [id],
  )
}

export async function saveUndone(tx: Tx, id: string, by: string): Promise<void> {
  await tx.rows('update fold_act set undone_at = $2, undone_by = $3 where id = $1', [id, tx.now, by])
}

/** Does its author keep it on its own? */
export async function isKeptAlone(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.row(
    `select from fold_act where ids @> array[$1::uuid] and kind = 'alone' and undone_at is null limit 1`,
    [id],
  )
  return row !== undefined
}

/** The fold that a contribution stands in now. */
export async function findFoldOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.row<{ fold: string | null }>('select fold_id as fold from contribution where id = $1', [id])
  return row?.fold ?? null
}

/** The contributions of a fold, earliest first. */
export async function findIdsOfFold(tx: Tx, foldId: string, most: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    'select id from contribution where fold_id = $1 order by posted_at, id limit $2',
    [foldId, most],
  )
  return rows.map(({ id }) => id)
}
