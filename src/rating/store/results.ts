import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { IdeaResult } from '../rules/rating-contract.ts'
import { WORDS } from './ideas.ts'

export type ResultRow = { readonly place: number; readonly result: IdeaResult }

/** A page of what came out, in the order in which it is shown. */
export async function findResultsFor(
  tx: Tx,
  _actor: Actor,
  page: { readonly jamId: string; readonly after: number; readonly limit: number },
): Promise<ResultRow[]> {
  return tx.rows<ResultRow>(
    `select r.place, jsonb_build_object('id', i.id, 'sentence', ${WORDS}) || r.result as result
       from rating_result as r join idea as i on i.id = r.idea_id
      where r.jam_id = $1 and r.place > $2 and r.jam_id = any ((select seen_venues())::uuid[]) order by r.place limit $3`,
    [page.jamId, page.after, page.limit],
  )
}

/** When the rating of a jam was counted, and how many rated at least one idea; undefined before (role jobs). */
export async function findCountedBox(
  tx: Tx,
  jamId: string,
): Promise<{ countedAt: string; people: number } | undefined> {
  return tx.row(
    `select iso(counted_at) as "countedAt", people from ballot_box where jam_id = $1 and counted_at is not null`,
    [jamId],
  )
}

/** Everything that came out, in the order in which it is shown (role jobs). */
export async function findStoredResults(tx: Tx, jamId: string): Promise<Omit<IdeaResult, 'sentence'>[]> {
  const rows = await tx.rows<{ result: Omit<IdeaResult, 'sentence'> }>(
    `select jsonb_build_object('id', r.idea_id) || r.result as result from rating_result as r
      where r.jam_id = $1 order by r.place`,
    [jamId],
  )
  return rows.map(({ result }) => result)
}
