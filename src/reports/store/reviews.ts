import type { Tx } from '../../platform/index.ts'
import type { Review } from '../rules/material.ts'
import type { Edit } from '../rules/report.ts'

/** What hosts have decided so far, by theme. */
export async function findReviews(tx: Tx, jamId: string): Promise<Record<string, Review>> {
  const rows = await tx.rows<{ theme: string; review: Review }>(
    'select theme_id as theme, review from report_review where jam_id = $1 order by theme_id',
    [jamId],
  )
  return Object.fromEntries(rows.map(({ theme, review }) => [theme, review]))
}

export async function saveReview(
  tx: Tx,
  jamId: string,
  { theme, review }: { theme: string; review: Review },
): Promise<void> {
  await tx.rows(
    `insert into report_review (jam_id, theme_id, review) values ($1, $2, $3)
     on conflict (jam_id, theme_id) do update set review = excluded.review`,
    [jamId, theme, JSON.stringify(review)],
  )
}

/** Every change of hosts, in its order. */
export async function findEdits(tx: Tx, jamId: string): Promise<Edit[]> {
  return tx.rows<Edit>(
    `select iso(e.at) as at, coalesce(p.name, '') as by, e.theme_id as theme, e.what, e.from_words as "from", e.to_words as "to"
       from report_edit as e join person as p on p.id = e.by_person where e.jam_id = $1 order by e.at, e.id limit 500`,
    [jamId],
  )
}

export type NewEdit = Pick<Edit, 'theme' | 'what' | 'from' | 'to'> & { readonly id: string }

export async function insertEdits(
  tx: Tx,
  of: { jamId: string; personId: string },
  edits: readonly NewEdit[],
): Promise<void> {
  await tx.rows(
    `insert into report_edit (id, jam_id, theme_id, what, from_words, to_words, by_person, at)
     select r.id, $1, r.theme, r.what, r."from", r."to", $2, $3
       from json_to_recordset($4::json) as r (id uuid, theme uuid, what text, "from" text, "to" text)`,
    [of.jamId, of.personId, tx.now, JSON.stringify(edits)],
  )
}
