import { Beside, Card, type PageProps, Section } from '../../web-kit/index.ts'
import type { HubPageView } from './api.ts'
import { HubFrame } from './HubFrame.tsx'
import { HubLine } from './HubLine.tsx'
import { PersonLine } from './PersonLine.tsx'
import { say } from './say.ts'

/** A hub at a glance: who looks after it, and the hubs below. */
export function HubPage({ params }: PageProps<'hubId'>) {
  return (
    <HubFrame hubId={params.hubId}>
      {(view) => (
        <>
          <div>
            <Beside kind="hub" id={params.hubId} />
          </div>
          <Hosts view={view} />
          <Below view={view} />
        </>
      )}
    </HubFrame>
  )
}

function Hosts({ view: { hosts } }: { view: HubPageView }) {
  return (
    <Section title={say('hub.hosts')}>
      {hosts.length === 0 ? (
        <p className="quiet-text">{say('hub.no-hosts')}</p>
      ) : (
        <Card>
          <ul className="people-list">
            {hosts.map((person) => (
              <PersonLine key={person.id} person={person} />
            ))}
          </ul>
        </Card>
      )}
    </Section>
  )
}

function Below({ view: { children } }: { view: HubPageView }) {
  return (
    <Section title={say('hub.below')}>
      {children.length === 0 ? (
        <p className="quiet-text">{say('hub.none-below')}</p>
      ) : (
        <Card>
          <ul className="hub-tree">
            {children.map((hub) => (
              <li key={hub.id}>
                <HubLine hub={hub} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  )
}
