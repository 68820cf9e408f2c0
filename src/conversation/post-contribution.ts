import { type Decision, ensure, nobody, notFound, Refusal, refusalOf, type SignedInActor } from '../kernel/index.ts'
import {
  type Ctx,
  type JsonText,
  newId,
  renderMarkdown,
  type TogetherAsked,
  type Tx,
  type Written,
} from '../platform/index.ts'
import type { ContributionView, conversationContract } from './contract.ts'
import { forumVenue } from './find-place.ts'
import { languageOf } from './language-of.ts'
import { mayContribute, maySeed, takesPart, type Venue } from './rules/may.ts'
import { findContributionViewFor } from './store/contributions.ts'
import { forgetDrafts } from './store/drafts.ts'
import { insertContributions, type NewContribution } from './store/writing.ts'
import { type Told, tellAll } from './tell.ts'

export type PostContribution = { forumId: string; title: string; body: string; language?: string }

type Poster = TogetherAsked<(typeof conversationContract)['POST /api/forums/:forumId/contributions']>

/** Writes what several people write into one forum in the same moment; gives the id and view of each. Forgets the drafts they
 *  came from. */
export async function postContributions(
  tx: Tx,
  forumId: string,
  posters: readonly Poster[],
): Promise<(Written<ContributionView> | Refusal)[]> {
  const { venue } = await forumVenue({ tx, actor: nobody }, forumId)
  const decided = posters.map(({ ctx: { actor }, hosts, input }): Made | Refusal => {
    const may = mayContribute(actor, { ...venue, hosting: hosts }, tx.now)
    return may.ok ? contributionOf(actor, venue, { ...input, seed: false }) : refusalOf(may)
  })
  const made = decided.filter((one): one is Made => !(one instanceof Refusal))
  const written = await putAll(tx, made)
  const authors = made.map(({ authorId }) => authorId)
  forgetDrafts(tx, `forum:${forumId}`, authors)
  return decided.map((one) =>
    one instanceof Refusal ? one : (written[made.indexOf(one)] as Written<ContributionView>),
  )
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
  const made = contributionOf(ctx.actor, venue, input)
  const written = await put(ctx.tx, made)
  forgetDrafts(ctx.tx, `forum:${input.forumId}`, [made.authorId])
  return written
}

function contributionOf(actor: SignedInActor, venue: Venue, input: PostContribution & { seed: boolean }): Made {
  const language = input.language ?? languageOf(`${input.title}\n${input.body}`, venue, actor)
  return { ...input, venueId: venue.id, authorId: actor.personId, language }
}

/** A seed in the language it is known to be in, in the name of a host. */
export type PlantSeed = PostContribution & { venueId: string; authorId: string; language: string }

/** Puts a seed into a venue that is being made: the caller has decided that its author may. */
export async function plantSeed(tx: Tx, given: PlantSeed): Promise<void> {
  await put(tx, { ...given, seed: true })
}

type Made = PlantSeed & { readonly seed: boolean }

async function put(tx: Tx, made: Made): Promise<Written<ContributionView>> {
  const [written] = await putAll(tx, [made])
  return written as Written<ContributionView>
}

async function putAll(tx: Tx, made: readonly Made[]): Promise<Written<ContributionView>[]> {
  if (made.length === 0) return []
  const rows = made.map((one): NewContribution => {
    const { venueId, forumId, authorId, language, seed, title, body } = one
    const id = newId()
    return {
      ...{ id, venueId, forumId, authorId, language, seed },
      ...{ threadId: id, parentId: null, number: 0, path: '', depth: 0, kind: 'contribution', meetingId: null },
      ...{ title: title.trim(), body, html: renderMarkdown(body) },
    }
  })
  const answers = insertContributions(tx, rows)
  await tellAll(
    tx,
    made.map(({ venueId, forumId, authorId, seed }, at): Told => {
      const facts = { id: rows[at]?.id ?? '', venueId, forumId, seed }
      return { event: { type: 'contribution.posted', facts }, place: { venueId, forumId, by: authorId } }
    }),
  )
  return rows.map(({ id }, at) => ({ reference: id, answer: answers[at] as Promise<JsonText<ContributionView>> }))
}

/** The view of one contribution: the answer of every route that changes one. */
export async function showContribution(ctx: Ctx, id: string): Promise<JsonText<ContributionView>> {
  const view = await findContributionViewFor(ctx.tx, ctx.actor, id)
  if (!view) throw notFound()
  return view
}
