import { type Actor, type AnswerOf, type Decision, hostsHub } from '../kernel/index.ts'
import { type Ctx, mayOf } from '../platform/index.ts'
import type { HubView, organisationContract } from './contract.ts'
import { mayJoin, mayLeave, mayLookAfter } from './rules/may.ts'
import { hasRoomBelow, inReadingOrder } from './rules/tree.ts'
import { findChildren, findHubFor, findHubNames, findHubsFor, type HubRow } from './store/hubs.ts'
import { findHosts, findPlace } from './store/people.ts'

type Contract = typeof organisationContract

/** What the hub is to the asker. */
type Place = Pick<HubView, 'role' | 'home'>

const placeOf = (actor: Actor, hubId: string): Place => ({
  role: actor.roles[hubId] ?? null,
  home: actor.homeHubId === hubId,
})

function hubView(hub: HubRow, place: Place): HubView {
  const { id, parentId, name, timeZone, people, guests, imported } = hub
  return { id, parentId, name, locales: [...hub.locales], timeZone, people, guests, imported, ...place }
}

/** The tree, parents before children; guests get the hubs they were invited to and the names of those above. */
export async function viewHubs({ tx, actor }: Ctx): Promise<AnswerOf<Contract['GET /api/hubs']>> {
  const hubs = inReadingOrder(await findHubsFor(tx, actor), actor.locale)
  const addUnder = hubs.filter((hub) => hostsHub(actor, hub.path) && hasRoomBelow(hub.path)).map((hub) => hub.id)
  return { hubs: hubs.map((hub) => hubView(hub, placeOf(actor, hub.id))), may: { addUnder } }
}

/** One hub alone: the answer after a change, which may have been a change of the asker's own place in it. */
export async function viewHubAlone({ tx, actor }: Ctx, hubId: string): Promise<HubView> {
  const hub = await findHubFor(tx, actor, hubId)
  return hubView(hub, await findPlace(tx, actor.personId, hubId))
}

/** The page of a hub. A guest sees its hosts and no sub-hubs but those they were invited to. */
export async function viewHub(
  ctx: Ctx,
  { hubId }: { hubId: string },
): Promise<AnswerOf<Contract['GET /api/hubs/:hubId']>> {
  const { tx, actor } = ctx
  const hub = await findHubFor(tx, actor, hubId)
  const names = new Map((await findHubNames(tx, hub.path)).map(({ id, name }) => [id, name]))
  const below = await findChildren(tx, hubId)
  const children = actor.guest ? below.filter((child) => actor.roles[child.id] !== undefined) : below
  const lookAfter = mayLookAfter(actor, hub.path)
  const may = (decision: Decision) => mayOf(ctx, decision)
  return {
    hub: hubView(hub, placeOf(actor, hubId)),
    path: hub.path.map((id) => ({ id, name: names.get(id) ?? '' })),
    children: children.map((child) => hubView(child, placeOf(actor, child.id))),
    hosts: await findHosts(tx, hubId),
    may: {
      edit: may(lookAfter),
      invite: may(lookAfter),
      join: may(mayJoin(actor, hubId)),
      leave: may(mayLeave(actor, hubId)),
      addHub: may(lookAfter),
      changeRoles: may(lookAfter),
    },
  }
}
