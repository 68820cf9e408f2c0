import { type Actor, Refusal } from '../kernel/index.ts'
import { type Ctx, decodeKey, encodeKey, isPlace } from '../platform/index.ts'
import type { JamSummary } from './contract.ts'
import { findHubsToStartIn, findJamsFor, type JamPlace, type ListedJam } from './store/jams.ts'
import { summaryOf } from './view-jam.ts'

const PAGE = 50
const HUBS_MAX = 2000

/** The jams the actor may see, with the hubs in which they may start one. */
export async function listJams(
  ctx: Ctx<Actor>,
  input: { before?: string; limit?: number },
): Promise<{ jams: JamSummary[]; next: string | null; mayStart: string[] }> {
  const limit = input.limit ?? PAGE
  const after = input.before === undefined ? undefined : placeOf(input.before)
  const rows = await findJamsFor(ctx.tx, ctx.actor, { after, limit })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    jams: rows.map(summaryOf),
    next: last ? keyOf(last) : null,
    mayStart: await findHubsToStartIn(ctx.tx, ctx.actor, HUBS_MAX),
  }
}

function keyOf(row: ListedJam): string {
  return encodeKey(String(row.rank), row.at, row.id)
}

function placeOf(cursor: string): JamPlace {
  const [rank = '', at = '', id = ''] = decodeKey(cursor)
  if (/^[0-2]$/.test(rank) && isPlace(at, id)) return { rank: Number(rank), at, id }
  throw notOfThisList()
}

/** A cursor that this list never gave. */
export function notOfThisList(): Refusal {
  return new Refusal('bad-request', {
    status: 400,
    values: { field: 'before', problem: 'is not a cursor of this list' },
  })
}
