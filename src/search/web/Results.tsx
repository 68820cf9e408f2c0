import type { ReactNode } from 'react'
import { KindLabel } from '../../conversation/web/index.ts'
import { Empty, Link, Loading, Time } from '../../web-kit/index.ts'
import type { Found, SearchView } from '../contract.ts'
import { say } from './say.ts'

type Props = {
  /** Undefined: nothing was asked, or the first is on its way. */
  readonly pages: readonly SearchView[] | undefined
  /** The first is on its way. */
  readonly isComing: boolean
  /** What stands there was found by other words. */
  readonly isOld: boolean
  /** The way to more, where there is more. */
  readonly children?: ReactNode
}

/** What was found, with the way to where it stands. Its status is there before its words, so that they are read out. */
export function Results({ pages, isComing, isOld, children }: Props) {
  const found = pages?.flatMap((page) => page.found) ?? []
  const sentence = sentenceFor(pages, found.length)
  const isNothing = pages?.[0]?.asked === true && found.length === 0 && !hasMore(pages)
  return (
    <>
      <p role="status" className={isNothing ? 'visually-hidden' : 'quiet-text'}>
        {sentence}
      </p>
      {isComing && <Loading cards={3} />}
      {isNothing && (
        <Empty icon="search" title={sentence}>
          {say(isWithin(pages) ? 'search.none.within.text' : 'search.none.text')}
        </Empty>
      )}
      {found.length > 0 && (
        <section aria-busy={isOld || undefined} className="stack search-found" aria-labelledby="search-found">
          <h2 id="search-found" className="visually-hidden">
            {say('search.results')}
          </h2>
          <ol className="plain-list">
            {found.map((one) => (
              <OneFound key={one.id} found={one} />
            ))}
          </ol>
          {children}
        </section>
      )}
    </>
  )
}

export const hasMore = (pages: readonly SearchView[] | undefined): boolean => Boolean(pages?.at(-1)?.next)
const isWithin = (pages: readonly SearchView[] | undefined): boolean => Boolean(pages?.[0]?.within)

function sentenceFor(pages: readonly SearchView[] | undefined, count: number): string {
  if (!pages?.[0]) return ''
  if (!pages[0].asked) return say('search.unasked')
  if (hasMore(pages)) return say('search.status.more', { count })
  if (count > 0) return say('search.status', { count })
  return say(isWithin(pages) ? 'search.none.within' : 'search.none.title')
}

function OneFound({ found }: { found: Found }) {
  const { title, excerpt, language, author, place, forum, kind, postedAt } = found
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
      {excerpt.length > 0 && (
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
