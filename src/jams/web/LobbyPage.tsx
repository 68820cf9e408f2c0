import './jam.css'
import './desk.css'
import './lobby.css'
import { ReadContribution } from '../../conversation/web/index.ts'
import { LinkButton, Time } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { Course, PromiseCardView } from './AboutParts.tsx'
import { ForumHosts } from './ForumHosts.tsx'
import { JamFacts, PhaseBar } from './JamHeader.tsx'
import { jamPath } from './jam-places.ts'
import { LastChange } from './LastChange.tsx'
import { type LobbyLinks, type LobbyProps, lobbyPath } from './lobby-view.ts'
import { say, sayRich } from './say.ts'

/** The lobby of a jam: everything to read, as plain HTML without JavaScript; from here one goes in to take part. */
export function LobbyPage({ view, order, links }: LobbyProps) {
  const { jam, forums } = view
  const shown = order === 'active' ? view.mostActive : view.latest
  return (
    <div className="lobby">
      <LobbyHead jam={jam} links={links} />
      <PhaseBar view={jam} />
      <LastChange view={jam} isFront />
      <PromiseCardView view={jam} />
      <section>
        <h2>{say('jams.tab.forums')}</h2>
        <ul className="lobby-forums plain-list">
          {forums.map((forum) => (
            <li key={forum.id}>
              <h3>{forum.title}</h3>
              <p className="reading forum-question">{forum.question}</p>
              <p className="quiet-text">
                {say('jams.counts.contributions', { count: forum.contributions })} ·{' '}
                {say('jams.counts.replies', { count: forum.replies })}
              </p>
              <ForumHosts hosts={forum.hosts} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <div className="lobby-bar">
          <h2>{say('jams.tab.latest')}</h2>
          <nav aria-label={say('jams.order')}>
            {(['recent', 'active'] as const).map((one) => (
              <a
                key={one}
                href={lobbyPath(links, undefined, { order: one })}
                aria-current={one === order ? 'true' : undefined}
              >
                {say(`jams.order.${one}`)}
              </a>
            ))}
          </nav>
        </div>
        {shown.length === 0 && <p className="quiet-text">{say('jams.feed.empty.wait')}</p>}
        <ul className="plain-list lobby-list">
          {shown.map((item) => (
            <li key={item.id} className="card card-raised">
              <ReadContribution item={{ ...item, mine: false }} to={lobbyPath(links, item.id)} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say('jams.about.when')}</h2>
        <Course view={jam} />
      </section>
    </div>
  )
}

/** The question, how it stands, and the way in. */
export function LobbyHead({ jam, links }: { jam: JamView; links: LobbyLinks }) {
  const languages = [
    ['en', 'English'],
    ['de', 'Deutsch'],
  ] as const
  return (
    <header className="lobby-head">
      <nav className="lobby-languages" aria-label={say('jams.lobby.languages')}>
        {languages.map(([language, name]) => (
          <a key={language} href={lobbyPath({ ...links, language })} lang={language} hrefLang={language}>
            {name}
          </a>
        ))}
      </nav>
      <p className="quiet-text">{sayRich('jams.lobby.of', { title: jam.jam.title })}</p>
      <h1>{jam.jam.question}</h1>
      <JamFacts jam={jam.jam} />
      <p className="quiet-text">{sayRich('jams.lobby.as-of', { time: <Time at={jam.now} as="absolute" /> })}</p>
      <div className="row">
        <LinkButton kind="primary" to={jamPath(jam.jam.id)}>
          {say(jam.jam.phase === 'discuss' || jam.jam.phase === 'rate' ? 'jams.lobby.take-part' : 'jams.lobby.enter')}
        </LinkButton>
      </div>
    </header>
  )
}
