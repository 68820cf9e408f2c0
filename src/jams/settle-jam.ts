import type { Ctx } from '../platform/index.ts'
import { applyEvent } from './apply-event.ts'
import { jamFor } from './find-jam.ts'
import type { WholeJamRow } from './store/jams.ts'

/** Lets the clock happen to a jam that is held, when it is due and nobody has moved it yet: what a host then changes is
 *  decided by the phase that everybody sees. */
export async function settleJam(ctx: Ctx, row: WholeJamRow): Promise<WholeJamRow> {
  if (!row.nextAt || row.nextAt > ctx.now) return row
  await applyEvent(ctx.tx, { row, event: { type: 'clock' }, personId: null })
  return jamFor(ctx, row.id)
}
