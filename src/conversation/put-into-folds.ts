import type { Tx } from '../platform/index.ts'
import { saveFolds } from './store/folding.ts'
import { tell } from './tell.ts'

/** Puts contributions into folds, or out of all (`fold` null), and tells where each was seen. Their words, votes and
 *  places stay as they are. Who may is decided by whoever calls. */
export async function putIntoFolds(
  tx: Tx,
  places: readonly { readonly id: string; readonly fold: string | null }[],
  by?: string,
): Promise<void> {
  if (places.length === 0) return
  for (const { forumId, ...facts } of await saveFolds(tx, places)) {
    const { venueId, threadId } = facts
    await tell(tx, { type: 'contribution.folded', facts }, { venueId, forumId, threadId, ...(by && { by }) })
  }
}
