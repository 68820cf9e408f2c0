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
