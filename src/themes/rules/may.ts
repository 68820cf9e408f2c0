import { type Actor, allowed, type Decision, refused } from '../../kernel/index.ts'

/** Hosts of the venue and owners shape themes; everybody else reads them. */
export function mayShape(actor: Actor, venue: { readonly hosting: boolean }): Decision {
  return actor.personId && (actor.owner || venue.hosting) ? allowed : refused('themes.only-hosts-shape')
}
