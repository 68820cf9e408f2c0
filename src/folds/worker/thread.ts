import * as nearDuplicates from '../../analysis/near-duplicates/index.ts'
import { answerInThread, giveWay } from '../../platform/in-thread.ts'
import type { Asked, AskedText, FoundText } from './asked.ts'

// The thread: keeps an index of each conversation that people write in, of the contributions that stand for themselves.

type Index = nearDuplicates.NearDuplicates<string>

const KEPT_MAX = 8
const kept = new Map<string, Index>()

function fill(venueId: string, texts: readonly AskedText[]): void {
  const index = nearDuplicates.openNearDuplicates<string>({ most: 1 })
  for (const { id, text } of texts) index.add(id, text)
  keep(venueId, index)
}

/** Those used last stay. */
function keep(venueId: string, index: Index): void {
  kept.delete(venueId)
  kept.set(venueId, index)
  for (const oldest of kept.keys()) if (kept.size > KEPT_MAX) kept.delete(oldest)
}

/** Null: this conversation is not kept here. What changed stands nowhere until its turn comes, in the order of writing. */
function look(venueId: string, texts: readonly AskedText[]): FoundText[] | null {
  const index = kept.get(venueId)
  if (!index) return null
  keep(venueId, index)
  for (const { id } of texts) index.remove(id)
  return texts.map(({ id, text }) => ({ id, origin: index.addUnlessNear(id, text)?.id ?? null }))
}

giveWay('other threads too')
answerInThread<Asked>(({ what, venueId, texts }) => (what === 'fill' ? fill(venueId, texts) : look(venueId, texts)))
