import { nobody } from '../kernel/index.ts'
import type { Tx } from '../platform/index.ts'
import type { BallotIdea } from './contract.ts'
import { findBallotIdeasFor } from './store/ballots.ts'

/** An edit or a retraction is gone from every screen within five seconds. */
const FRESH_MS = 2_000
const KEPT_MAX = 5_000

/** The words of ideas, read once for all who are dealt them within two seconds. Whoever sees a jam sees them all: ask only for
 *  those of a jam that the asker sees. */
export function openTexts(): (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, BallotIdea>> {
  const kept = new Map<string, { readonly idea: BallotIdea; readonly until: number }>()
  return async (tx, ids) => {
    const now = performance.now()
    const known = new Map<string, BallotIdea>()
    for (const id of ids) {
      const found = kept.get(id)
      if (found && found.until > now) known.set(id, found.idea)
    }
    const missing = [...new Set(ids)].filter((id) => !known.has(id))
    if (kept.size > KEPT_MAX) kept.clear()
    for (const idea of await findBallotIdeasFor(tx, nobody, missing)) {
      known.set(idea.id, idea)
      kept.set(idea.id, { idea, until: now + FRESH_MS })
    }
    return known
  }
}
