import type { ContributionView } from '../contract.ts'

type Votes = ContributionView['votes']

/** The newest that was heard of one contribution or reply, each part with the revision it belongs to.
 *  `whole` is the revision of the view that was fetched (0: none yet); `changed` the one that has to be fetched. */
export type News = {
  readonly whole: number
  readonly votes?: { readonly revision: number; readonly now: Votes }
  readonly replies?: { readonly revision: number; readonly now: number }
  readonly changed?: number
}

export type AllNews = ReadonlyMap<string, News>

/** How many ids that stand nowhere in the page are remembered, oldest forgotten first. */
export const NEWS_MAX = 5000

const nothing: News = { whole: 0 }

/** Adds what was heard about an id; of two facts about the same part the greater revision stays, whatever their order. */
export function hear(all: AllNews, id: string, heard: Partial<News>): AllNews {
  const before = all.get(id) ?? nothing
  const joined = join(before, heard)
  if (joined === before) return all
  const next = new Map(all)
  next.delete(id)
  next.set(id, joined)
  for (const oldest of next.keys()) {
    if (next.size <= NEWS_MAX) break
    next.delete(oldest)
  }
  return next
}

/** Remembers whole pages at once: a long thread would else be copied for every reply of a page. */
export function hearViews(all: AllNews, fetched: readonly ContributionView[]): AllNews {
  if (fetched.length === 0) return all
  const next = new Map(all)
  for (const { id, revision } of fetched) next.set(id, join(next.get(id) ?? nothing, { whole: revision }))
  return next
}

function join(before: News, heard: Partial<News>): News {
  const votes = newer(before.votes, heard.votes)
  const replies = newer(before.replies, heard.replies)
  const changed = Math.max(before.changed ?? 0, heard.changed ?? 0)
  const whole = Math.max(before.whole, heard.whole ?? 0)
  const same =
    votes === before.votes && replies === before.replies && changed === (before.changed ?? 0) && whole === before.whole
  if (same) return before
  return { whole, ...(votes && { votes }), ...(replies && { replies }), ...(changed > 0 && { changed }) }
}

function newer<F extends { readonly revision: number }>(before: F | undefined, heard: F | undefined): F | undefined {
  if (!before || !heard) return before ?? heard
  return heard.revision > before.revision ? heard : before
}

/** A fetched view with the newer facts that were heard meanwhile; its revision is the newest of all of them. */
export function withNews(item: ContributionView, all: AllNews): ContributionView {
  const news = all.get(item.id)
  if (!news) return item
  // Compared with the view that was fetched: the revision shown may already be that of another part.
  const votes = news.votes && news.votes.revision > news.whole ? news.votes : undefined
  const replies = news.replies && news.replies.revision > news.whole ? news.replies : undefined
  if (!votes && !replies) return item
  return {
    ...item,
    votes: votes?.now ?? item.votes,
    replies: replies?.now ?? item.replies,
    revision: Math.max(item.revision, votes?.revision ?? 0, replies?.revision ?? 0),
  }
}

/** Must it be fetched anew: its words changed after the view that was fetched. */
export function isStale(id: string, all: AllNews): boolean {
  const news = all.get(id)
  return news?.changed !== undefined && news.changed > news.whole
}

/** Of a view in the page and a fetched one of the same thing, the one to show; and the news that go with it. */
export function refetched(
  shown: ContributionView | undefined,
  fetched: ContributionView,
  all: AllNews,
): { readonly item: ContributionView; readonly news: AllNews } {
  const whole = all.get(fetched.id)?.whole ?? 0
  if (shown && fetched.revision < whole) return { item: shown, news: all }
  const news = hear(all, fetched.id, { whole: fetched.revision })
  return { item: withNews(fetched, news), news }
}
