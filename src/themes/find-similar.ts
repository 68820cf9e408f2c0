import type { ContributionView } from '../conversation/contract.ts'
import { findContributionsTextFor, venueFor } from '../conversation/index.ts'
import type { Ctx } from '../platform/index.ts'
import { SIMILAR_MAX, type Similar } from './contract.ts'
import { findSimilarAcross } from './find-similar-across.ts'
import type { Engine } from './worker/open-engine.ts'

/** Whoever writes does not wait longer for it. */
const PATIENCE_MS = 120
const LEAST_SIMILARITY = 0.15
/** Other languages are looked at only while so much time is left of it. */
const LEAST_LEFT_MS = 60
/** Some are of one thread or were taken back meanwhile. */
const ASKED = SIMILAR_MAX * 3

/** Contributions and replies like a text that is being written; none when the thread that computes is busy or elsewhere. */
export async function findSimilar(
  engine: Engine | null,
  ctx: Ctx,
  { venueId, text }: { venueId: string; text: string },
): Promise<{ similar: Similar[] }> {
  const began = performance.now()
  await venueFor(ctx, venueId)
  const found = engine ? await soon(engine.similar(venueId, text, ASKED)) : null
  const near = (found ?? []).filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
  if (near.length === 0) return { similar: [] }
  const ids = near.map(({ id }) => id)
  const views: ContributionView[] = JSON.parse(await findContributionsTextFor(ctx.tx, ctx.actor, ids))
  const viewOf = new Map(views.filter(({ retracted }) => !retracted).map((view) => [view.id, view]))
  const similar = near.flatMap(({ id, similarity }): Similar[] => {
    const contribution = viewOf.get(id)
    return contribution ? [{ similarity: Math.min(1, similarity), contribution }] : []
  })
  const isTime = performance.now() - began < PATIENCE_MS - LEAST_LEFT_MS
  const across = isTime ? await findSimilarAcross(ctx, { venueId, near: similar }) : []
  return { similar: [...similar.slice(0, SIMILAR_MAX - across.length), ...across] }
}

async function soon<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  try {
    return await Promise.race([answer, late])
  } catch {
    return null // the thread ended: whoever writes loses a hint, no more
  } finally {
    clearTimeout(timer)
  }
}
