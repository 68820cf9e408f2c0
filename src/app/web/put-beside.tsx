import { Suspense } from 'react'
import { lazyPart, type PutBeside } from '../../web-kit/index.ts'
import { learnWords } from './language.ts'

const FollowButton = lazyPart(async () => {
  const [{ FollowButton }] = await Promise.all([import('../../catch-up/web/index.ts'), learnWords('catch-up')])
  return FollowButton
})
const UsedInReport = lazyPart(async () => {
  const [{ UsedInReport }] = await Promise.all([import('../../reports/web/index.ts'), learnWords('reports')])
  return UsedInReport
})

const KINDS = ['theme', 'forum', 'person', 'hub'] as const

/** Beside the threads of a closed jam: where its report uses them. */
export const putBeside: PutBeside = (kind, id) =>
  kind === 'closed-thread' ? (
    <Suspense>
      <UsedInReport contributionId={id} />
    </Suspense>
  ) : null

/** The same for people who are signed in; and beside themes, forums, people and hubs the button that follows them. */
export const putBesideForPeople: PutBeside = (kind, id) => {
  const known = KINDS.find((one) => one === kind)
  if (!known) return putBeside(kind, id)
  return (
    <Suspense>
      <FollowButton kind={known} target={id} />
    </Suspense>
  )
}
