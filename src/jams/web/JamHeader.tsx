import { Count, Facts, Icon, LiveDot, Time, TimeLeft, useNow } from '../../web-kit/index.ts'
import type { JamSummary, JamView } from '../contract.ts'
import { stepsOf } from './phases.ts'
import { say, sayRich } from './say.ts'

/** Live state, time left, and how many take part from where. */
export function JamFacts({ jam }: { jam: JamSummary }) {
  const { counts } = jam
  return (
    <Facts>
      <JamState jam={jam} />
      {jam.phase !== 'prepare' && (
        <>
          <span title={say('jams.counts.people.means')}>
            {sayRich('jams.people-from-hubs', {
              people: <b className="fact-number">{say('jams.counts.people', { count: counts.people })}</b>,
              hubs: say('jams.counts.hubs', { count: counts.hubs }),
            })}
          </span>
          <span title={say('jams.counts.contributions.means')}>
            {say('jams.counts.contributions', { count: counts.contributions })}
          </span>
          <span title={say('jams.counts.replies.means')}>{say('jams.counts.replies', { count: counts.replies })}</span>
          <span title={say('jams.counts.votes.means')}>{say('jams.counts.votes', { count: counts.votes })}</span>
        </>
      )}
      {jam.guests && <span>{say('jams.open-to-guests')}</span>}
    </Facts>
  )
}

/** In which phase it is, and until when. */
export function JamState({ jam }: { jam: JamSummary }) {
  const { phase, endsAt, dates } = jam
  if (phase === 'discuss' || phase === 'rate') {
    const word = say(phase === 'discuss' ? 'jams.state.live' : 'jams.state.rating')
    return (
      <LiveDot>
        <span>{endsAt ? sayRich('jams.state.left', { word, time: <TimeLeft until={endsAt} /> }) : word}</span>
      </LiveDot>
    )
  }
  if (phase === 'prepare') {
    return (
      <span className="jam-state">
        <Icon name="clock" size={16} />
        {dates.opensAt
          ? sayRich('jams.state.opens', { time: <Time at={dates.opensAt} as="both" /> })
          : say('jams.state.prepare')}
      </span>
    )
  }
  return (
    <span className="jam-state">
      <Icon name={phase === 'report' ? 'clock' : 'check'} size={16} />
      {say(phase === 'report' ? 'jams.state.report' : 'jams.state.archive')}
      {jam.closedAt && <span> · {sayRich('jams.state.closed', { time: <Time at={jam.closedAt} /> })}</span>}
    </span>
  )
}

/** The course of a jam, and where it stands. */
export function PhaseBar({ view }: { view: JamView }) {
  const now = useNow(10_000)
  return (
    <ol className="phases" aria-label={say('jams.phases')}>
      {stepsOf(view, now).map(({ phase, state, share }) => (
        <li key={phase} className={`phase phase-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <progress className="phase-bar" max={1} value={share} aria-hidden="true" />
          {say(`jams.phase.${phase}`)}
        </li>
      ))}
    </ol>
  )
}

export function Tally({ label, value }: { label: string; value: number }) {
  return (
    <div className="tally">
      <Count value={value} />
      <span>{label}</span>
    </div>
  )
}
