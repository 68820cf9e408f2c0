import { type NearDuplicateOptions, openNearDuplicates } from './open-near-duplicates.ts'

/** A text as it is folded: the list is in the order of writing, each id once. */
export type FoldableText<Id> = { readonly id: Id; readonly text: string }

/** Where a text stands in a fold; `similarity` is that to the fold's `origin`. */
export type FoldMember<Id> = { readonly id: Id; readonly similarity: number }

/** Texts that say nearly the same. `origin` is the text that all members were compared with; `head` is the one that
 *  stands for them, the earliest that is not apart. Members are in the order of writing, the head among them. */
export type Fold<Id> = { readonly origin: Id; readonly head: Id; readonly members: readonly FoldMember<Id>[] }

/**
 * Groups near-duplicates: in the order of writing, a text joins the most similar of the texts that already stand for
 * others or for themselves (ties: the earliest), else it stands for itself. Members attract nobody: each is a near-duplicate
 * of the origin, so that a chain of small changes never drifts into one fold. Folds of one text are left out.
 * Deterministic; copies by the thousand take the time of as many different texts.
 */
export function foldDuplicates<Id extends string | number>(
  texts: readonly FoldableText<Id>[],
  options: NearDuplicateOptions = {},
): Fold<Id>[] {
  const origins = openNearDuplicates<Id>({ ...options, most: 1 })
  const folds = new Map<Id, FoldMember<Id>[]>()
  for (const { id, text } of texts) {
    const nearest = origins.addUnlessNear(id, text)
    if (nearest === undefined) folds.set(id, [{ id, similarity: 1 }])
    else folds.get(nearest.id)?.push({ id, similarity: nearest.similarity })
  }
  return [...folds]
    .filter(([, members]) => members.length > 1)
    .map(([origin, members]) => ({ origin, head: origin, members }))
}

/**
 * The folds without the texts that stand apart (an author unfolded her own, a host disagreed). Nothing else moves: another
 * text never changes its fold because of it, and the next earliest takes the place of a head. Folds that keep fewer than
 * two texts vanish. Pure, so that putting a text back is leaving it out of `apart`.
 */
export function takeApart<Id>(folds: readonly Fold<Id>[], apart: ReadonlySet<Id>): Fold<Id>[] {
  return folds.flatMap((fold) => {
    const members = fold.members.filter(({ id }) => !apart.has(id))
    const [first] = members
    return first === undefined || members.length < 2 ? [] : [{ origin: fold.origin, head: first.id, members }]
  })
}

/**
 * Distinct people of a fold: the union over its texts of those named by `peopleOf` (author, supporters). It is all that a
 * fold may add to a rank, however many texts it has. Texts without people add nobody.
 */
export function countFoldPeople<Id, Person>(fold: Fold<Id>, peopleOf: (id: Id) => Iterable<Person>): number {
  const people = new Set<Person>()
  for (const { id } of fold.members) for (const person of peopleOf(id)) people.add(person)
  return people.size
}
