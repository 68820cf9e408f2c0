import { type ComponentProps, lazy, Suspense } from 'react'

// What few people open of a contribution loads when they do.
const Edit = lazy(() => import('./lazy/EditForm.tsx').then((found) => ({ default: found.EditForm })))
const Versions = lazy(() => import('./lazy/VersionsDialog.tsx').then((found) => ({ default: found.VersionsDialog })))
const Language = lazy(() => import('./lazy/LanguageDialog.tsx').then((found) => ({ default: found.LanguageDialog })))
const Quote = lazy(() => import('./lazy/QuoteSelection.tsx').then((found) => ({ default: found.QuoteSelection })))

/** Edits my contribution in its place. */
export function EditForm(props: ComponentProps<typeof Edit>) {
  return (
    <Suspense>
      <Edit {...props} />
    </Suspense>
  )
}

/** What was written before. */
export function VersionsDialog(props: ComponentProps<typeof Versions>) {
  return (
    <Suspense>
      <Versions {...props} />
    </Suspense>
  )
}

/** Corrects the language that was detected. */
export function LanguageDialog(props: ComponentProps<typeof Language>) {
  return (
    <Suspense>
      <Language {...props} />
    </Suspense>
  )
}

/** Offers to quote what is selected. */
export function QuoteSelection(props: ComponentProps<typeof Quote>) {
  return (
    <Suspense>
      <Quote {...props} />
    </Suspense>
  )
}
