import { type Actor, allowed, type Decision, refused } from '../../kernel/index.ts'

/** What decisions about ideas need to know of a jam. */
export type IdeasJam = { readonly phase: string; readonly hosting: boolean }

/** Ideas are made, changed and consented to while people write: they are fixed from the beginning of rating. */
function isOpen({ phase }: IdeasJam): Decision {
  if (phase === 'prepare') return refused('ideas.not-open-yet')
  return phase === 'discuss' ? allowed : refused('ideas.fixed')
}

const isHost = (actor: Actor, jam: IdeasJam): boolean => actor.owner || jam.hosting

/** Hosts make ideas of anything, everybody else of what they wrote themselves. */
export function mayMakeIdea(actor: Actor, jam: IdeasJam, authors?: readonly (string | null)[]): Decision {
  if (!actor.personId) return refused('ideas.sign-in')
  const open = isOpen(jam)
  if (!open.ok || isHost(actor, jam)) return open
  return (authors ?? []).every((id) => id === actor.personId) ? allowed : refused('ideas.only-own')
}

/** Hosts change any idea, whoever made it hers. */
export function mayChangeIdea(actor: Actor, jam: IdeasJam, byMe: boolean): Decision {
  if (!actor.personId || !(isHost(actor, jam) || byMe)) return refused('ideas.not-yours')
  return isOpen(jam)
}

/** Whoever wrote what an idea comes from says whether it may stand, and may change her mind until rating begins; where her
 *  words were given a place kept for small voices, until it ends. */
export function mayConsent(
  actor: Actor,
  jam: IdeasJam,
  idea: { readonly wroteIt: boolean; readonly kept: boolean },
): Decision {
  if (!actor.personId || !idea.wroteIt) return refused('ideas.not-its-author')
  const inTime = isOpen(jam).ok || (idea.kept && jam.phase === 'rate')
  return inTime ? allowed : refused('ideas.answer-too-late')
}
