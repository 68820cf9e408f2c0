import { Badge } from '../../web-kit/index.ts'
import type { Role } from './api.ts'
import { say } from './say.ts'

/** The word for a role. */
export function roleName(role: Role): string {
  return say(`role.${role}`)
}

/** A person's or my own role in a hub; guests are always marked. */
export function RoleBadge({
  role,
  guest = false,
  owner = false,
}: {
  role: Role | null
  guest?: boolean
  owner?: boolean
}) {
  if (owner) return <Badge tone="sky">{say('role.owner')}</Badge>
  if (guest || role === 'guest') return <Badge tone="pollen">{say('role.guest')}</Badge>
  if (role === 'host') return <Badge tone="leaf">{say('role.host')}</Badge>
  return role === 'member' ? <Badge>{say('role.member')}</Badge> : null
}
