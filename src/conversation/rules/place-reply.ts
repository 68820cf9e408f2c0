import type { ContributionView } from '../contract.ts'

/** The stretch of a thread that stands in the page. `openStart`, `openEnd`: more replies stand before or after it. */
export type Stretch = {
  readonly rootId: string
  readonly order: 'tree' | 'time'
  readonly items: readonly ContributionView[]
  readonly openStart: boolean
  readonly openEnd: boolean
}

/** Where a reply belongs among those in the page: an index, 'outside' when it belongs to a part that is not in the page
 *  (it comes with that part), or 'unknown' while the reply it answers has not arrived. */
export function placeOf(reply: ContributionView, stretch: Stretch): number | 'outside' | 'unknown' {
  return stretch.order === 'time' ? placeInTime(reply, stretch) : placeInTree(reply, stretch)
}

function placeInTime(reply: ContributionView, { items, openStart, openEnd }: Stretch): number | 'outside' {
  // Replies nearly always come in order: looking from the end finds the place at once.
  let at = items.length
  while (at > 0 && (items[at - 1]?.number ?? 0) > reply.number) at -= 1
  if (at === 0 && openStart) return 'outside'
  if (at === items.length && openEnd) return 'outside'
  return at
}

function placeInTree(reply: ContributionView, stretch: Stretch): number | 'outside' | 'unknown' {
  const { items, rootId, openStart, openEnd } = stretch
  const answered = reply.parentId === rootId ? -1 : items.findIndex((item) => item.id === reply.parentId)
  if (answered === -1 && reply.parentId !== rootId) return openStart || openEnd ? 'outside' : 'unknown'
  let at = answered + 1
  while (at < items.length && standsBefore(items[at], reply)) at += 1
  if (at === items.length && openEnd) return 'outside'
  if (at === 0 && openStart) return 'outside'
  return at
}

// Within the branch of the answered reply: deeper ones belong to an earlier answer, equal ones are answers in their order.
function standsBefore(item: ContributionView | undefined, reply: ContributionView): boolean {
  if (!item || item.depth < reply.depth) return false
  return item.depth > reply.depth || item.number < reply.number
}
