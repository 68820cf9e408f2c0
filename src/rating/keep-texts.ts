import { nobody } from '../kernel/index.ts'
import type { Tx } from '../platform/index.ts'
import type { BallotIdea } from './contract.ts'
import { findBallotIdeasFor } from './store/ballots.ts'

/** An edit or a retraction is gone from every screen within five seconds. */
const FRESH_MS = 2_000
/** Asking costs more than an answer does: what else is due is asked for with it, as far as this. */
const MOST = 100

type Kept = { readonly idea: BallotIdea; readonly until: number; isAsked: boolean }

/** The words of ideas, read once for all who are dealt them within two seconds. Whoever sees a jam sees them all: ask only for
 *  those of a jam that the asker sees. */
export function openTexts(): (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, BallotIdea>> {
  const kept = new Map<string, Kept>() // the oldest first

  /** Those that were asked for while they were kept, and are so no longer: they will be asked for again. Forgets the others. */
  function takeDue(now: number, most: number): string[] {
    const due: string[] = []
    for (const [id, { until, isAsked }] of kept) {
      if (until > now || due.length >= most) break
      kept.delete(id)
      if (isAsked) due.push(id)
    }
    return due
  }

  return async (tx, ids) => {
    const now = performance.now()
    const known = new Map<string, BallotIdea>()
    for (const id of ids) {
      const found = kept.get(id)
      if (!found || found.until <= now) continue
      found.isAsked = true
      known.set(id, found.idea)
    }
    const missing = [...new Set(ids)].filter((id) => !known.has(id))
    if (missing.length === 0) return known
    const due = takeDue(now, MOST - missing.length)
    const wanted = new Set(missing)
    for (const idea of await findBallotIdeasFor(tx, nobody, [...new Set([...missing, ...due])])) {
      if (wanted.has(idea.id)) known.set(idea.id, idea)
      kept.delete(idea.id)
      kept.set(idea.id, { idea, until: now + FRESH_MS, isAsked: false })
    }
    return known
  }
}
