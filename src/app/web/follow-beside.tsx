import { Suspense } from 'react'
import { lazyPart, type PutBeside } from '../../web-kit/index.ts'
import { learnWords } from './language.ts'

const FollowButton = lazyPart(async () => {
  const [{ FollowButton }] = await Promise.all([import('../../catch-up/web/index.ts'), learnWords('catch-up')])
  return FollowButton
})

const KINDS = ['theme', 'forum', 'person', 'hub'] as const

/** Beside themes, forums, people and hubs: the button that follows them. */
export const followBeside: PutBeside = (kind, id) => {
  const known = KINDS.find((one) => one === kind)
  if (!known) return null
  return (
    <Suspense>
      <FollowButton kind={known} target={id} />
    </Suspense>
  )
}
