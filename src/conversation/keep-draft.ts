import type { Ctx } from '../platform/index.ts'
import type { DraftView } from './contract.ts'
import { contributionFor, forumVenue } from './find-place.ts'
import { findDraft, findDrafts, forgetDrafts, saveDraft } from './store/drafts.ts'

export type KeepDraft = { place: string; kind: string; title: string; body: string }

/** Keeps what is being written at a place, also while writing there is not allowed: nothing typed is ever lost. */
export async function keepDraft(ctx: Ctx, input: KeepDraft): Promise<string> {
  const { personId } = ctx.actor
  if (input.title.trim() === '' && input.body.trim() === '') {
    forgetDrafts(ctx.tx, input.place, [personId])
    return input.place
  }
  await saveDraft(ctx.tx, { ...input, personId, venueId: await venueOf(ctx, input.place) })
  return input.place
}

async function venueOf(ctx: Ctx, place: string): Promise<string> {
  const [kind, id = ''] = place.split(':')
  const found = kind === 'forum' ? await forumVenue(ctx, id) : await contributionFor(ctx, id)
  return found.venue.id
}

export async function showDraft(ctx: Ctx, place: string): Promise<{ draft: DraftView | null }> {
  return { draft: await findDraft(ctx.tx, ctx.actor.personId, place) }
}

export async function viewDrafts(ctx: Ctx): Promise<{ drafts: DraftView[] }> {
  return { drafts: await findDrafts(ctx.tx, ctx.actor.personId) }
}
