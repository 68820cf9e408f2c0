import './hubs.css'
import { Badge, Link } from '../../web-kit/index.ts'
import { type Hub, isOnlyImported } from './api.ts'
import { RoleBadge } from './roles.tsx'
import { say } from './say.ts'

/** A hub in a list: its name, how many people, and what I am there. */
export function HubLine({ hub }: { hub: Hub }) {
  return (
    <span className="hub-line">
      <Link to={`/hubs/${hub.id}`}>{hub.name}</Link>
      <span className="quiet-text">
        {[
          ...(isOnlyImported(hub) ? [] : [say('hubs.people', { count: hub.people })]),
          ...(hub.guests > 0 ? [say('hubs.guests', { count: hub.guests })] : []),
          ...(hub.imported > 0 ? [say('hubs.imported', { count: hub.imported })] : []),
        ].join(' · ')}
      </span>
      {hub.home ? <Badge tone="leaf">{say('hubs.home')}</Badge> : <RoleBadge role={hub.role} />}
    </span>
  )
}
