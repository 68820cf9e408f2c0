import { moveFocus, tell, useShortcuts } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { say } from './say.ts'

type Given = {
  readonly items: readonly ContributionView[]
  readonly isWaiting: (item: ContributionView) => boolean
  readonly goTo: (id: string) => void
  readonly more: boolean
  readonly loadMore: () => void
  readonly reply: (id: string | undefined) => void
}

/** The keys of a thread: j and k along the replies, n to the next unread one, r to answer what has the focus. */
export function useThreadKeys({ items, isWaiting, goTo, more, loadMore, reply }: Given): void {
  const next = () => {
    const here = items.findIndex((item) => item.id === focusedItem())
    const found = items.slice(here + 1).find(isWaiting) ?? items.slice(0, here + 1).find(isWaiting)
    if (found) goTo(found.id)
    else if (more) loadMore()
    else tell(say('conversation.thread.all-read'))
  }
  // Replies that lie below the window are not in the page yet: the first of them is gone to by its place.
  const forward = () => {
    const first = items[0]
    if (first && !document.querySelector('[data-feed-item]')) goTo(first.id)
    else moveFocus('[data-feed-item]', 1)
  }
  useShortcuts([
    { keys: 'n', does: say('conversation.keys.unread'), run: next },
    { keys: 'j', does: say('conversation.keys.next'), run: forward },
    { keys: 'k', does: say('conversation.keys.previous'), run: () => moveFocus('[data-feed-item]', -1) },
    { keys: 'r', does: say('conversation.keys.reply'), run: () => reply(focusedItem()) },
  ])
}

function focusedItem(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item
}
