import { type ComponentProps, Suspense } from 'react'
import { lazyPart } from '../../web-kit/index.ts'

// What few people open of a contribution loads when they do.
const Edit = lazyPart(() => import('./lazy/EditForm.tsx').then((found) => found.EditForm))
const Versions = lazyPart(() => import('./lazy/VersionsDialog.tsx').then((found) => found.VersionsDialog))
const Language = lazyPart(() => import('./lazy/LanguageDialog.tsx').then((found) => found.LanguageDialog))
const Quote = lazyPart(() => import('./lazy/QuoteSelection.tsx').then((found) => found.QuoteSelection))

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
