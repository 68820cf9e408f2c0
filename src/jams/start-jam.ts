import { createVenue } from '../conversation/index.ts'
import { ensure, notFound } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import { mayStart } from './rules/may.ts'
import { findHubPath, insertJam } from './store/jams.ts'

/** Begins to prepare a jam in a hub and gives its id. The actor becomes its first host; only hosts see it yet. */
export async function startJam(ctx: Ctx, input: { hubId: string; title: string; question: string }): Promise<string> {
  const { actor, tx } = ctx
  const path = await findHubPath(tx, input.hubId)
  const unseen = actor.guest && !actor.owner && !actor.guestReach.includes(input.hubId)
  if (!path || unseen) throw notFound()
  ensure(mayStart(actor, path))
  const id = newId()
  await createVenue(tx, { id, kind: 'jam', hubId: input.hubId, hostId: actor.personId })
  const { title, question } = input
  await insertJam(tx, { id, title: title.trim(), question: question.trim(), createdBy: actor.personId })
  return id
}
