import { ensure, Refusal } from '../kernel/index.ts'
import { type Ctx, renderMarkdown } from '../platform/index.ts'
import type { Gone } from './events.ts'
import { contributionFor, type Found } from './find-place.ts'
import { languageOf } from './language-of.ts'
import { mayCorrectLanguage, mayEdit } from './rules/may.ts'
import { forgetDrafts } from './store/drafts.ts'
import { saveEdit, saveLanguage } from './store/writing.ts'
import { tell } from './tell.ts'

export type Edit = { contributionId: string; version: number; title: string | null; body: string }

/** Changes one's own words; the earlier version stays readable. Refuses when they were changed meanwhile (409). */
export async function editContribution(ctx: Ctx, input: Edit): Promise<string> {
  const found = await contributionFor(ctx, input.contributionId, 'hold')
  const { contribution } = found
  ensure(mayEdit(ctx.actor, { venue: found.venue, written: contribution }, ctx.now))
  ensureFilled(contribution.parentId === null, input)
  if (contribution.version !== input.version) throw new Refusal('contribution.edited-meanwhile', { status: 409 })
  const title = contribution.parentId === null ? (input.title ?? '').trim() : null
  const revision = await saveEdit(ctx.tx, contribution, {
    title,
    body: input.body,
    html: renderMarkdown(input.body),
    language: languageOf(`${title ?? ''}\n${input.body}`, found.venue, ctx.actor),
  })
  forgetDrafts(ctx.tx, `edit:${contribution.id}`, [ctx.actor.personId])
  await tellChanged(ctx, found, { revision })
  return contribution.id
}

/** A contribution has a title, a reply has none and says something. */
function ensureFilled(isRoot: boolean, input: Edit): void {
  if (isRoot && !input.title) throw new Refusal('contribution.title-needed', { status: 400 })
  if (!isRoot && input.title !== null) throw new Refusal('reply.has-no-title', { status: 400 })
  if (!isRoot && input.body.trim() === '') throw new Refusal('reply.empty', { status: 400 })
}

/** Corrects the language that was detected: for good, edits do not detect it anew. Authors do, and hosts. */
export async function correctLanguage(ctx: Ctx, input: { contributionId: string; language: string }): Promise<string> {
  const found = await contributionFor(ctx, input.contributionId, 'hold')
  ensure(mayCorrectLanguage(ctx.actor, { venue: found.venue, written: found.contribution }, ctx.now))
  await tellChanged(ctx, found, { revision: await saveLanguage(ctx.tx, input.contributionId, input.language) })
  return input.contributionId
}

type Changed = { readonly revision: number; readonly gone?: Gone }

export async function tellChanged(ctx: Ctx, { contribution }: Found, changed: Changed): Promise<void> {
  const { id, venueId, forumId, threadId } = contribution
  const facts = { id, venueId, threadId, ...changed }
  await tell(ctx.tx, { type: 'contribution.changed', facts }, { venueId, forumId, threadId, by: ctx.actor.personId })
}
