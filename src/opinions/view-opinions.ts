import type { ContributionView } from '../conversation/contract.ts'
import { findContributionsTextFor, venueFor } from '../conversation/index.ts'
import type { Actor } from '../kernel/index.ts'
import { type Ctx, currentCursor } from '../platform/index.ts'
import type { OpinionsView, Statement } from './contract.ts'
import { votesNeeded } from './rules/count-enough.ts'
import { GRID } from './rules/draw-picture.ts'
import { LEAST_COUNTED, type StatementSummary } from './rules/summarise.ts'
import { findOpinionsFor, findOwnPlace, type OwnRow } from './store.ts'

/** Opinion groups of a venue as they were computed last, with the asker's own place. Statements that she may not see
 *  (any more) are left out. */
export async function viewOpinions(ctx: Ctx<Actor>, { venueId }: { venueId: string }): Promise<OpinionsView> {
  await venueFor(ctx, venueId)
  const [cursor, shown, own] = await Promise.all([
    currentCursor(ctx.tx),
    findOpinionsFor(ctx.tx, venueId),
    findOwnPlace(ctx.tx, venueId),
  ])
  const { groups = [], hiddenPeople = 0, cells = [], ...summary } = shown?.summary ?? {}
  const { commonGround = [], splits = [] } = summary
  const views = await viewsOf(ctx, [...commonGround, ...splits])
  return {
    ...{ venueId, revision: shown?.revision ?? 0, computedAt: shown?.computedAt ?? null },
    ...{ voters: summary.voters ?? 0, counted: summary.counted ?? 0, leastPeople: LEAST_COUNTED },
    ...{ groups: [...groups], hiddenPeople, grid: GRID, cells: [...cells], mine: placeOf(own) },
    ...{ myVotes: own?.votes ?? 0, votesNeeded: votesNeeded(summary.statements ?? Number.POSITIVE_INFINITY) },
    commonGround: withViews(commonGround, views),
    splits: withViews(splits, views),
    cursor,
  }
}

function placeOf(own: OwnRow | undefined): OpinionsView['mine'] {
  if (!own || own.x === null || own.y === null) return null
  return { group: own.group, x: own.x, y: own.y }
}

async function viewsOf(
  ctx: Ctx<Actor>,
  statements: readonly StatementSummary[],
): Promise<Map<string, ContributionView>> {
  const ids = statements.map(({ id }) => id)
  const items = JSON.parse(await findContributionsTextFor(ctx.tx, ctx.actor, ids)) as ContributionView[]
  return new Map(items.map((item) => [item.id, item]))
}

function withViews(statements: readonly StatementSummary[], views: ReadonlyMap<string, ContributionView>): Statement[] {
  return statements.flatMap(({ id, groups, ...figures }) => {
    const contribution = views.get(id)
    return contribution ? [{ ...figures, groups: [...groups], contribution }] : []
  })
}
