import { type Actor, allowed, type Decision, refused } from '../../kernel/index.ts'

/** What decisions about reach need to know of a jam. */
export type Reaching = { readonly hosting: boolean; readonly phase: string }

/** Hosts and owners see how far a jam reaches: they can do something about it. */
export function maySeeReach(actor: Actor, jam: Reaching): Decision {
  return actor.personId && (actor.owner || jam.hosting) ? allowed : refused('reach.only-hosts')
}

/** A hub is nudged while people can still take part. */
export function mayNudge(actor: Actor, jam: Reaching): Decision {
  const see = maySeeReach(actor, jam)
  if (!see.ok) return see
  return jam.phase === 'discuss' || jam.phase === 'rate' ? allowed : refused('reach.not-running')
}

export type Nudged = {
  readonly takesPart: boolean
  readonly hosts: number
  readonly nudgedAt: Date | null
}

/** One letter to the hosts of a hub in so long. */
export const AGAIN_MS = 24 * 3_600_000

/** A hub of the jam with hosts, and not twice within a day. */
export function mayNudgeHub({ takesPart, hosts, nudgedAt }: Nudged, now: Date): Decision {
  if (!takesPart) return refused('reach.not-its-hub')
  if (hosts === 0) return refused('reach.no-hosts')
  if (nudgedAt && now.getTime() - nudgedAt.getTime() < AGAIN_MS) return refused('reach.nudged-already')
  return allowed
}
