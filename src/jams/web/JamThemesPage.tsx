import { Themes, Unsorted } from '../../themes/web/index.ts'
import { type PageProps, useSearchParam } from '../../web-kit/index.ts'
import { JamFrame } from './JamFrame.tsx'
import { jamPath, themePlacesOf } from './jam-places.ts'

/** The shape of a jam: its themes as map, table and list, or what stands in none. */
export function JamThemesPage({ params: { jamId } }: PageProps<'jamId'>) {
  const [part] = useSearchParam('part')
  return (
    <JamFrame jamId={jamId}>
      {(view) =>
        part === 'unsorted' ? (
          <Unsorted venueId={jamId} may={view.may} />
        ) : (
          <Themes venueId={jamId} places={themePlacesOf(jamPath(jamId, 'themes'))} />
        )
      }
    </JamFrame>
  )
}
