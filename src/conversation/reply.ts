import { ensure, Refusal } from '../kernel/index.ts'
import { type Ctx, newId, renderMarkdown, type Written } from '../platform/index.ts'
import type { ContributionView, ReplyKind } from './contract.ts'
import { contributionFor } from './find-place.ts'
import { languageOf } from './language-of.ts'
import { mayReply } from './rules/may.ts'
import { MAX_REPLIES, placeUnder } from './rules/thread-path.ts'
import type { ContributionRow } from './store/contributions.ts'
import { forgetDrafts } from './store/drafts.ts'
import { countReply, insertContribution } from './store/writing.ts'
import { tell } from './tell.ts'

export type Reply = { contributionId: string; kind: ReplyKind; body: string; language?: string }

/** Answers a contribution or a reply and gives the new reply's id and view. */
export async function reply(ctx: Ctx, input: Reply): Promise<Written<ContributionView>> {
  const { contribution: parent, venue } = await contributionFor(ctx, input.contributionId)
  ensure(mayReply(ctx.actor, venue, ctx.now))
  if (parent.retractedAt) throw new Refusal('contribution.retracted', { status: 409 })
  const { personId } = ctx.actor
  const counted = await countUnder(ctx, parent)
  const id = newId()
  const answer = insertContribution(ctx.tx, {
    id,
    venueId: venue.id,
    forumId: parent.forumId,
    threadId: parent.threadId,
    parentId: parent.id,
    number: counted.number,
    ...placeUnder(parent, counted.number),
    kind: input.kind,
    authorId: personId,
    meetingId: null,
    title: null,
    body: input.body,
    html: renderMarkdown(input.body),
    language: input.language ?? languageOf(input.body, venue, ctx.actor),
    seed: false,
  })
  forgetDrafts(ctx.tx, `reply:${parent.id}`, [personId])
  const place = { venueId: venue.id, forumId: parent.forumId, threadId: parent.threadId }
  const facts = { id, ...place, parentId: parent.id, ...counted }
  await tell(ctx.tx, { type: 'reply.posted', facts }, { ...place, by: personId })
  return { reference: id, answer }
}

/** Counts on the root first (which gives the number and orders the replies of a thread), then on the answered reply. */
async function countUnder(ctx: Ctx, parent: ContributionRow) {
  const root = await countReply(ctx.tx, parent.threadId)
  if (root.replies > MAX_REPLIES) throw new Refusal('thread.full', { status: 409, values: { most: MAX_REPLIES } })
  const own = parent.id === parent.threadId ? root : await countReply(ctx.tx, parent.id)
  return {
    number: root.replies,
    replies: root.replies,
    rootRevision: root.revision,
    parentReplies: own.replies,
    parentRevision: own.revision,
  }
}
