/** What a person is in one hub. A guest comes from outside and sees only what is opened to guests. */
export type HubRole = 'member' | 'host' | 'guest'

/** Who acts: loaded once at the opening of each transaction. `personId` is null for somebody who has not signed in. */
export type Actor = {
  readonly personId: string | null
  readonly sessionId: string | null
  readonly name: string
  readonly locale: string
  readonly timeZone: string
  /** Owner of the organisation. */
  readonly owner: boolean
  /** Came from outside: carries the guest badge everywhere. */
  readonly guest: boolean
  readonly homeHubId: string | null
  /** The hubs the person belongs to, with the role there. */
  readonly roles: Readonly<Record<string, HubRole>>
  /** Hubs in which the person counts as a member: their own and every hub above. */
  readonly reach: readonly string[]
  /** The same for hubs where the person is a guest. */
  readonly guestReach: readonly string[]
}

/** An actor behind a session: what every route gets that is not open to anyone. */
export type SignedInActor = Actor & { readonly personId: string }

/** Somebody who has not signed in: belongs to no hub, owns nothing and is treated as a guest. English and UTC until the
 *  request says otherwise. */
export const nobody: Actor = {
  personId: null,
  sessionId: null,
  name: '',
  locale: 'en',
  timeZone: 'UTC',
  owner: false,
  guest: true,
  homeHubId: null,
  roles: {},
  reach: [],
  guestReach: [],
}

/** Is the actor a host of this hub, of one above it, or an owner? `path` is the hub with all its ancestors. */
export function hostsHub(actor: Actor, path: readonly string[]): boolean {
  return actor.owner || path.some((hubId) => actor.roles[hubId] === 'host')
}
