import { type Actor, ensure, notFound } from '../kernel/index.ts'
import type { Ctx, Tx } from '../platform/index.ts'
import { type Jam, mayHost } from './rules/may.ts'
import { isComplete } from './rules/missing.ts'
import type { JamClock, Plan } from './rules/phase.ts'
import { findJamFor, findJamOfOperator, holdJam, type JamRow, type WholeJamRow } from './store/jams.ts'

/** A jam that the actor may see; what is absent and what may not be seen are both "not found". */
export async function jamFor(ctx: Ctx<Actor>, jamId: string): Promise<WholeJamRow> {
  const jam = await findJamFor(ctx.tx, ctx.actor, jamId)
  if (!jam) throw notFound()
  return jam
}

/** A jam that the actor runs, held until the end of the transaction so that nobody else changes it meanwhile. */
export async function jamToRun(ctx: Ctx, jamId: string): Promise<WholeJamRow> {
  ensure(mayHost(ctx.actor, await jamFor(ctx, jamId)))
  if (!(await holdJam(ctx.tx, jamId))) throw notFound()
  return jamFor(ctx, jamId)
}

/** The same for the clock and the operator, who see every jam; undefined when there is none (any more). */
export async function jamOfOperator(tx: Tx, jamId: string): Promise<WholeJamRow | undefined> {
  if (!(await holdJam(tx, jamId))) return undefined
  return findJamOfOperator(tx, jamId)
}

export function planOf({ opensAt, rateAt, closesAt, archiveAt }: Plan): Plan {
  return { opensAt, rateAt, closesAt, archiveAt }
}

/** What the phase machine works on. */
export function clockOf(row: WholeJamRow): JamClock {
  const { phase, openedAt, closedAt, nextAt } = row
  const complete = isComplete({ promise: row.promise, forums: row.forums, hosts: row.hosts.length })
  return { phase, openedAt, closedAt, nextAt, complete, plan: planOf(row) }
}

/** What decisions about a jam need. */
export function jamOf(row: JamRow): Jam {
  return { phase: row.phase, plan: planOf(row), hosting: row.hosting, hubPath: row.hubPath }
}
