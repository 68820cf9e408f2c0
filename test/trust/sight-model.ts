/** Who sees what, said once more in plain TypeScript: nothing here comes from the code that decides it. */

export type HubModel = { readonly id: string; readonly parent: string | null; readonly word: string }
export type Role = 'member' | 'host' | 'guest'
export type Somebody = {
  readonly name: string
  readonly id: string | null
  readonly token: string | null
  readonly owner: boolean
  readonly guest: boolean
  readonly roles: Map<string, Role>
  /** Words of drafts by their place. */
  readonly drafts: Map<string, string>
}
export type JamModel = {
  readonly id: string
  readonly word: string
  readonly forum: { readonly id: string; readonly word: string }
  readonly hosts: Set<string>
  audience: Set<string>
  guests: boolean
  lobby: 'members' | 'link' | 'public'
  link: string | null
  phase: 'prepare' | 'discuss' | 'report'
}
export type PostModel = {
  readonly id: string
  readonly jam: string
  /** The contribution at the root; null for a root. */
  readonly root: string | null
  readonly author: string
  /** The word of each version; the last is the present one. Empty once retracted. */
  words: string[]
}
export type Sight = {
  readonly hubs: HubModel[]
  readonly people: Somebody[]
  readonly jams: JamModel[]
  readonly posts: PostModel[]
  readonly invitations: { readonly hub: string; readonly word: string }[]
}

/** The hub with all that lie above it. */
export function upFrom(sight: Sight, hubId: string): string[] {
  const hub = sight.hubs.find(({ id }) => id === hubId)
  return hub ? [hub.id, ...(hub.parent ? upFrom(sight, hub.parent) : [])] : []
}

/** A member of a hub belongs to all that lie above it, and to none beside or below. */
function belongs(sight: Sight, who: Somebody, hubs: ReadonlySet<string>, asGuest: boolean): boolean {
  return [...who.roles].some(
    ([hub, role]) => (role === 'guest') === asGuest && upFrom(sight, hub).some((id) => hubs.has(id)),
  )
}

export function runs(who: Somebody, jam: JamModel): boolean {
  return who.id !== null && (who.owner || jam.hosts.has(who.id))
}

export function sees(sight: Sight, who: Somebody, jam: JamModel, withLink = false): boolean {
  if (runs(who, jam)) return true
  if (jam.phase === 'prepare') return false
  if (jam.lobby === 'public' || (jam.lobby === 'link' && withLink)) return true
  return belongs(sight, who, jam.audience, false) || (jam.guests && belongs(sight, who, jam.audience, true))
}

/** Hosts of a hub look after all below it. */
export function looksAfter(sight: Sight, who: Somebody, hubId: string): boolean {
  return who.owner || upFrom(sight, hubId).some((id) => who.roles.get(id) === 'host')
}

/** Members see every hub; a guest those they were invited to. */
export function seesHub(who: Somebody, hubId: string): boolean {
  return who.owner || !who.guest || who.roles.has(hubId)
}

export const present = (post: PostModel): string[] => post.words.slice(-1)
