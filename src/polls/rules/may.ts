import { type Actor, allowed, type Decision, refused } from '../../kernel/index.ts'

/** What decisions about polls need to know of a venue. */
export type Asking = {
  readonly visible: boolean
  readonly accepts: 'everything' | 'replies' | 'nothing'
  readonly acceptsUntil: Date | null
  readonly hosting: boolean
}

/** As the clock says, even when the phase has not moved yet. */
export function isOver({ visible, accepts, acceptsUntil }: Asking, now: Date): boolean {
  return !visible || accepts === 'nothing' || (acceptsUntil !== null && now >= acceptsUntil)
}

const hosts = (actor: Actor, venue: Asking): boolean => actor.personId !== null && (actor.owner || venue.hosting)

/** Hosts and owners ask, as long as the jam goes on: a poll has weight, and its words are in the report. */
export function mayAsk(actor: Actor, venue: Asking, now: Date): Decision {
  if (!hosts(actor, venue)) return refused('polls.only-hosts-ask')
  return isOver(venue, now) ? refused('polls.jam-closed') : allowed
}

export type Poll = {
  readonly endsAt: Date | null
  readonly endedAt: Date | null
  readonly counted: boolean
}

/** Where a poll stands, by the clock. It is over with its own end, or with the jam. */
export function stateOf(poll: Poll, venue: Asking, now: Date): 'open' | 'counting' | 'ended' {
  if (poll.counted) return 'ended'
  const over = poll.endedAt !== null || (poll.endsAt !== null && now >= poll.endsAt) || isOver(venue, now)
  return over ? 'counting' : 'open'
}

/** Hosts and owners end a poll, or withdraw it, while it is open. */
export function mayEnd(actor: Actor, venue: Asking, state: 'open' | 'counting' | 'ended'): Decision {
  if (!hosts(actor, venue)) return refused('polls.only-hosts-ask')
  return state === 'open' ? allowed : refused('polls.over')
}
