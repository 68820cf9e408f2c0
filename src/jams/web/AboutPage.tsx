import { Avatar, Badge, Card, Day, Icon, type PageProps, Section, Time } from '../../web-kit/index.ts'
import type { JamView, Phase } from '../contract.ts'
import { JamAside } from './JamAside.tsx'
import { JamFrame } from './JamFrame.tsx'
import { stepsOf } from './phases.ts'
import { say, sayRich } from './say.ts'
import { useHasAside } from './use-media.ts'
import { viewerZone, zoneName } from './zone.ts'

/** The promise, what happens when, who takes part, and how everything is counted. */
export function AboutPage({ params }: PageProps<'jamId'>) {
  const hasAside = useHasAside()
  return (
    <JamFrame
      jamId={params.jamId}
      aside={(view) => <JamAside view={view} hasComposer={hasAside} withPromise={false} />}
    >
      {(view) => <About view={view} />}
    </JamFrame>
  )
}

export function About({ view }: { view: JamView }) {
  return (
    <div className="stack stack-wide about">
      <PromiseCardView view={view} />
      <Section title={say('jams.about.when')}>
        <p className="quiet-text">{say('jams.dates.zone', { zone: zoneName(viewerZone()) })}</p>
        <Course view={view} />
      </Section>
      {view.changes.length > 0 && (
        <Section title={say('jams.about.changes')}>
          <Changes changes={view.changes} />
        </Section>
      )}
      <Section title={say('jams.about.who')}>
        <Who view={view} />
      </Section>
      <Section title={say('jams.about.counts')}>
        <Definitions />
      </Section>
    </div>
  )
}

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
            {(phase === 'discuss' || phase === 'rate' || phase === 'report') && (
              <p className="coming">
                <Icon name="seed" size={15} />
                {say(`jams.phase.${phase}.coming`)}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function changeWords({ kind, phase }: JamView['changes'][number]): string {
  const name = say(`jams.phase.${phase}`)
  switch (kind) {
    case 'opened':
      return say('jams.change.opened')
    case 'moved':
      return say('jams.change.moved', { phase: name })
    case 'extended':
      return say('jams.change.extended.title', { phase: name })
    case 'closed-early':
      return say('jams.change.closed-early', { phase: name })
  }
}

function Changes({ changes }: Pick<JamView, 'changes'>) {
  return (
    <ul className="plain-list changes">
      {changes.map((change) => (
        <li key={`${change.at} ${change.kind}`}>
          <p>
            <b>{changeWords(change)}</b>{' '}
            {change.until &&
              change.kind === 'extended' &&
              sayRich('jams.change.until', { time: <Time at={change.until} as="absolute" /> })}
          </p>
          {change.reason && <p className="reading">{change.reason}</p>}
          <p className="quiet-text">
            {change.by ?? say('jams.change.clock')} · <Time at={change.at} as="both" />
          </p>
        </li>
      ))}
    </ul>
  )
}

function Who({ view }: { view: JamView }) {
  return (
    <dl className="who">
      <div>
        <dt>{say('jams.about.hubs')}</dt>
        <dd className="row">
          {view.audience.hubs.map((hub) => (
            <Badge key={hub.id}>{hub.name}</Badge>
          ))}
          {view.audience.guests && <Badge tone="pollen">{say('jams.about.guests')}</Badge>}
        </dd>
      </div>
      <div>
        <dt>{say('jams.about.reads')}</dt>
        <dd>{say(`jams.lobby.${view.lobby}.hint`)}</dd>
      </div>
      <div>
        <dt>{say('jams.hosts')}</dt>
        <dd className="row">
          {view.hosts.map((host) => (
            <span key={host.id} className="forum-host">
              <Avatar id={host.id} name={host.name ?? '?'} size="s" />
              {host.name ?? say('jams.somebody')}
            </span>
          ))}
        </dd>
      </div>
    </dl>
  )
}

const counted = ['people', 'hubs', 'contributions', 'replies', 'votes'] as const

function Definitions() {
  return (
    <dl className="who">
      {counted.map((what) => (
        <div key={what}>
          <dt>{say(`jams.counts.${what}.name`)}</dt>
          <dd>{say(`jams.counts.${what}.means`)}</dd>
        </div>
      ))}
    </dl>
  )
}
