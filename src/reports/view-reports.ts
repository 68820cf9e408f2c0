import { venueFor } from '../conversation/index.ts'
import type { Actor } from '../kernel/index.ts'
import { type Ctx, mayOf } from '../platform/index.ts'
import type { EditionView, ReportsView } from './contract.ts'
import { mayReview } from './rules/may.ts'
import { type EditionRow, findEditionsFor } from './store/editions.ts'

/** The editions of a jam that the asker may read. One that was refused stands nowhere. */
export async function viewReports(ctx: Ctx<Actor>, { jamId }: { jamId: string }): Promise<ReportsView> {
  const venue = await venueFor(ctx, jamId)
  const editions = (await findEditionsFor(ctx.tx, ctx.actor, jamId)).filter(({ refused }) => refused === null)
  const isClosed = venue.visible && venue.accepts === 'nothing'
  const making = editions.some(({ hash }) => hash === null) || (isClosed && !editions.some(({ number }) => number > 0))
  return {
    jamId,
    editions: editions.map(editionView),
    making,
    may: { review: mayOf(ctx, mayReview(ctx.actor, venue)) },
  }
}

/** An edition without what only the server needs. */
export function editionView({ number, kind, madeAt, hash }: EditionRow): EditionView {
  return { number, kind, madeAt, hash }
}
