import { type Decision, ensure, notFound } from '../kernel/index.ts'
import { type Ctx, type JsonText, newId, renderMarkdown, type Tx, type Written } from '../platform/index.ts'
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
  const language = input.language ?? languageOf(`${input.title}\n${input.body}`, venue, ctx.actor)
  const written = await put(ctx.tx, { ...input, venueId: venue.id, authorId: personId, language })
  forgetDraft(ctx.tx, personId, `forum:${input.forumId}`)
  return written
}

/** A seed in the language it is known to be in, in the name of a host. */
export type PlantSeed = PostContribution & { venueId: string; authorId: string; language: string }

/** Puts a seed into a venue that is being made: the caller has decided that its author may. */
export async function plantSeed(tx: Tx, given: PlantSeed): Promise<void> {
  await put(tx, { ...given, seed: true })
}

async function put(tx: Tx, given: PlantSeed & { seed: boolean }): Promise<Written<ContributionView>> {
  const { venueId, forumId, authorId, language, seed } = given
  const id = newId()
  const answer = insertContribution(tx, {
    ...{ id, venueId, forumId, authorId, language, seed },
    ...{ threadId: id, parentId: null, number: 0, path: '', depth: 0, kind: 'contribution', meetingId: null },
    ...{ title: given.title.trim(), body: given.body, html: renderMarkdown(given.body) },
  })
  const place = { venueId, forumId, by: authorId }
  await tell(tx, { type: 'contribution.posted', facts: { id, venueId, forumId, seed } }, place)
  return { reference: id, answer }
}

/** The view of one contribution: the answer of every route that changes one. */
export async function showContribution(ctx: Ctx, id: string): Promise<JsonText<ContributionView>> {
  const view = await findContributionViewFor(ctx.tx, ctx.actor, id)
  if (!view) throw notFound()
  return view
}
