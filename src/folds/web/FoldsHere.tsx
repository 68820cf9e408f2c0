import './folds.css'
import type { ReactNode } from 'react'
import { type ItemNote, ItemNoteContext } from '../../conversation/web/index.ts'
import { Button } from '../../web-kit/index.ts'
import { FoldNote } from './FoldNote.tsx'
import { say } from './say.ts'
import { type FoldPlaces, FoldPlacesContext, useLiveFolds, usePicked } from './use-folds.ts'

const noteOf: ItemNote = (item, shownIn) =>
  item.parentId === null && !item.retracted ? <FoldNote item={item} shownIn={shownIn} /> : null

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
