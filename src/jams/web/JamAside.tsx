import type { ContributionView } from '../../conversation/contract.ts'
import { ContributionComposer, type ForumChoice } from '../../conversation/web/index.ts'
import { Count, Day, Icon, Link } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { jamPath, placesOf } from './jam-places.ts'
import { say, sayRich } from './say.ts'

/** Beside the conversation: the place to write, where others write, and what becomes of it. */
export function JamAside({
  view,
  forums = view.forums,
  onPosted = () => undefined,
  hasComposer,
  withPromise = true,
}: {
  view: JamView
  /** The forums one can write in here. */
  forums?: readonly ForumChoice[]
  onPosted?: (item: ContributionView) => void
  hasComposer: boolean
  withPromise?: boolean
}) {
  return (
    <>
      {hasComposer && forums.length > 0 && view.jam.phase !== 'prepare' && (
        <section className="stack stack-tight">
          <h2>{say('jams.add-your-voice')}</h2>
          <ContributionComposer forums={forums} may={view.may.contribute} onPosted={onPosted} />
        </section>
      )}
      {view.forums.length > 1 && <ForumsNow view={view} />}
      {withPromise && <PromiseInShort view={view} />}
    </>
  )
}

/** The forums with how much is said in each, drawn as bars. */
function ForumsNow({ view }: { view: JamView }) {
  const most = Math.max(1, ...view.forums.map((forum) => forum.contributions))
  const places = placesOf(view.jam.id)
  return (
    <section>
      <h2>{say('jams.forums-now')}</h2>
      <ul className="forums-now plain-list">
        {view.forums.map((forum) => (
          <li key={forum.id}>
            <Link to={places.forum(forum.id)}>{forum.title}</Link>
            <Count value={forum.contributions} />
            <progress max={most} value={forum.contributions} aria-hidden="true" />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PromiseInShort({ view }: { view: JamView }) {
  const { promise, jam } = view
  if (!promise) return null
  return (
    <section>
      <h2>{say('jams.promise')}</h2>
      <div className="promise-short">
        <Icon name="promise" />
        <p>
          {sayRich('jams.promise.short', { who: <b>{promise.decides}</b>, day: <Day date={promise.by} /> })}{' '}
          <Link to={jamPath(jam.id, 'about')}>{say('jams.promise.more')}</Link>
        </p>
      </div>
    </section>
  )
}
