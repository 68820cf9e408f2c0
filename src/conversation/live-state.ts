import type { ContributionPage, ContributionView } from './contract.ts'
import { hear, isStale, refetched, withNews } from './rules/news.ts'
import type { FeedState, ThreadState } from './rules/page-state.ts'
import { placeInFeed } from './rules/place-contribution.ts'
import { placeOf } from './rules/place-reply.ts'

/** What live says to a page, each with the facts that travel (events.ts). */
export type LiveEvent =
  | { readonly type: 'contribution.posted'; readonly id: string; readonly forumId: string }
  | {
      readonly type: 'reply.posted'
      readonly id: string
      readonly threadId: string
      readonly parentId: string
      readonly number: number
      readonly replies: number
      readonly rootRevision: number
      readonly parentReplies: number
      readonly parentRevision: number
    }
  | {
      readonly type: 'contribution.voted'
      readonly id: string
      readonly agree: number
      readonly disagree: number
      readonly pass: number
      readonly revision: number
    }
  | { readonly type: 'contribution.changed' | 'contribution.folded'; readonly id: string; readonly revision: number }

export { type FeedState, feedOf, type ThreadState, threadOf, withOlder, withPage } from './rules/page-state.ts'

type State = FeedState | ThreadState

/** What the page shows after an event. Events may come twice and in any order: revisions decide, new ids only wait. */
export function applyEvent<S extends State>(state: S, event: LiveEvent): S {
  switch (event.type) {
    case 'contribution.posted':
      return waitsFor(state, event) ? waited(state, event.id) : state
    case 'reply.posted': {
      const told = heard(state, event.threadId, { replies: { revision: event.rootRevision, now: event.replies } })
      // An answer to the contribution itself is told once, with the count of the whole thread.
      const answered =
        event.parentId === event.threadId
          ? told
          : heard(told, event.parentId, { replies: { revision: event.parentRevision, now: event.parentReplies } })
      return waitsFor(answered, event) ? waited(answered, event.id) : answered
    }
    case 'contribution.voted': {
      const { agree, disagree, pass, revision } = event
      return heard(state, event.id, { votes: { revision, now: { agree, disagree, pass } } })
    }
    case 'contribution.changed':
    case 'contribution.folded':
      return heard(state, event.id, { changed: event.revision })
  }
}

function waitsFor(state: State, event: LiveEvent): boolean {
  if (event.type === 'reply.posted') return state.shape === 'thread' && state.root.id === event.threadId
  if (event.type !== 'contribution.posted' || state.shape !== 'feed') return false
  return state.forumId === null || state.forumId === event.forumId
}

function waited<S extends State>(state: S, id: string): S {
  const known = state.waiting.includes(id) || state.news.get(id)?.whole
  return known ? state : { ...state, waiting: [...state.waiting, id] }
}

function heard<S extends State>(state: S, id: string, what: Parameters<typeof hear>[2]): S {
  const news = hear(state.news, id, what)
  if (news === state.news) return state
  const told = { ...state, news, items: replaced(state.items, id, (item) => withNews(item, news)) }
  return 'root' in told && told.root.id === id ? { ...told, root: withNews(told.root, news) } : told
}

function replaced(
  items: readonly ContributionView[],
  id: string,
  change: (item: ContributionView) => ContributionView,
): readonly ContributionView[] {
  const at = items.findIndex((item) => item.id === id)
  const before = items[at]
  const after = before && change(before)
  return after === undefined || after === before ? items : items.with(at, after)
}

/** The ids in the page whose words changed since they were fetched. */
export function staleIds(state: State): string[] {
  const shown = state.shape === 'thread' ? [state.root, ...state.items] : state.items
  return shown.filter((item) => isStale(item.id, state.news)).map((item) => item.id)
}

/** What the page shows once views have been fetched by id (what waited, what changed, what I wrote): new ones take their
 *  place, known ones are replaced by newer views. `asked` are the ids of the request: those that did not come may no longer be seen. */
export function applyItems<S extends State>(
  state: S,
  fetched: readonly ContributionView[],
  asked: readonly string[] = [],
): S {
  const came = new Set(fetched.map((item) => item.id))
  const lost = new Set(asked.filter((id) => !came.has(id)))
  const kept = lost.size > 0 ? { ...state, waiting: state.waiting.filter((id) => !lost.has(id)) } : state
  const sorted = fetched.toSorted((a, b) => a.number - b.number)
  return settled(sorted.reduce<State>(applied, kept)) as S
}

/** A feed that was away for a while, beside its first page as it is now: known ones are replaced, new ones wait. */
export function caughtUp(state: FeedState, page: ContributionPage): FeedState {
  const known = new Set(state.items.map((item) => item.id))
  const told = applyItems(
    state,
    page.items.filter((item) => known.has(item.id)),
  )
  return page.items.reduceRight((next, item) => (isNewer(item, state) ? waited(next, item.id) : next), told)
}

// Older ones than the oldest in the page come by reading on, not as new.
function isNewer(item: ContributionView, state: FeedState): boolean {
  return placeInFeed(item, state) !== 'outside'
}

function applied(state: State, fetched: ContributionView): State {
  if (state.shape === 'thread' && fetched.id === state.root.id) {
    const { item, news } = refetched(state.root, fetched, state.news)
    return { ...state, root: item, news }
  }
  const shown = state.items.find((item) => item.id === fetched.id)
  const { item, news } = refetched(shown, fetched, state.news)
  const told = { ...state, news, waiting: state.waiting.filter((id) => id !== fetched.id) }
  if (shown) return { ...told, items: replaced(state.items, item.id, () => item) }
  return told.shape === 'feed' ? inFeed(told, item) : inThread(told, item)
}

function inFeed(state: FeedState, item: ContributionView): FeedState {
  if (item.parentId !== null || (state.forumId !== null && item.forumId !== state.forumId)) return state
  const at = placeInFeed(item, state)
  return at === 'outside' ? state : { ...state, items: state.items.toSpliced(at, 0, item) }
}

function inThread(state: ThreadState, item: ContributionView): ThreadState {
  if (item.threadId !== state.root.id) return state
  const { root, order, items, previous, next } = state
  const at = placeOf(item, { rootId: root.id, order, items, openStart: previous !== null, openEnd: next !== null })
  if (at === 'outside') return state
  if (at === 'unknown') return { ...state, adrift: [...state.adrift.filter((one) => one.id !== item.id), item] }
  return { ...state, items: items.toSpliced(at, 0, item) }
}

// Replies that came before the one they answer: those that have a place now take it, others stay adrift.
function settled(state: State): State {
  if (state.shape === 'feed' || state.adrift.length === 0) return state
  const empty: ThreadState = { ...state, adrift: [] }
  const tried = state.adrift.reduce((next, item) => inThread(next, withNews(item, next.news)), empty)
  return tried.adrift.length < state.adrift.length ? settled(tried) : tried
}
