import { type Actor, allowed, type Decision, refused } from '../../kernel/index.ts'

/** Hosts of the venue and owners fold and take apart. */
export function mayFold(actor: Actor, venue: { readonly hosting: boolean }): Decision {
  return actor.personId && (actor.owner || venue.hosting) ? allowed : refused('folds.only-hosts-fold')
}

/** Whoever wrote a contribution lets it stand on its own, at any time. */
export function mayStandAlone(actor: Actor, written: { readonly authorId: string | null }): Decision {
  return actor.personId && written.authorId === actor.personId ? allowed : refused('folds.not-yours')
}

type Undoing = { readonly kind: string; readonly byPerson: string; readonly undone: boolean }

/** What a host did any host undoes; what an author wants she alone takes back. */
export function mayUndo(actor: Actor, venue: { readonly hosting: boolean }, act: Undoing): Decision {
  if (act.undone) return refused('folds.undone-already')
  if (act.kind !== 'alone') return mayFold(actor, venue)
  return actor.personId === act.byPerson ? allowed : refused('folds.only-its-author')
}
