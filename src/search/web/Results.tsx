import { KindLabel } from '../../conversation/web/index.ts'
import { Button, Empty, Link, Loading, Time } from '../../web-kit/index.ts'
import type { Found, SearchView } from '../contract.ts'
import { say } from './say.ts'

type Props = {
  /** Undefined: the first is on its way. */
  readonly pages: readonly SearchView[] | undefined
  /** What stands there was found by other words. */
  readonly isOld: boolean
  readonly isMoreComing: boolean
  readonly onMore: () => void
}

/** What was found, with the way to where it stands. */
export function Results({ pages, isOld, isMoreComing, onMore }: Props) {
  const [first] = pages ?? []
  if (!pages || !first) return <Loading cards={3} />
  if (!first.asked) return <p className="quiet-text">{say('search.unasked')}</p>
  const found = pages.flatMap((page) => page.found)
  const hasMore = pages.at(-1)?.next !== null
  if (found.length === 0) return <Nothing isWithin={first.within !== null} />
  return (
    <section aria-busy={isOld || undefined} className="stack search-found" aria-labelledby="search-found">
      <h2 id="search-found" className="visually-hidden">
        {say('search.results')}
      </h2>
      <p role="status" className="quiet-text">
        {say(hasMore ? 'search.status.more' : 'search.status', { count: found.length })}
      </p>
      <ol className="plain-list">
        {found.map((one) => (
          <OneFound key={one.id} found={one} />
        ))}
      </ol>
      {hasMore && (
        <Button busy={isMoreComing} onPress={onMore}>
          {say('search.more')}
        </Button>
      )}
    </section>
  )
}

function Nothing({ isWithin }: { isWithin: boolean }) {
  return (
    <div role="status">
      <Empty icon="search" title={say('search.none.title')}>
        {say(isWithin ? 'search.none.within' : 'search.none.text')}
      </Empty>
    </div>
  )
}

function OneFound({ found }: { found: Found }) {
  const { title, excerpt, language, author, place, forum, kind, postedAt } = found
  const isSaid = excerpt.length > 0
  const lang = language === 'und' ? undefined : language
  return (
    <li className="found">
      {title && (
        <h3 dir="auto" lang={lang}>
          <Link to={addressOf(found)}>
            <Marked pieces={title} />
          </Link>
        </h3>
      )}
      {isSaid && (
        <p className="reading" dir="auto" lang={lang}>
          {title ? (
            <Marked pieces={excerpt} />
          ) : (
            <Link to={addressOf(found)}>
              <Marked pieces={excerpt} />
            </Link>
          )}
        </p>
      )}
      <p className="quiet-text found-where">
        {kind !== 'contribution' && <KindLabel kind={kind} />}
        {author && <span>{author.hub ? `${author.name} · ${author.hub}` : author.name}</span>}
        <Time at={postedAt} />
        <span>
          {place.kind === 'promise' ? say('search.about-promise', { title: place.title }) : place.title}
          {forum && `, ${say('search.forum', { forum })}`}
        </span>
      </p>
    </li>
  )
}

function Marked({ pieces }: { pieces: Found['excerpt'] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place
  return pieces.map(({ text, found }, at) => (found ? <mark key={at}>{text}</mark> : text))
}

/** Its thread, at the answer where it is one. */
function addressOf({ id, threadId, place }: Found): string {
  const at = id === threadId ? '' : `?at=${id}`
  return `/${place.kind === 'jam' ? 'jams' : 'promises'}/${place.id}/threads/${threadId}${at}`
}
