import { type ComponentProps, lazy, Suspense } from 'react'

// Below what a page of themes begins with: it may come after it.
const Across = lazy(() => import('./Families.tsx').then((found) => ({ default: found.AcrossLanguages })))
const Others = lazy(() => import('./Families.tsx').then((found) => ({ default: found.InOtherLanguages })))

/** Families of themes of several languages. */
export function AcrossLanguages(props: ComponentProps<typeof Across>) {
  return (
    <Suspense fallback={null}>
      <Across {...props} />
    </Suspense>
  )
}

/** What one theme is called in other languages. */
export function InOtherLanguages(props: ComponentProps<typeof Others>) {
  return (
    <Suspense fallback={null}>
      <Others {...props} />
    </Suspense>
  )
}
