import './rating.css'
import { useQueryClient } from '@tanstack/react-query'
import { JamFrame } from '../../jams/web/index.ts'
import {
  Await,
  Button,
  Empty,
  LinkButton,
  Loading,
  type PageProps,
  Problem,
  Progress,
  Refused,
  Time,
} from '../../web-kit/index.ts'
import type { BallotView } from '../contract.ts'
import { api } from './api.ts'
import { resultsPath } from './places.ts'
import { Rated } from './Rated.tsx'
import { RateOne } from './RateOne.tsx'
import { say, sayRich } from './say.ts'

const BALLOT = 'GET /api/jams/:jamId/ballot'
const ASK_AGAIN_MS = 2_000

/** My ballot: one idea at a time. It is kept on the server and goes on where I left it, on any device. */
export function RatePage({ params: { jamId } }: PageProps<'jamId'>) {
  const client = useQueryClient()
  const ballot = api.useAnswer(BALLOT, { jamId })
  const changed = (view: BallotView) => {
    client.setQueryData(api.answerOf(BALLOT, { jamId }).queryKey, view)
    void client.invalidateQueries({ queryKey: ['GET /api/jams/:jamId/ballot/rated'] })
  }
  return (
    <JamFrame jamId={jamId}>
      {() => (
        <Await of={ballot} loading={<Loading cards={1} lines={5} />}>
          {(view) => (
            <Ballot view={view} onChanged={changed} onAgain={() => window.setTimeout(ballot.refetch, ASK_AGAIN_MS)} />
          )}
        </Await>
      )}
    </JamFrame>
  )
}

type BallotProps = {
  readonly view: BallotView
  readonly onChanged: (view: BallotView) => void
  readonly onAgain?: () => void
}

/** The ballot in each of its states. */
export function Ballot({ view, onChanged, onAgain }: BallotProps) {
  const { jamId, state, ideas, hand, answered, length, may } = view
  if (state === 'counted' || state === 'counting') return <IsOver jamId={jamId} state={state} />
  if (state !== 'open') {
    const text = say(state === 'before' ? 'rate.before' : 'rating.making')
    return (
      <Empty
        icon="clock"
        title={text}
        action={state === 'making' && <Button onPress={() => onAgain?.()}>{say('rate.again')}</Button>}
      >
        {say('rate.lead')}
      </Empty>
    )
  }
  if (!may.rate.ok) return <Refused because={may.rate} />
  if (ideas === 0) return <Empty title={say('rate.none')} />
  const [first, ...rest] = hand
  if (first) {
    return (
      <div className="stack rate">
        <Progress value={answered} max={length} label={say('rate.progress', { at: answered + 1, all: length })} />
        <RateOne key={first.id} jamId={jamId} idea={first} next={rest.length > 0} onChanged={onChanged} />
        <p className="quiet-text">{say('rate.pause')}</p>
        <Secret view={view} />
      </div>
    )
  }
  return answered < length ? <Begin view={view} onChanged={onChanged} /> : <Done view={view} onChanged={onChanged} />
}

function IsOver({ jamId, state }: { jamId: string; state: 'counted' | 'counting' }) {
  return (
    <Empty
      icon="check"
      title={say(`rating.${state}`)}
      action={<LinkButton to={resultsPath(jamId)}>{say('rate.to-results')}</LinkButton>}
    />
  )
}

function Begin({ view, onChanged }: BallotProps) {
  const send = api.useSend('POST /api/jams/:jamId/ballot')
  const begin = () => send.mutate({ jamId: view.jamId }, { onSuccess: onChanged })
  return (
    <div className="stack">
      <h2 className="rate-title">{say(view.answered > 0 ? 'rate.go-on.title' : 'rate.begin.title')}</h2>
      <p>{say('rate.begin.text', { count: view.length, all: view.ideas })}</p>
      <Secret view={view} />
      <div className="row">
        <Button kind="primary" icon="check" busy={send.isPending} onPress={begin}>
          {say(view.answered > 0 ? 'rate.go-on' : 'rate.begin')}
        </Button>
      </div>
      {send.error && <Problem error={send.error} />}
      <Rated view={view} onChanged={onChanged} />
    </div>
  )
}

function Done({ view, onChanged }: BallotProps) {
  return (
    <div className="stack">
      <Empty icon="check" title={say('rate.done.title')}>
        {say('rate.done.text', { rated: view.answered - view.skipped, skipped: view.skipped })}
        {view.until && <p>{sayRich('rate.done.until', { time: <Time at={view.until} as="both" /> })}</p>}
      </Empty>
      <Rated view={view} onChanged={onChanged} />
    </div>
  )
}

function Secret({ view }: { view: BallotView }) {
  return (
    <p className="quiet-text">
      {say('rate.secret')} {view.until && sayRich('rate.until', { time: <Time at={view.until} as="both" /> })}
    </p>
  )
}
