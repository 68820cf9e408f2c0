import { Suspense } from 'react'
import { Families, Glossary, SeldomRead, Themes, Unsorted } from '../../themes/web/index.ts'
import { Loading, type PageProps, useSearchParam } from '../../web-kit/index.ts'
import { JamFrame } from './JamFrame.tsx'
import { jamPath, themePlacesOf } from './jam-places.ts'

/** The shape of a jam: its themes as map, table and list, what stands in none, what few have read, its
 *  families across languages, or its glossary. */
export function JamThemesPage({ params: { jamId } }: PageProps<'jamId'>) {
  const [part] = useSearchParam('part')
  const all = jamPath(jamId, 'themes')
  const places = themePlacesOf(all)
  return (
    <JamFrame jamId={jamId}>
      {(view) => {
        if (part === 'unsorted' || part === 'seldom') {
          return (
            <Suspense fallback={<Loading cards={3} />}>
              {part === 'unsorted' && <Unsorted venueId={jamId} may={view.may} />}
              {part === 'seldom' && <SeldomRead venueId={jamId} all={all} may={view.may} />}
            </Suspense>
          )
        }
        if (part === 'families') return <Families venueId={jamId} all={all} places={places} />
        if (part === 'glossary') return <Glossary venueId={jamId} all={all} />
        return <Themes venueId={jamId} places={places} />
      }}
    </JamFrame>
  )
}
