import './polls.css'
import { Suspense, useState } from 'react'
import { Button, Link, lazyPart, Section } from '../../web-kit/index.ts'
import type { PollsView } from '../contract.ts'
import { PollCard } from './PollCard.tsx'
import type { PollPlace } from './poll-place.ts'
import { say } from './say.ts'
import { usePolls } from './use-polls.ts'

const AskPoll = lazyPart(() => import('./lazy/AskPoll.tsx').then((found) => found.AskPoll))

/** The polls of a thread or theme, and for hosts the way to ask one; nothing where there is neither. */
export function PollsAt({ venueId, place, placeId }: PollPlace) {
  const { polls, onChanged } = usePolls(venueId, placeId)
  if (!polls.data) return null
  return <PollsHere view={polls.data} at={{ venueId, place, placeId }} onChanged={onChanged} />
}

type HereProps = { readonly view: PollsView; readonly at: PollPlace; readonly onChanged: () => void }

export function PollsHere({ view, at, onChanged }: HereProps) {
  const [asking, ask] = useState(false)
  const { polls, may } = view
  if (polls.length === 0 && !may.ask.ok) return null
  const done = () => {
    ask(false)
    onChanged()
  }
  const content = (
    <>
      {polls.map((poll) => (
        // What I chose on another device is shown here too: the ballot begins with it.
        <PollCard key={`${poll.id} ${poll.mine.join()}`} poll={poll} onChanged={onChanged} />
      ))}
      {may.ask.ok && !asking && (
        <div className="row">
          <Button icon="plus" onPress={() => ask(true)}>
            {say('polls.ask')}
          </Button>
          <Link to={`/jams/${at.venueId}/polls`}>{say('polls.all')}</Link>
        </div>
      )}
      {asking && (
        <Suspense>
          <AskPoll at={at} onAsked={done} onClose={() => ask(false)} />
        </Suspense>
      )}
    </>
  )
  return polls.length > 0 ? (
    <Section title={say('polls.title')}>{content}</Section>
  ) : (
    <div className="stack stack-tight">{content}</div>
  )
}
