import { Opinions } from '../../opinions/web/index.ts'
import type { PageProps } from '../../web-kit/index.ts'
import { JamFrame } from './JamFrame.tsx'

/** How the people of a jam stand to each other by their votes. */
export function JamOpinionsPage({ params: { jamId } }: PageProps<'jamId'>) {
  return <JamFrame jamId={jamId}>{(view) => <Opinions venueId={jamId} may={view.may} />}</JamFrame>
}
