import './folds.css'
import { type ReactNode, Suspense } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import { type ItemNote, ItemNoteContext, type ShownIn } from '../../conversation/web/index.ts'
import { Button, lazyPart } from '../../web-kit/index.ts'
import { say } from './say.ts'
import { type FoldPlaces, FoldPlacesContext, useLiveFolds, usePicked } from './use-folds.ts'

// Few contributions stand in a fold: what is said of it loads with the first that has something to say.
const FoldNote = lazyPart(() => import('./FoldNote.tsx').then((found) => found.FoldNote))

const noteOf: ItemNote = (item, shownIn) =>
  item.parentId === null && !item.retracted ? <NoteHere item={item} shownIn={shownIn} /> : null

function NoteHere({ item, shownIn }: { item: ContributionView; shownIn: ShownIn }) {
  const [picked] = usePicked(item.venueId)
  if (item.foldId === null && shownIn !== 'thread' && !picked) return null
  return (
    <Suspense>
      <FoldNote item={item} shownIn={shownIn} />
    </Suspense>
  )
}

/** Around a page of a venue: every contribution says with whom it stands, and hosts choose two to put together. */
export function FoldsHere({ venueId, places, children }: { venueId: string; places: FoldPlaces; children: ReactNode }) {
  useLiveFolds(venueId)
  return (
    <FoldPlacesContext value={places}>
      <ItemNoteContext value={noteOf}>
        {children}
        <PickedBar venueId={venueId} />
      </ItemNoteContext>
    </FoldPlacesContext>
  )
}

/** Says what was chosen, until the other one is. Stands over the page and moves nothing. */
function PickedBar({ venueId }: { venueId: string }) {
  const [picked, pick] = usePicked(venueId)
  return (
    <div role="status" className="fold-picked">
      {picked && (
        <div className="card row">
          <span>{say('folds.picked', { title: picked.title })}</span>
          <Button small onPress={() => pick(null)}>
            {say('folds.picked.cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}
