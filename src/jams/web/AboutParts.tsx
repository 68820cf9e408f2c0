import { Badge, Card, Day, Icon, Link, Time } from '../../web-kit/index.ts'
import type { JamView, Phase } from '../contract.ts'
import { jamPath } from './jam-places.ts'
import { stepsOf } from './phases.ts'
import { say, sayRich } from './say.ts'

/** The promise card, as everybody sees it. */
export function PromiseCardView({ view }: { view: JamView }) {
  const { promise } = view
  return (
    <Card as="section" aria-labelledby="promise">
      <div className="promise-head">
        <Icon name="promise" size={28} />
        <h2 id="promise">{say('jams.promise')}</h2>
      </div>
      {promise ? (
        <>
          <p className="reading promise-text">{promise.text}</p>
          <dl className="promise-facts">
            <div>
              <dt>{say('jams.promise.decides')}</dt>
              <dd>{promise.decides}</dd>
            </div>
            <div>
              <dt>{say('jams.promise.by')}</dt>
              <dd>
                <Day date={promise.by} />
              </dd>
            </div>
          </dl>
        </>
      ) : (
        <p className="quiet-text">{say('jams.promise.none')}</p>
      )}
    </Card>
  )
}

/** When each phase begins; null when it is not set, or lies behind. */
function beginOf(view: JamView, phase: Phase): string | null {
  const { dates, openedAt, closedAt } = view.jam
  const entered = view.changes.find((change) => change.phase === phase && change.kind !== 'extended')?.at
  if (entered) return entered
  const planned = {
    prepare: null,
    discuss: openedAt ?? dates.opensAt,
    rate: dates.rateAt,
    report: closedAt ?? dates.closesAt,
    archive: dates.archiveAt,
  }
  return planned[phase]
}

export function Course({ view }: { view: JamView }) {
  return (
    <ol className="course plain-list">
      {stepsOf(view, Date.parse(view.now)).map(({ phase, state }) => {
        const begins = beginOf(view, phase)
        return (
          <li key={phase} className={`course-step course-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <h3>
              {say(`jams.phase.${phase}`)}
              {state === 'now' && <Badge tone="leaf">{say('jams.phase.now')}</Badge>}
            </h3>
            {phase !== 'prepare' && (
              <p className="quiet-text">
                {begins
                  ? sayRich('jams.phase.from', { time: <Time at={begins} as="both" /> })
                  : say('jams.phase.by-hand')}
              </p>
            )}
            <p>{say(`jams.phase.${phase}.means`)}</p>
            {phase === 'report' && (
              <p className="coming">
                <Icon name="seed" size={15} />
                {state === 'ahead' ? (
                  say('jams.phase.report.coming')
                ) : (
                  <Link to={jamPath(view.jam.id, 'report')}>{say('jams.phase.report.there')}</Link>
                )}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
