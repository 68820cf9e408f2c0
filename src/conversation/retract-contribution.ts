import { ensure } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { tellChanged } from './edit-contribution.ts'
import type { Gone } from './events.ts'
import { contributionFor } from './find-place.ts'
import { mayRetract } from './rules/may.ts'
import { eraseWords } from './store/writing.ts'

/** Takes one's own words back for good, at any time. What others wrote below stays, under a tombstone. */
export async function retractContribution(ctx: Ctx, input: { contributionId: string }): Promise<string> {
  const found = await contributionFor(ctx, input.contributionId, 'hold')
  ensure(mayRetract(ctx.actor, { venue: found.venue, written: found.contribution }))
  const { forumId, parentId } = found.contribution
  const gone: Gone = { forumId, what: parentId === null ? 'contributions' : 'replies' }
  const revision = await eraseWords(ctx.tx, input.contributionId, ctx.actor.personId)
  await tellChanged(ctx, found, { revision, gone })
  return input.contributionId
}
