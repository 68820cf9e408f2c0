import type { Fold, FoldView } from './contract.ts'

/** What live says of a fold, with the facts that travel (events.ts). */
export type LiveEvent = { readonly type: 'folds.changed' } & Fold

/** A fold in a list after an event, as in `applyEvent`; null: it is no more. */
export function foldAfter(fold: Fold | null, { type: _, ...told }: LiveEvent): Fold | null {
  if (fold?.id !== told.id || told.revision <= fold.revision) return fold
  return told.texts > 1 ? told : null
}

/** What is shown of a fold after an event. Events may come twice and in any order: the greater revision is newer. In which
 *  fold a contribution stands is told by `contribution.folded`; then the view is fetched anew. */
export function applyEvent(view: FoldView, event: LiveEvent): FoldView {
  const fold = foldAfter(view.fold, event)
  return fold === view.fold ? view : { ...view, fold }
}
