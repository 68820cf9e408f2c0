import { jamFor } from '../jams/index.ts'
import { type Actor, notFound, Refusal } from '../kernel/index.ts'
import { type Ctx, currentCursor, decodeKey, encodeKey, mayOf } from '../platform/index.ts'
import { IDEAS_PAGE_MAX, type IdeasView, type IdeaView } from './contract.ts'
import { jamOfIdea } from './idea-to-change.ts'
import { smallPlaces } from './rules/kept-places.ts'
import { type IdeasJam, mayChangeIdea, mayConsent, mayMakeIdea } from './rules/may.ts'
import {
  findIdeaCountsFor,
  findIdeaFor,
  findIdeaNamesFor,
  findIdeaPageFor,
  type IdeaFound,
  type IdeaName,
} from './store/ideas.ts'

type Input = { jamId: string; of?: 'all' | 'asked-of-me'; before?: string; limit?: number }

/** The ideas of a jam, a page at a time. */
export async function viewIdeas(ctx: Ctx<Actor>, input: Input): Promise<IdeasView> {
  const jam = await jamFor(ctx, input.jamId)
  const cursor = await currentCursor(ctx.tx)
  const { of = 'all', limit = IDEAS_PAGE_MAX } = input
  const hosting = ctx.actor.owner || jam.hosting
  const page = { jamId: jam.id, hosting, of, before: beforeOf(input.before), limit }
  const [found, counts] = await Promise.all([
    findIdeaPageFor(ctx.tx, ctx.actor, page),
    findIdeaCountsFor(ctx.tx, ctx.actor, jam.id),
  ])
  const last = found.at(-1)
  return {
    jamId: jam.id,
    ideas: found.map((idea) => viewOf(ctx, jam, idea)),
    next: last && found.length === limit ? encodeKey(last.id) : null,
    counts: { ...counts, smallPlaces: smallPlaces(counts.rated) },
    until: (jam.rateAt ?? jam.closesAt)?.toISOString() ?? null,
    cursor,
    may: { make: mayOf(ctx, mayMakeIdea(ctx.actor, jam)) },
  }
}

/** One idea. */
export async function viewIdea(ctx: Ctx<Actor>, { ideaId }: { ideaId: string }): Promise<IdeaView> {
  const jam = await jamOfIdea(ctx, ideaId)
  const found = await findIdeaFor(ctx.tx, ctx.actor, { ideaId, jamId: jam.id, hosting: ctx.actor.owner || jam.hosting })
  if (!found) throw notFound()
  return viewOf(ctx, jam, found)
}

/** The standing ideas of a jam that the asker may see, in the order in which they were made: what other modules decide
 *  on. Throws notFound for a jam that she may not see. */
export async function ideasFor(ctx: Ctx<Actor>, jamId: string): Promise<IdeaName[]> {
  const jam = await jamFor(ctx, jamId)
  return findIdeaNamesFor(ctx.tx, ctx.actor, jam.id)
}

function viewOf(ctx: Ctx<Actor>, jam: IdeasJam, { byMe, wroteIt, ...idea }: IdeaFound): IdeaView {
  const change = mayOf(ctx, mayChangeIdea(ctx.actor, jam, byMe))
  return {
    ...idea,
    may: { change, answer: mayOf(ctx, mayConsent(ctx.actor, jam, { wroteIt, kept: idea.by === null })) },
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function beforeOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const [id = ''] = decodeKey(cursor)
  if (UUID.test(id)) return id
  throw new Refusal('bad-request', {
    status: 400,
    values: { field: 'before', problem: 'is not a cursor of this list' },
  })
}
