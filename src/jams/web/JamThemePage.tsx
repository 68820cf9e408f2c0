import { ThemeInFull } from '../../themes/web/index.ts'
import type { PageProps } from '../../web-kit/index.ts'
import { JamFrame } from './JamFrame.tsx'
import { jamPath, themePlacesOf } from './jam-places.ts'

/** One theme of a jam. */
export function JamThemePage({ params: { jamId, themeId } }: PageProps<'jamId' | 'themeId'>) {
  const all = jamPath(jamId, 'themes')
  return (
    <JamFrame jamId={jamId}>
      {(view) => <ThemeInFull venueId={jamId} themeId={themeId} all={all} places={themePlacesOf(all)} may={view.may} />}
    </JamFrame>
  )
}
