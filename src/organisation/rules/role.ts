import type { HubRole } from '../../kernel/index.ts'

const RANK: Readonly<Record<HubRole, number>> = { guest: 0, member: 1, host: 2 }

/** The role after an invitation was accepted: it never takes anything away, and a member never becomes a guest. */
export function roleAfter(had: HubRole | undefined, invited: HubRole, isGuest: boolean): HubRole {
  const gained = invited === 'guest' && !isGuest ? 'member' : invited
  return had !== undefined && RANK[had] >= RANK[gained] ? had : gained
}
