import { Card, Empty, Link, type PageProps, Time } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { ForumHosts } from './ForumHosts.tsx'
import { JamAside } from './JamAside.tsx'
import { JamFrame } from './JamFrame.tsx'
import { placesOf } from './jam-places.ts'
import { say, sayRich } from './say.ts'
import { useHasAside } from './use-media.ts'

/** The forums of a jam: each with one framing question and its hosts. */
export function JamForumsPage({ params }: PageProps<'jamId'>) {
  const hasAside = useHasAside()
  return (
    <JamFrame jamId={params.jamId} aside={(view) => <JamAside view={view} hasComposer={hasAside} />}>
      {(view) => <Forums view={view} />}
    </JamFrame>
  )
}

export function Forums({ view }: { view: JamView }) {
  if (view.forums.length === 0) {
    return (
      <Empty icon="speak" title={say('jams.forums.empty.title')}>
        {say('jams.forums.empty.text')}
      </Empty>
    )
  }
  const places = placesOf(view.jam.id)
  return (
    <ul className="forum-list plain-list">
      {view.forums.map((forum) => (
        <Card as="li" key={forum.id}>
          <h2>
            <Link to={places.forum(forum.id)}>{forum.title}</Link>
          </h2>
          <p className="reading forum-question">{forum.question}</p>
          <p className="row quiet-text">
            <span>{say('jams.counts.contributions', { count: forum.contributions })}</span>
            <span>{say('jams.counts.replies', { count: forum.replies })}</span>
            {forum.lastAt && <span>{sayRich('jams.forum.last', { time: <Time at={forum.lastAt} /> })}</span>}
          </p>
          <ForumHosts hosts={forum.hosts} />
        </Card>
      ))}
    </ul>
  )
}
