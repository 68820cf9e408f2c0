import { Avatar, Badge, Beside, Link, type PageProps, Section, Time } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { Course, PromiseCardView } from './AboutParts.tsx'
import { JamAside } from './JamAside.tsx'
import { JamFrame } from './JamFrame.tsx'
import { jamPath } from './jam-places.ts'
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
      <Beside kind="promise-card" id={view.jam.id} />
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
        <p>
          {say('jams.about.apart')} <Link to={jamPath(view.jam.id, 'meetings')}>{say('jams.about.meetings')}</Link>
        </p>
      </Section>
    </div>
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
