import type { ContributionPage, ContributionView, ThreadView } from '../contract.ts'
import { type AllNews, hearViews, withNews } from './news.ts'

type Live = {
  /** The live position it was fetched at: what happened after it is told, and may be told again. */
  readonly cursor: number
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

export type PageState = FeedState | ThreadState

const noNews: AllNews = new Map()

/** A feed as its first page was fetched. */
export function feedOf(page: ContributionPage, forumId: string | null, order: 'recent' | 'active'): FeedState {
  const empty = {
    shape: 'feed',
    forumId,
    order,
    items: [],
    next: page.next,
    cursor: page.cursor,
    news: noNews,
    waiting: [],
  } as const
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
  const start = {
    ...empty,
    root: view.root,
    previous: view.previous,
    next: view.next,
    before: view.before,
    cursor: view.cursor,
  }
  const { news, items } = remembered(start, view.items)
  return { ...start, items, news: hearViews(news, [view.root]) }
}

/** A thread with the page before or after it. */
export function withPage(state: ThreadState, side: 'before' | 'after', view: ThreadView): ThreadState {
  const { news, items } = remembered(state, view.items)
  const waiting = without(state.waiting, items)
  if (side === 'after') return { ...state, news, waiting, items: [...state.items, ...items], next: view.next }
  return { ...state, news, waiting, items: [...items, ...state.items], previous: view.previous, before: view.before }
}

function remembered(state: PageState, fetched: readonly ContributionView[]) {
  const there = new Set(state.items.map((item) => item.id))
  const fresh = fetched.filter((item) => !there.has(item.id))
  const news = hearViews(state.news, fresh)
  return { news, items: fresh.map((item) => withNews(item, news)) }
}

function without(ids: readonly string[], items: readonly ContributionView[]): readonly string[] {
  const gone = new Set(items.map((item) => item.id))
  return ids.some((id) => gone.has(id)) ? ids.filter((id) => !gone.has(id)) : ids
}
