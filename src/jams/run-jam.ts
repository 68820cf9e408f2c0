import { notFound } from '../kernel/index.ts'
import type { Ctx, Database } from '../platform/index.ts'
import { applyEvent } from './apply-event.ts'
import type { Phase } from './contract.ts'
import { jamOfOperator, jamToRun } from './find-jam.ts'
import { instantOf } from './read-dates.ts'
import type { JamEvent } from './rules/phase.ts'

/** Opens a jam now, before its time or when nothing else opens it. Everybody may see the reason. */
export async function openJam(ctx: Ctx, input: { jamId: string; reason: string | null }): Promise<string> {
  return happen(ctx, input.jamId, { type: 'open', reason: input.reason?.trim() || null })
}

/** Gives the present phase a later end. The phases after it move along and keep their length. */
export async function extendJam(ctx: Ctx, input: { jamId: string; until: string; reason: string }): Promise<string> {
  const until = instantOf(input.until, 'until')
  return happen(ctx, input.jamId, { type: 'extend', until, reason: input.reason.trim() })
}

/** Moves on to a later phase before its time. */
export async function moveJam(
  ctx: Ctx,
  input: { jamId: string; to: 'rate' | 'report' | 'archive'; reason: string },
): Promise<string> {
  return happen(ctx, input.jamId, { type: 'move', to: input.to, reason: input.reason.trim() })
}

async function happen(ctx: Ctx, jamId: string, event: JamEvent): Promise<string> {
  const row = await jamToRun(ctx, jamId)
  await applyEvent(ctx.tx, { row, event, personId: ctx.actor.personId })
  return row.id
}

/** Opens a jam from the operator's command line, without a session. Gives the phase it is in now. */
export async function openJamAsOperator(
  database: Database,
  input: { jamId: string; reason: string | null },
): Promise<Phase> {
  return happenAsOperator(database, input.jamId, { type: 'open', reason: input.reason })
}

/** Closes a jam from the operator's command line: it moves to its report, with the reason that everybody sees. */
export async function closeJamAsOperator(database: Database, input: { jamId: string; reason: string }): Promise<Phase> {
  return happenAsOperator(database, input.jamId, { type: 'move', to: 'report', reason: input.reason })
}

async function happenAsOperator(database: Database, jamId: string, event: JamEvent): Promise<Phase> {
  return database.transaction({ role: 'jobs' }, async (tx) => {
    const row = await jamOfOperator(tx, jamId)
    if (!row) throw notFound()
    return (await applyEvent(tx, { row, event, personId: null })).phase
  })
}
