import { type ComponentProps, Suspense } from 'react'
import { lazyPart } from '../../web-kit/index.ts'

const Notes = lazyPart(() => import('./ChangeNotes.tsx').then((found) => found.ChangeNotes))

/** What became of the themes, below what a page of themes begins with: it may come after it. */
export function ChangesBelow(props: ComponentProps<typeof Notes>) {
  return (
    <Suspense fallback={null}>
      <Notes {...props} />
    </Suspense>
  )
}
