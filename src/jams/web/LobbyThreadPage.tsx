import './jam.css'
import './desk.css'
import './lobby.css'
import { ReadContribution } from '../../conversation/web/index.ts'
import { LinkButton } from '../../web-kit/index.ts'
import { placesOf } from './jam-places.ts'
import { type LobbyThreadProps, lobbyPath } from './lobby-view.ts'
import { say } from './say.ts'

/** A contribution with its replies by time, to read in the lobby without JavaScript. */
export function LobbyThreadPage({ jam, thread, links }: LobbyThreadProps) {
  const { root, items, next } = thread
  return (
    <div className="lobby">
      <header className="lobby-head">
        <p className="quiet-text">
          <a href={lobbyPath(links)}>{jam.jam.question}</a> / {thread.forum.title}
        </p>
        <h1 className="reading" dir="auto">
          {root.title ?? say('jams.thread.retracted')}
        </h1>
      </header>
      <div className="card card-raised">
        <ReadContribution item={{ ...root, title: null, mine: false }} />
      </div>
      <ol className="plain-list lobby-list" aria-label={say('jams.counts.replies', { count: root.replies })}>
        {items.map((item) => (
          <li key={item.id} className="card card-raised" id={`c-${item.id}`}>
            <ReadContribution item={{ ...item, mine: false }} />
          </li>
        ))}
      </ol>
      <div className="row">
        {next && (
          <LinkButton to={lobbyPath(links, root.id, { after: next })}>{say('jams.lobby.more-replies')}</LinkButton>
        )}
        <LinkButton kind="primary" to={placesOf(jam.jam.id).thread(root.id)}>
          {say('jams.lobby.answer')}
        </LinkButton>
      </div>
    </div>
  )
}
