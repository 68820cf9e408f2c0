import type { Actor } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { PromiseLine, StateCounts } from './contract.ts'
import { answeringFor } from './find-answering.ts'
import { countPromisesFor, findPromisesFor } from './store/promises.ts'
import { type CheckRow, findChecksFor, findEarlierJamsFor } from './store/record.ts'

const OVERDUE_SHOWN = 20

type RecordView = {
  readonly jams: number
  readonly counts: StateCounts
  readonly overdue: PromiseLine[]
  readonly checks: CheckRow[]
}

/** What became of the promises that the sponsor of a jam made in earlier ones, as far as the asker may read those; and the
 *  checks of this jam's own. */
export async function viewRecord(ctx: Ctx<Actor>, { jamId }: { jamId: string }): Promise<RecordView> {
  await answeringFor(ctx, jamId)
  const jams = await findEarlierJamsFor(ctx.tx, ctx.actor, jamId)
  const filter = { jams, show: 'overdue', owner: null }
  const overdue = await findPromisesFor(ctx.tx, ctx.actor, { filter, after: undefined, limit: OVERDUE_SHOWN })
  return {
    jams: jams.length,
    counts: await countPromisesFor(ctx.tx, ctx.actor, { ...filter, show: 'all' }),
    overdue: overdue.map(({ line }) => line),
    checks: await findChecksFor(ctx.tx, ctx.actor, jamId),
  }
}
