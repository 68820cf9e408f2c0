import { venueFor } from '../conversation/index.ts'
import type { Actor } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { SeldomRead } from './contract.ts'
import { EXPOSURE_FLOOR } from './rules/floor.ts'
import { findSeldomReadFor } from './store.ts'

const SHOWN = 5

/** What few have read in a venue, and the asker has not. */
export async function viewSeldomRead(ctx: Ctx<Actor>, { venueId }: { venueId: string }): Promise<SeldomRead> {
  await venueFor(ctx, venueId)
  return { floor: EXPOSURE_FLOOR, items: await findSeldomReadFor(ctx.tx, venueId, SHOWN) }
}
