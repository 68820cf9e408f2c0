import type { ContributionView } from '../contract.ts'

type Feed = {
  readonly order: 'recent' | 'active'
  readonly items: readonly ContributionView[]
  /** Where older ones go on; null when the end stands in the page. */
  readonly next: string | null
}

/** Where a contribution belongs in a feed: an index, or 'outside' when it is older than what stands in the page. */
export function placeInFeed(item: ContributionView, { order, items, next }: Feed): number | 'outside' {
  const at = items.findIndex((other) => comesFirst(item, other, order))
  if (at !== -1) return at
  return next === null ? items.length : 'outside'
}

function comesFirst(a: ContributionView, b: ContributionView, order: 'recent' | 'active'): boolean {
  const when = (item: ContributionView) => (order === 'active' && item.lastReplyAt) || item.postedAt
  return when(a) === when(b) ? a.id > b.id : when(a) > when(b)
}
