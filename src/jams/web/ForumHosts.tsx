import { Avatar } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { say } from './say.ts'

/** Who hosts a forum. */
export function ForumHosts({ hosts }: { hosts: JamView['hosts'] }) {
  if (hosts.length === 0) return null
  return (
    <p className="forum-hosts">
      <span className="quiet-text">{say('jams.hosted-by')}</span>
      {hosts.map((host) => (
        <span key={host.id} className="forum-host">
          <Avatar id={host.id} name={host.name ?? '?'} size="s" />
          {host.name ?? say('jams.somebody')}
        </span>
      ))}
    </p>
  )
}
