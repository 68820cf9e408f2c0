import './jam.css'
import { Await, Button, Card, Empty, Facts, Link, LinkButton, Page, Section } from '../../web-kit/index.ts'
import type { JamSummary } from '../contract.ts'
import { organisation } from './api.ts'
import { JamState } from './JamHeader.tsx'
import { jamPath } from './jam-places.ts'
import { say } from './say.ts'
import { useJams } from './use-jams.ts'

/** All jams I may see: running, coming, closed. */
export function JamsPage() {
  const jams = useJams()
  const me = organisation.useAnswer('GET /api/me').data
  const start = me?.may.startJam && (
    <LinkButton kind="primary" icon="plus" to="/jams/new">
      {say('jams.start')}
    </LinkButton>
  )
  return (
    <Page title={say('jams.title')} lead={say('jams.lead')} actions={start || undefined}>
      <Await of={jams.first}>
        {() => (
          <JamList
            jams={jams.all}
            mayStart={Boolean(me?.may.startJam)}
            more={
              jams.hasMore && (
                <Button busy={jams.isLoadingMore} onPress={jams.loadMore}>
                  {say('jams.more')}
                </Button>
              )
            }
          />
        )}
      </Await>
    </Page>
  )
}

const groups = [
  { key: 'live', phases: ['discuss', 'rate'] },
  { key: 'coming', phases: ['prepare'] },
  { key: 'closed', phases: ['report', 'archive'] },
] as const

export function JamList({
  jams,
  mayStart,
  more,
}: {
  jams: readonly JamSummary[]
  mayStart: boolean
  more?: React.ReactNode
}) {
  if (jams.length === 0) {
    return (
      <Empty
        icon="jams"
        title={say('jams.empty.title')}
        action={
          mayStart && (
            <LinkButton kind="primary" to="/jams/new">
              {say('jams.empty.start')}
            </LinkButton>
          )
        }
      >
        {say(mayStart ? 'jams.empty.may-start' : 'jams.empty.wait')}
      </Empty>
    )
  }
  return (
    <div className="stack stack-wide">
      {groups.map(({ key, phases }) => {
        const those = jams.filter((jam) => phases.some((phase) => phase === jam.phase))
        return those.length === 0 ? null : (
          <Section key={key} title={say(`jams.group.${key}`)}>
            <ul className="jam-list plain-list">
              {those.map((jam) => (
                <JamCard key={jam.id} jam={jam} />
              ))}
            </ul>
          </Section>
        )
      })}
      {more}
    </div>
  )
}

function JamCard({ jam }: { jam: JamSummary }) {
  const { counts } = jam
  const to = jamPath(jam.id, jam.phase === 'prepare' ? 'set-up' : undefined)
  return (
    <Card as="li">
      <p className="jam-card-top">
        <JamState jam={jam} />
        <span className="quiet-text">{jam.hub.name}</span>
      </p>
      <div>
        <p className="quiet-text">{jam.title}</p>
        <h3 className="jam-card-question">
          <Link to={to}>{jam.question}</Link>
        </h3>
      </div>
      {jam.phase !== 'prepare' && (
        <Facts>
          <span>{say('jams.counts.people', { count: counts.people })}</span>
          <span>{say('jams.counts.hubs', { count: counts.hubs })}</span>
          <span>{say('jams.counts.contributions', { count: counts.contributions })}</span>
          <span>{say('jams.counts.votes', { count: counts.votes })}</span>
          {jam.guests && <span>{say('jams.open-to-guests')}</span>}
          {jam.hosting && <span className="hosting">{say('jams.you-host')}</span>}
        </Facts>
      )}
    </Card>
  )
}
