import type { ContributionPage, ContributionView, ThreadView } from './contract.ts'
import { type AllNews, hear, isStale, refetched, withNews } from './rules/news.ts'
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
  | { readonly type: 'contribution.changed'; readonly id: string; readonly revision: number }

type Live = {
  readonly news: AllNews
  /** New and not in the page yet: they wait for the reader, and never move what is being read. */
  readonly waiting: readonly string[]
}

/** A list of contributions in the page: a venue's (forumId null) or a forum's. */
export type FeedState = Live & {
  readonly shape: 'feed'
  readonly forumId: string | null
  readonly order: 'recent' | 'active'
  readonly items: readonly ContributionView[]
  readonly next: string | null
}

/** A stretch of a thread in the page. `adrift`: replies that came before the one they answer. */
export type ThreadState = Live & {
  readonly shape: 'thread'
  readonly root: ContributionView
  readonly order: 'tree' | 'time'
  readonly items: readonly ContributionView[]
  readonly previous: string | null
  readonly next: string | null
  readonly before: number
  readonly adrift: readonly ContributionView[]
}

type State = FeedState | ThreadState

const noNews: AllNews = new Map()

/** A feed as its first page was fetched. */
export function feedOf(page: ContributionPage, forumId: string | null, order: 'recent' | 'active'): FeedState {
  const empty = { shape: 'feed', forumId, order, items: [], next: page.next, news: noNews, waiting: [] } as const
  return withOlder(empty, page)
}

/** A feed with the next page of older contributions below it; what stands there already is not doubled. */
export function withOlder(state: FeedState, page: ContributionPage): FeedState {
  const { news, items } = remembered(state, page.items)
  return { ...state, news, items: [...state.items, ...items], next: page.next, waiting: without(state.waiting, items) }
}

/** A thread as its first page was fetched. */
export function threadOf(view: ThreadView): ThreadState {
  const empty = { shape: 'thread', order: view.order, news: noNews, waiting: [], adrift: [], items: [] } as const
  const start = { ...empty, root: view.root, previous: view.previous, next: view.next, before: view.before }
  const { news, items } = remembered(start, view.items)
  return { ...start, items, news: hear(news, view.root.id, { whole: view.root.revision }) }
}

/** A thread with the page before or after it. */
export function withPage(state: ThreadState, side: 'before' | 'after', view: ThreadView): ThreadState {
  const { news, items } = remembered(state, view.items)
  const waiting = without(state.waiting, items)
  if (side === 'after') return { ...state, news, waiting, items: [...state.items, ...items], next: view.next }
  return { ...state, news, waiting, items: [...items, ...state.items], previous: view.previous, before: view.before }
}

function remembered(state: State, fetched: readonly ContributionView[]) {
  const there = new Set(state.items.map((item) => item.id))
  const fresh = fetched.filter((item) => !there.has(item.id))
  const news = fresh.reduce((all, item) => hear(all, item.id, { whole: item.revision }), state.news)
  return { news, items: fresh.map((item) => withNews(item, news)) }
}

function without(ids: readonly string[], items: readonly ContributionView[]): readonly string[] {
  const gone = new Set(items.map((item) => item.id))
  return ids.some((id) => gone.has(id)) ? ids.filter((id) => !gone.has(id)) : ids
}

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
