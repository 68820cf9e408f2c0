import { type Actor, allowed, type Decision, refused } from '../../kernel/index.ts'

/** Hosts of the venue and owners shape themes; everybody else reads them. */
export function mayShape(actor: Actor, venue: { readonly hosting: boolean }): Decision {
  return actor.personId && (actor.owner || venue.hosting) ? allowed : refused('themes.only-hosts-shape')
}

/** Whether two themes of two languages are one subject is said by hosts who read both. */
export function mayJudge(
  actor: Actor,
  venue: { readonly hosting: boolean },
  { reads, languages }: { readonly reads: readonly string[]; readonly languages: readonly string[] },
): Decision {
  const shape = mayShape(actor, venue)
  if (!shape.ok) return shape
  return languages.every((language) => reads.includes(language)) ? allowed : refused('themes.not-your-languages')
}
