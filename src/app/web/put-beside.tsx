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
const PollsAt = lazyPart(async () => {
  const [{ PollsAt }] = await Promise.all([import('../../polls/web/index.ts'), learnWords('polls')])
  return PollsAt
})
const RecordOfPromises = lazyPart(async () => {
  const [{ Record }] = await Promise.all([import('../../promises/web/index.ts'), learnWords('promises')])
  return Record
})

const FOLLOWED = ['theme', 'forum', 'person', 'hub'] as const
const PLACES: Readonly<Record<string, 'thread' | 'theme'>> = { 'asked-in-thread': 'thread', 'asked-of-theme': 'theme' }

/** Beside what is promised of a jam: what became of the sponsor's earlier promises; beside the threads of a closed one: where
 *  its report uses them; in threads and themes: what hosts ask there. */
export const putBeside: PutBeside = (kind, id, within) => {
  const place = PLACES[kind]
  return (
    <Suspense>
      {kind === 'closed-thread' && <UsedInReport contributionId={id} />}
      {kind === 'promise-card' && <RecordOfPromises jamId={id} />}
      {place && within && <PollsAt venueId={within} place={place} placeId={id} />}
    </Suspense>
  )
}

/** The same for people who are signed in; and beside themes, forums, people and hubs the button that follows them. */
export const putBesideForPeople: PutBeside = (kind, id, within) => {
  const known = FOLLOWED.find((one) => one === kind)
  if (!known) return putBeside(kind, id, within)
  return (
    <Suspense>
      <FollowButton kind={known} target={id} />
    </Suspense>
  )
}
