import type { Tx } from '../../platform/index.ts'
import type { DraftView } from '../contract.ts'

const DRAFT = 'place, kind, title, body, iso(at) as at'

export async function findDraft(tx: Tx, personId: string, place: string): Promise<DraftView | null> {
  const row = await tx.row<DraftView>(`select ${DRAFT} from draft where person_id = $1 and place = $2`, [
    personId,
    place,
  ])
  return row ?? null
}

export async function findDrafts(tx: Tx, personId: string): Promise<DraftView[]> {
  return tx.rows<DraftView>(`select ${DRAFT} from draft where person_id = $1 order by draft.at desc limit 200`, [
    personId,
  ])
}

export type Draft = { personId: string; place: string; venueId: string; kind: string; title: string; body: string }

export async function saveDraft(tx: Tx, draft: Draft): Promise<void> {
  await tx.rows(
    `insert into draft (person_id, place, venue_id, kind, title, body, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (person_id, place) do update
       set kind = excluded.kind, title = excluded.title, body = excluded.body, at = excluded.at`,
    [draft.personId, draft.place, draft.venueId, draft.kind, draft.title, draft.body, tx.now],
  )
}

/** Sent with the commit: who has posted does not wait for it. */
export function forgetDrafts(tx: Tx, place: string, people: readonly string[]): void {
  tx.later('delete from draft where place = $1 and person_id = any ($2::uuid[])', [place, people])
}
