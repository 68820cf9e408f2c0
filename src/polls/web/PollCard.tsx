import { useState } from 'react'
import { Badge, Button, Confirm, Facts, Link, Note, Time } from '../../web-kit/index.ts'
import type { PollView } from '../contract.ts'
import { api } from './api.ts'
import { Outcome } from './Outcome.tsx'
import { PollBallot } from './PollBallot.tsx'
import { say, sayRich } from './say.ts'

type Props = {
  readonly poll: PollView
  readonly onChanged: () => void
  /** The page lists polls of many places: say where this one was asked. */
  readonly withPlace?: boolean
}

/** One poll: to vote in while it is open, and what came out once it is over. */
export function PollCard({ poll, onChanged, withPlace = false }: Props) {
  const { question, state, kind, may } = poll
  return (
    <article className="card poll" aria-label={question}>
      <h3 className="poll-question reading">{question}</h3>
      <Facts>
        <Badge tone={state === 'open' ? 'leaf' : 'plain'}>{say(`polls.state.${state}`)}</Badge>
        <span>{say(`polls.kind.${kind}`)}</span>
        <Asked poll={poll} />
        <Ends poll={poll} />
      </Facts>
      {withPlace && <Place poll={poll} />}
      {state === 'open' && <PollBallot poll={poll} onChanged={onChanged} />}
      {state === 'counting' && <Note icon="clock">{say('polls.counting')}</Note>}
      {state === 'ended' && <Outcome poll={poll} />}
      {may.end.ok && <HostTools poll={poll} onChanged={onChanged} />}
    </article>
  )
}

function Asked({ poll: { by, askedAt } }: { poll: PollView }) {
  const time = <Time at={askedAt} />
  return (
    <span>{by === null ? sayRich('polls.asked.hosts', { time }) : sayRich('polls.asked', { name: by, time })}</span>
  )
}

function Ends({ poll: { state, endsAt, endedAt, endedBy } }: { poll: PollView }) {
  if (endedAt) {
    const time = <Time at={endedAt} />
    return <span>{endedBy === 'host' ? sayRich('polls.ended.host', { time }) : sayRich('polls.ended', { time })}</span>
  }
  if (state !== 'open') return null
  return <span>{endsAt ? sayRich('polls.ends', { time: <Time at={endsAt} /> }) : say('polls.ends.jam')}</span>
}

function Place({ poll: { at, venueId } }: { poll: PollView }) {
  if (at.title === null) return null
  const to = `/jams/${venueId}/${at.place === 'theme' ? 'themes' : 'threads'}/${at.id}`
  return (
    <p className="poll-place">
      <Link to={to}>{say(`polls.in.${at.place}`, { title: at.title })}</Link>
    </p>
  )
}

type Asking = 'end' | 'withdraw'

function HostTools({ poll, onChanged }: { poll: PollView; onChanged: () => void }) {
  const [asking, ask] = useState<Asking | null>(null)
  const send = api.useSend('POST /api/polls/:pollId/end')
  const end = (withdraw: boolean) =>
    send.mutate(
      { pollId: poll.id, withdraw },
      {
        onSuccess: () => {
          ask(null)
          onChanged()
        },
      },
    )
  return (
    <div className="row">
      <Button small icon="clock" onPress={() => ask('end')}>
        {say('polls.end')}
      </Button>
      <Button small kind="quiet" onPress={() => ask('withdraw')}>
        {say('polls.withdraw')}
      </Button>
      {asking && (
        <Confirm
          title={say(`polls.${asking}.title`)}
          action={say(`polls.${asking}`)}
          kind={asking === 'withdraw' ? 'danger' : 'primary'}
          busy={send.isPending}
          error={send.error}
          onConfirm={() => end(asking === 'withdraw')}
          onClose={() => ask(null)}
        >
          {say(`polls.${asking}.text`)}
        </Confirm>
      )}
    </div>
  )
}
