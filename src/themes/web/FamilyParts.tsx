import { type ComponentProps, Suspense } from 'react'
import { Loading, lazyPart } from '../../web-kit/index.ts'

const Whole = lazyPart(() => import('./Families.tsx').then((found) => found.Families))
const Terms = lazyPart(() => import('./Glossary.tsx').then((found) => found.Glossary))
// Below what a page of themes begins with: it may come after it.
const Across = lazyPart(() => import('./Families.tsx').then((found) => found.AcrossLanguages))
const Others = lazyPart(() => import('./Families.tsx').then((found) => found.InOtherLanguages))

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

/** All families, with what hosts say of them. */
export function Families(props: ComponentProps<typeof Whole>) {
  return (
    <Suspense fallback={<Loading cards={3} />}>
      <Whole {...props} />
    </Suspense>
  )
}

/** The terms of several languages that mean one thing. */
export function Glossary(props: ComponentProps<typeof Terms>) {
  return (
    <Suspense fallback={<Loading cards={3} />}>
      <Terms {...props} />
    </Suspense>
  )
}
