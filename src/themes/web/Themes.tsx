import { Await, Empty, Link, NewWaits, Time, useMedia } from '../../web-kit/index.ts'
import type { ThemesView } from '../contract.ts'
import { ChangesBelow } from './ChangesBelow.tsx'
import { AcrossLanguages } from './FamilyParts.tsx'
import { MostActive, Progress } from './Progress.tsx'
import { say, sayRich } from './say.ts'
import { ThemeList } from './ThemeList.tsx'
import { ThemeMap } from './ThemeMap.tsx'
import { ThemeTable } from './ThemeTable.tsx'
import type { ThemePlaces } from './theme-places.ts'
import { useThemes, type Waiting } from './use-themes.ts'

/** The themes of a conversation: map, table, lenses, what changed. What is new waits until it is asked for. */
export function Themes({ venueId, places }: { venueId: string; places: ThemePlaces }) {
  const { themes, waiting, show, changed } = useThemes(venueId)
  return (
    <Await of={themes}>
      {(view) => (
        <div className="stack">
          <NewWaits sentence={newIn(waiting)} onShow={show} />
          {view.themes.length === 0 ? (
            <Empty icon="jams" title={say('themes.none.title')}>
              {say('themes.none.text')}
            </Empty>
          ) : (
            <Found view={view} places={places} />
          )}
          {view.unsorted > 0 && (
            <p>
              <Link to={places.unsorted}>{say('themes.unsorted', { count: view.unsorted })}</Link>
            </p>
          )}
          {view.may.shape.ok && view.contributions > 0 && (
            <p>
              <Link to={places.seldom}>{say('themes.seldom.way')}</Link>
            </p>
          )}
          <AcrossLanguages venueId={venueId} places={places} />
          <ChangesBelow
            changes={view.changes}
            pathOf={places.theme}
            onChanged={view.may.shape.ok ? changed : undefined}
          />
        </div>
      )}
    </Await>
  )
}

/** On a phone the list comes first: the picture there says little that its words do not. */
function Found({ view, places }: { view: ThemesView; places: ThemePlaces }) {
  const isNarrow = useMedia('(max-width: 640px)')
  const list = <ThemeList key="list" view={view} pathOf={places.theme} />
  const picture = (
    <div key="picture" className="stack stack-tight">
      <ThemeMap view={view} pathOf={places.theme} />
      <ThemeTable view={view} pathOf={places.theme} />
    </div>
  )
  return (
    <>
      <p className="theme-lead">{say('themes.lead')}</p>
      {isNarrow ? [list, picture] : [picture, list]}
      <Progress view={view} />
      <MostActive view={view} />
      <p className="row quiet-text">
        {view.computedAt && (
          <span>{sayRich('themes.computed', { time: <Time at={view.computedAt} />, count: view.contributions })}</span>
        )}
        <a href="/method">{say('themes.method')}</a>
      </p>
    </>
  )
}

function newIn({ anew, placed }: Waiting): string | null {
  if (anew) return say('themes.anew')
  return placed > 0 ? say('themes.placed', { count: placed }) : null
}
