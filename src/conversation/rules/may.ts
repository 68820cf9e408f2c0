import { type Actor, allowed, type Decision, refused } from '../../kernel/index.ts'

/** What a decision needs to know of a venue. `hubs` take part, `hosting`: the actor is one of its hosts. */
export type Venue = {
  readonly id: string
  readonly visible: boolean
  readonly guests: boolean
  readonly accepts: 'everything' | 'replies' | 'nothing'
  readonly acceptsUntil: Date | null
  readonly hubs: readonly string[]
  readonly hosting: boolean
  /** The languages of the hub it belongs to. */
  readonly locales: readonly string[]
}

export type Written = {
  readonly authorId: string | null
  readonly retractedAt: Date | null
  /** It was said at a meeting: nobody wrote it. */
  readonly fromMeeting: boolean
}

/** May the actor write, reply and vote here at all? Reading alone (a public lobby) is not taking part. */
export function takesPart(actor: Actor, venue: Venue): Decision {
  if (!actor.personId) return refused('venue.sign-in-to-take-part')
  if (actor.owner || venue.hosting) return allowed
  if (venue.hubs.some((hub) => actor.reach.includes(hub))) return allowed
  if (venue.hubs.some((hub) => actor.guestReach.includes(hub))) {
    return venue.guests ? allowed : refused('venue.not-for-guests')
  }
  return refused('venue.not-for-your-hubs')
}

/** The clock refuses even when the phase has not moved yet. */
function isClosed(venue: Venue, now: Date): boolean {
  return !venue.visible || venue.accepts === 'nothing' || (venue.acceptsUntil !== null && now >= venue.acceptsUntil)
}

export function mayContribute(actor: Actor, venue: Venue, now: Date): Decision {
  const part = takesPart(actor, venue)
  if (!part.ok) return part
  if (isClosed(venue, now)) return refused(venue.visible ? 'venue.closed' : 'venue.not-open-yet')
  return venue.accepts === 'everything' ? allowed : refused('venue.no-new-contributions')
}

/** Replying and voting go on while contributions no longer do. */
export function mayReply(actor: Actor, venue: Venue, now: Date): Decision {
  const part = takesPart(actor, venue)
  if (!part.ok) return part
  if (isClosed(venue, now)) return refused(venue.visible ? 'venue.closed' : 'venue.not-open-yet')
  return allowed
}

/** Votes are given, changed and taken back for as long as the conversation goes on. */
export function mayVote(actor: Actor, venue: Venue, now: Date): Decision {
  return mayReply(actor, venue, now)
}

/** Hosts put seeds into a venue before it opens. */
export function maySeed(actor: Actor, venue: Venue): Decision {
  if (!actor.owner && !venue.hosting) return refused('venue.only-hosts-seed')
  return venue.visible ? refused('venue.seeds-before-opening') : allowed
}

/** Words may change as long as the conversation goes on; a seed also while the jam is being prepared. */
export function mayEdit(actor: Actor, { venue, written }: { venue: Venue; written: Written }, now: Date): Decision {
  if (!actor.personId || written.authorId !== actor.personId) return refused('contribution.not-yours')
  if (written.retractedAt) return refused('contribution.retracted')
  if (!venue.visible) return allowed // a seed, while the jam is being prepared
  return isClosed(venue, now) ? refused('venue.closed') : allowed
}

/** The language of a text is corrected by whoever wrote it, as long as words may change, and by hosts at any time. */
export function mayCorrectLanguage(
  actor: Actor,
  { venue, written }: { venue: Venue; written: Written },
  now: Date,
): Decision {
  const hosts = actor.personId !== null && (actor.owner || venue.hosting)
  if (!hosts) return mayEdit(actor, { venue, written }, now)
  return written.retractedAt ? refused('contribution.retracted') : allowed
}

/** Hosts enter what was said at a meeting, as long as others contribute. */
export function mayEnterMeeting(actor: Actor, venue: Venue, now: Date): Decision {
  if (!actor.personId || !(actor.owner || venue.hosting)) return refused('meeting.only-hosts-enter')
  return mayContribute(actor, venue, now)
}

/** One's own words may be taken back at any time, in the archive too; what a meeting said, by hosts for those who were there. */
export function mayRetract(actor: Actor, { venue, written }: { venue: Venue; written: Written }): Decision {
  const isOwn = actor.personId !== null && written.authorId === actor.personId
  const forMeeting = actor.personId !== null && written.fromMeeting && (actor.owner || venue.hosting)
  if (!isOwn && !forMeeting) return refused('contribution.not-yours')
  return written.retractedAt ? refused('contribution.retracted') : allowed
}
