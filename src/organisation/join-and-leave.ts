import { ensure, type InputOf } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { organisationContract } from './contract.ts'
import { mayJoin, mayLeave } from './rules/may.ts'
import { findHubFor } from './store/hubs.ts'
import { deleteMembership, saveHome, saveMembership } from './store/people.ts'
import { tell } from './tell.ts'

type Contract = typeof organisationContract

/** A member joins a hub and may make it their home; who is in it already keeps their role. Guests are refused. */
export async function joinHub({ tx, actor }: Ctx, input: InputOf<Contract['PUT /api/hubs/:hubId/membership']>) {
  const { personId } = actor
  const { id: hubId } = await findHubFor(tx, actor, input.hubId)
  const isIn = !actor.guest && actor.roles[hubId] !== undefined
  if (!isIn) {
    ensure(mayJoin(actor, hubId))
    await saveMembership(tx, { personId, hubId, role: 'member' })
    const facts = { personId, hubId, role: 'member' }
    await tell(tx, { type: 'membership.begun', facts }, { hubs: [hubId], about: personId, by: personId })
  }
  if (input.home) await saveHome(tx, personId, hubId)
  return hubId
}

/** Leaves a hub; what only this let the person read is cut. The home hub is left by choosing another home first. */
export async function leaveHub({ tx, actor }: Ctx, input: InputOf<Contract['DELETE /api/hubs/:hubId/membership']>) {
  const { personId } = actor
  const { id: hubId } = await findHubFor(tx, actor, input.hubId)
  ensure(mayLeave(actor, hubId))
  await deleteMembership(tx, personId, hubId)
  const facts = { personId, hubId }
  await tell(tx, { type: 'membership.ended', facts }, { hubs: [hubId], about: personId, by: personId })
  return hubId
}
