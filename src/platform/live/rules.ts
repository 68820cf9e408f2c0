import type { SequencedEvent } from '../events.ts'

/** Whose streams an event may concern: those of a person, of a session, of topics, or all (a rare change of rights). */
export type Concerned = {
  readonly everyone?: boolean
  readonly personId?: string | null
  readonly sessionId?: string | null
  readonly topics?: readonly string[]
}

/** What the modules say about their events; the composition root puts it together. */
export type LiveRules = {
  /** For each type of event the facts that may travel. A type that is not named never leaves the server. */
  readonly travels: Readonly<Record<string, readonly string[]>>
  /** Types whose facts are a state (counts as they stand now): of each thing (`id`) only the last of a tick travels. */
  readonly latest?: readonly string[]
  /** Kinds of topics that a whole jam watches, such as `venue`: one frame a second instead of four. */
  readonly wholeKinds?: readonly string[]
  /** Types that are only counted in whole topics, because each one alone would be too many for everybody. */
  readonly counted?: readonly string[]
  /** Types after which the right to a stream is asked for again, at once. */
  readonly revocations?: Readonly<Record<string, (event: SequencedEvent) => Concerned>>
  /** May this audience hear of the event? Absent: whoever may subscribe to the topic may. */
  readonly isFor?: (event: SequencedEvent, audience: string) => boolean
}

/** Is the topic one that a whole jam watches? */
export function isWhole(rules: LiveRules, topic: string): boolean {
  return (rules.wholeKinds ?? []).includes(topic.slice(0, topic.indexOf(':')))
}

/** Whose streams the event may have taken a right from; undefined when it takes none. */
export function concernedBy(rules: LiveRules, event: SequencedEvent): Concerned | undefined {
  const revocation = rules.revocations?.[event.type]
  return revocation?.(event)
}
