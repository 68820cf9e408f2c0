import { type Decision, ensure, notFound } from '../kernel/index.ts'
import { type Ctx, type JsonText, newId, renderMarkdown, type Written } from '../platform/index.ts'
import type { ContributionView } from './contract.ts'
import { forumVenue } from './find-place.ts'
import { languageOf } from './language-of.ts'
import { mayContribute, maySeed, takesPart, type Venue } from './rules/may.ts'
import { findContributionViewFor } from './store/contributions.ts'
import { forgetDraft } from './store/drafts.ts'
import { insertContribution } from './store/writing.ts'
import { tell } from './tell.ts'

export type PostContribution = { forumId: string; title: string; body: string; language?: string }

/** Writes a contribution into a forum and gives its id and view. Forgets the draft it came from. */
export async function postContribution(ctx: Ctx, input: PostContribution): Promise<Written<ContributionView>> {
  return write(ctx, { ...input, seed: false }, (venue) => mayContribute(ctx.actor, venue, ctx.now))
}

/** Puts a seed into a venue that is being prepared: marked as from the hosts, never counted as people. */
export async function postSeed(ctx: Ctx, input: PostContribution): Promise<Written<ContributionView>> {
  return write(ctx, { ...input, seed: true }, (venue) => maySeed(ctx.actor, venue))
}

/** Begins a thread in a venue that takes replies alone: whoever calls has decided that the actor may. The actor still has
 *  to take part in the venue. */
export async function beginThread(ctx: Ctx, input: PostContribution): Promise<string> {
  return (await write(ctx, { ...input, seed: false }, (venue) => takesPart(ctx.actor, venue))).reference
}

async function write(
  ctx: Ctx,
  input: PostContribution & { seed: boolean },
  may: (venue: Venue) => Decision,
): Promise<Written<ContributionView>> {
  const { venue } = await forumVenue(ctx, input.forumId)
  ensure(may(venue))
  const { personId } = ctx.actor
  const id = newId()
  const answer = insertContribution(ctx.tx, {
    id,
    venueId: venue.id,
    forumId: input.forumId,
    threadId: id,
    parentId: null,
    number: 0,
    path: '',
    depth: 0,
    kind: 'contribution',
    authorId: personId,
    title: input.title.trim(),
    body: input.body,
    html: renderMarkdown(input.body),
    language: input.language ?? languageOf(`${input.title}\n${input.body}`, venue, ctx.actor),
    seed: input.seed,
  })
  forgetDraft(ctx.tx, personId, `forum:${input.forumId}`)
  const facts = { id, venueId: venue.id, forumId: input.forumId, seed: input.seed }
  const place = { venueId: venue.id, forumId: input.forumId, by: personId }
  await tell(ctx.tx, { type: 'contribution.posted', facts }, place)
  return { reference: id, answer }
}

/** The view of one contribution: the answer of every route that changes one. */
export async function showContribution(ctx: Ctx, id: string): Promise<JsonText<ContributionView>> {
  const view = await findContributionViewFor(ctx.tx, ctx.actor, id)
  if (!view) throw notFound()
  return view
}
