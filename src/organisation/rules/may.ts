import { type Actor, allowed, type Decision, type HubRole, hostsHub, refused } from '../../kernel/index.ts'

type Path = readonly string[]

/** A person as far as roles in hubs depend on them. */
export type Somebody = { readonly owner: boolean; readonly guest: boolean }

/** Administration of the organisation as a whole. */
export function mayAdminister(actor: Actor): Decision {
  return actor.owner ? allowed : refused('organisation.only-owners')
}

/** Change a hub, add hubs under it, look after its people and invitations: its hosts, hosts above, owners. */
export function mayLookAfter(actor: Actor, path: Path): Decision {
  return hostsHub(actor, path) ? allowed : refused('hub.only-hosts')
}

/** See who the people of a hub or of the organisation are. */
export function maySeePeople(actor: Actor): Decision {
  return actor.guest ? refused('people.not-for-guests') : allowed
}

/** Join as a member on one's own. Guests come by invitation only. */
export function mayJoin(actor: Actor, hubId: string): Decision {
  if (actor.guest) return refused('hub.guests-by-invitation')
  return actor.roles[hubId] === undefined ? allowed : refused('hub.already-in')
}

/** Leave a hub. The home hub is left by choosing another home. */
export function mayLeave(actor: Actor, hubId: string): Decision {
  if (actor.roles[hubId] === undefined) return refused('hub.not-in')
  return actor.homeHubId === hubId ? refused('hub.home-stays') : allowed
}

/** Give a person another role in a hub. Guests stay guests until they accept a member's invitation, members never
 *  become guests: the badge tells where somebody comes from, not what they may do. */
export function mayGiveRole(actor: Actor, path: Path, given: { person: Somebody; role: HubRole }): Decision {
  if (!hostsHub(actor, path)) return refused('hub.only-hosts')
  if (given.person.guest && given.role !== 'guest') return refused('role.guest-stays-guest')
  if (!given.person.guest && given.role === 'guest') return refused('role.member-stays-member')
  return allowed
}

/** Take a person out of a hub. */
export function mayRemove(actor: Actor, path: Path, person: Somebody): Decision {
  if (!hostsHub(actor, path)) return refused('hub.only-hosts')
  return person.owner && !actor.owner ? refused('person.owner-stays') : allowed
}

/** Start jams somewhere: owners, and hosts of any hub. */
export function mayStartJams(actor: Actor): boolean {
  return actor.owner || Object.values(actor.roles).includes('host')
}
