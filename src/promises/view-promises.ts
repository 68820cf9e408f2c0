import { type Actor, Refusal } from '../kernel/index.ts'
import { type Ctx, decodeKey, encodeKey, mayOf } from '../platform/index.ts'
import type { LedgerView, PromiseView } from './contract.ts'
import { promiseFor } from './find-answering.ts'
import { maySettle, mayTell } from './rules/may.ts'
import {
  countPromisesFor,
  findHistoryFor,
  findPromisesFor,
  type LedgerPlace,
  type LedgerRow,
} from './store/promises.ts'
import { toKeep } from './tell-progress.ts'

const PAGE = 50

export type ViewLedger = {
  readonly jamId?: string
  readonly show?: string
  readonly mine?: 'yes'
  readonly after?: string
}

/** The promises that the asker may read, overdue ones first, with how many are in each state. */
export async function viewLedger(
  ctx: Ctx<Actor>,
  { jamId, show = 'all', mine, after }: ViewLedger,
): Promise<LedgerView> {
  const nobody = '00000000-0000-0000-0000-000000000000'
  const filter = {
    jams: jamId === undefined ? undefined : [jamId],
    show,
    owner: mine ? (ctx.actor.personId ?? nobody) : null,
  }
  const place = after === undefined ? undefined : placeOf(after)
  const rows = await findPromisesFor(ctx.tx, ctx.actor, { filter, after: place, limit: PAGE })
  const last = rows.length === PAGE ? rows.at(-1) : undefined
  return {
    promises: rows.map(({ line }) => line),
    counts: await countPromisesFor(ctx.tx, ctx.actor, { ...filter, show: 'all' }),
    next: last ? keyOf(last) : null,
  }
}

function keyOf({ rank, at, id }: LedgerRow): string {
  return encodeKey(String(rank), at, id)
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function placeOf(cursor: string): LedgerPlace {
  const [rank = '', at = '', id = ''] = decodeKey(cursor)
  if (/^[0-2]$/.test(rank) && /^-?\d{1,12}(\.\d{1,6})?$/.test(at) && ID.test(id)) return { rank: Number(rank), at, id }
  const values = { field: 'after', problem: 'is not a cursor of this list' }
  throw new Refusal('bad-request', { status: 400, values })
}

/** A promise with its answer, its history, and what the asker may tell of it. */
export async function viewPromise(ctx: Ctx<Actor>, { promiseId }: { promiseId: string }): Promise<PromiseView> {
  const promise = await promiseFor(ctx, promiseId)
  return {
    promise: promise.line,
    decision: promise.decision,
    history: await findHistoryFor(ctx.tx, ctx.actor, promiseId),
    may: {
      tell: mayOf(ctx, mayTell(ctx.actor, toKeep(promise))),
      settle: mayOf(ctx, maySettle(ctx.actor, toKeep(promise))),
    },
  }
}
