import type { Fold, FoldView } from './contract.ts'

/** What live says of a fold, with the facts that travel (events.ts). */
export type LiveEvent = { readonly type: 'folds.changed' } & Fold

/** What is shown of a fold after an event. Events may come twice and in any order: the greater revision is newer. In which
 *  fold a contribution stands is told by `contribution.folded`; then the view is fetched anew. */
export function applyEvent(view: FoldView, { type: _, ...told }: LiveEvent): FoldView {
  if (view.fold?.id !== told.id || told.revision <= view.fold.revision) return view
  return { ...view, fold: told.texts > 1 ? told : null }
}
