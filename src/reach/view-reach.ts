import { venueMeetings } from '../conversation/index.ts'
import { jamFor } from '../jams/index.ts'
import { type Actor, ensure, notFound } from '../kernel/index.ts'
import { type Ctx, mayOf } from '../platform/index.ts'
import type { ReachView } from './contract.ts'
import { enqueueNudge } from './jobs.ts'
import { mayNudge, mayNudgeHub, maySeeReach } from './rules/may.ts'
import { findFiguresFor, findHubToNudge, findNudgesFor, saveNudge } from './store/reach.ts'

const DAY_MS = 24 * 3_600_000
const NOTHING = { all: null, hubs: [], languages: [], missing: { unopened: [], silent: [] } }

/** How far a jam reaches, as it was counted last. */
export async function viewReach(ctx: Ctx<Actor>, { jamId }: { jamId: string }): Promise<ReachView> {
  const jam = await jamFor(ctx, jamId)
  ensure(maySeeReach(ctx.actor, jam))
  const counted = await findFiguresFor(ctx.tx, ctx.actor, jamId)
  return {
    ...{ jamId, at: counted?.at ?? null, ...(counted?.figures ?? NOTHING) },
    nudged: await findNudgesFor(ctx.tx, ctx.actor, jamId),
    spokenFor: await venueMeetings(ctx.tx, ctx.actor, jamId),
    may: { nudge: mayOf(ctx, mayNudge(ctx.actor, jam)) },
  }
}

/** Asks the hosts of a hub to tell their people: one letter to each of them, and never one to anybody else. */
export async function nudgeHub(ctx: Ctx, { jamId, hubId }: { jamId: string; hubId: string }): Promise<string> {
  ensure(mayNudge(ctx.actor, await jamFor(ctx, jamId)))
  const hub = await findHubToNudge(ctx.tx, jamId, hubId)
  if (!hub) throw notFound()
  ensure(mayNudgeHub(hub, ctx.now))
  const before = new Date(ctx.now.getTime() - DAY_MS)
  const isFirst = await saveNudge(ctx.tx, { jamId, hubId, by: ctx.actor.personId, before })
  if (isFirst) await enqueueNudge(ctx.tx, { jamId, hubId })
  return jamId
}
