import { FoldInFull } from '../../folds/web/index.ts'
import type { PageProps } from '../../web-kit/index.ts'
import { JamFrame } from './JamFrame.tsx'

/** The contributions of a jam that say nearly the same as one of them. */
export function JamFoldPage({ params: { jamId, contributionId } }: PageProps<'jamId' | 'contributionId'>) {
  return <JamFrame jamId={jamId}>{({ may }) => <FoldInFull contributionId={contributionId} may={may} />}</JamFrame>
}
