import { type ComponentProps, Suspense } from 'react'
import { lazyPart } from '../../web-kit/index.ts'

// Few people shape themes: what they need for it loads for them alone.
const Bar = lazyPart(() => import('./lazy/ChooseBar.tsx').then((found) => found.ChooseBar))
const Tools = lazyPart(() => import('./lazy/ThemeTools.tsx').then((found) => found.ThemeTools))

/** Hosts choose contributions of the list below and put them elsewhere. */
export function ChooseBar(props: ComponentProps<typeof Bar>) {
  return (
    <Suspense fallback={null}>
      <Bar {...props} />
    </Suspense>
  )
}

/** What hosts do with a theme as a whole. */
export function ThemeTools(props: ComponentProps<typeof Tools>) {
  return (
    <Suspense fallback={null}>
      <Tools {...props} />
    </Suspense>
  )
}
