import { type Actor, notFound, Refusal } from '../kernel/index.ts'
import {
  type Ctx,
  CURSOR,
  currentCursor,
  decodeKey,
  encodeKey,
  isPlace,
  JsonText,
  mayOf,
  type Statement,
} from '../platform/index.ts'
import {
  type ContributionInFull,
  type ContributionPage,
  type ContributionView,
  DELTA_MAX,
  PAGE_DEFAULT,
} from './contract.ts'
import { contributionFor, venueFor } from './find-place.ts'
import { mayEdit, mayRetract } from './rules/may.ts'
import { findContributionsTextFor, findContributionViewFor, findFeedFor } from './store/contributions.ts'
import { venueStatement } from './store/venues.ts'
import { findVersions } from './store/writing.ts'

type Feed = {
  venueId: string
  forumId?: string
  order?: 'recent' | 'active'
  folds?: 'once' | 'all'
  before?: string
  limit?: number
}

/** Travels with the opening of a request for a feed. */
export const aheadOfFeed = ({ venueId }: Feed): Statement[] => [venueStatement(venueId), CURSOR]

/** A page of contributions, newest or latest answered first. */
export async function viewFeed(ctx: Ctx<Actor>, input: Feed): Promise<JsonText<ContributionPage>> {
  const limit = input.limit ?? PAGE_DEFAULT
  const before = beforeOf(input.before)
  await venueFor(ctx, input.venueId)
  const cursor = await currentCursor(ctx.tx)
  const page = await findFeedFor(ctx.tx, ctx.actor, {
    venueId: input.venueId,
    forumId: input.forumId,
    order: input.order ?? 'recent',
    folds: input.folds ?? 'once',
    before,
    limit,
  })
  const next = page.size === limit && page.lastAt && page.lastId ? encodeKey(page.lastAt, page.lastId) : null
  return new JsonText(`{"items":${page.items},"next":${JSON.stringify(next)},"cursor":${cursor}}`)
}

function beforeOf(cursor: string | undefined): { at: string; id: string } | undefined {
  if (cursor === undefined) return undefined
  const [at = '', id = ''] = decodeKey(cursor)
  if (!isPlace(at, id)) {
    throw new Refusal('bad-request', {
      status: 400,
      values: { field: 'before', problem: 'is not a cursor of this list' },
    })
  }
  return { at, id }
}

/** What live said is new or changed; ids that may not be seen are left out like absent ones. */
export async function viewByIds(
  ctx: Ctx<Actor>,
  input: { ids: string },
): Promise<JsonText<{ items: ContributionView[]; cursor: number }>> {
  const cursor = await currentCursor(ctx.tx)
  const ids = [...new Set(input.ids.split(','))].slice(0, DELTA_MAX)
  const items = await findContributionsTextFor(ctx.tx, ctx.actor, ids)
  return new JsonText(`{"items":${items},"cursor":${cursor}}`)
}

/** One contribution with the Markdown its author wrote, to quote or edit. */
export async function viewContribution(ctx: Ctx<Actor>, input: { contributionId: string }) {
  const { contribution, venue } = await contributionFor(ctx, input.contributionId)
  const view = await findContributionViewFor(ctx.tx, ctx.actor, contribution.id)
  if (!view) throw notFound()
  const rest = {
    body: contribution.body,
    may: {
      edit: mayOf(ctx, mayEdit(ctx.actor, { venue, written: contribution }, ctx.now)),
      retract: mayOf(ctx, mayRetract(ctx.actor, { venue, written: contribution })),
    },
  }
  return new JsonText<ContributionInFull>(`{"contribution":${view.text},${JSON.stringify(rest).slice(1)}`)
}

/** The earlier versions of a contribution, for everybody who may read it. */
export async function viewVersions(ctx: Ctx<Actor>, input: { contributionId: string }) {
  const { contribution } = await contributionFor(ctx, input.contributionId)
  return { versions: await findVersions(ctx.tx, contribution.id) }
}
