import { type ReactNode, useEffect, useRef } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import { Button, Loading, moveFocus, Problem, useShortcuts } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { applyItems } from '../live-state.ts'
import { type Allowed, ContributionCard } from './ContributionCard.tsx'
import { FeedBox } from './FeedBox.tsx'
import { NewButton } from './NewButton.tsx'
import { say } from './say.ts'
import { type FeedOf, useFeed } from './use-feed.ts'
import { useFocusLater } from './use-fetched.ts'
import { useKeptSizes } from './use-kept-sizes.ts'
import { useSeen } from './use-seen.ts'

export type FeedProps = {
  readonly feed: FeedOf
  readonly may: Allowed
  /** Names of the forums, where the feed shows several. */
  readonly forumNames?: ReadonlyMap<string, string>
  readonly empty: ReactNode
  /** What I have just posted: takes its place at the top. */
  readonly posted?: ContributionView | undefined
}

/** Contributions, live: new ones wait behind a button, older ones come while reading. */
export function Feed(props: FeedProps) {
  const { feed, posted } = props
  const { first, state, update, older, showWaiting } = useFeed(feed)
  const top = useRef<HTMLDivElement>(null)
  const focusLater = useFocusLater()
  useFeedKeys()
  const showTop = (id: string | undefined) => {
    top.current?.scrollIntoView({ block: 'start' })
    if (id) focusLater(`c-${id}`)
  }
  const isLoaded = state !== undefined
  useEffect(() => {
    // What was posted before the feed came, and is not in it yet, takes its place when it has.
    if (!posted || !isLoaded) return
    update((before) => applyItems(before, [posted]))
    top.current?.scrollIntoView({ block: 'start' })
  }, [posted, isLoaded, update])
  const end = useSeen(() => older.load(), older.more && !older.busy && !older.error)
  if (!state)
    return first.error ? <Problem error={first.error} onRetry={() => first.refetch()} /> : <Loading cards={4} />
  const onNew = async () => {
    const shown = new Set(state.items.map((item) => item.id))
    const items = await showWaiting()
    showTop(items?.find((item) => !shown.has(item.id))?.id)
  }
  return (
    <div className="feed" ref={top}>
      <NewButton count={state.waiting.length} what="contributions" onPress={onNew} />
      {state.items.length === 0 && props.empty}
      {state.items.length > 0 && (
        <FeedList
          {...props}
          items={state.items}
          busy={older.busy}
          onChanged={(changed) => update((before) => applyItems(before, [changed]))}
        />
      )}
      <div ref={end} className="feed-end">
        {older.busy && <Loading cards={1} />}
        {older.error && <Problem small error={older.error} onRetry={older.load} />}
        {older.more && !older.busy && !older.error && (
          <Button onPress={older.load}>{say('conversation.feed.older')}</Button>
        )}
        {!older.more && state.items.length > 5 && <p className="quiet-text">{say('conversation.feed.end')}</p>}
      </div>
    </div>
  )
}

type ListProps = FeedProps & {
  readonly items: readonly ContributionView[]
  readonly busy: boolean
  readonly onChanged: (item: ContributionView) => void
}

function FeedList({ feed, may, forumNames, posted, items, busy, onChanged }: ListProps) {
  const list = useRef<WindowVirtualizerHandle>(null)
  const sizes = useKeptSizes(list, [feed.venueId, feed.forumId, feed.order], items.length)
  return (
    <FeedBox label={say('conversation.feed')} busy={busy}>
      <WindowVirtualizer ref={list} data={items} bufferSize={600} {...(sizes && { cache: sizes })}>
        {(item, index) => (
          <div className="feed-item" key={item.id}>
            <ContributionCard
              item={item}
              may={may}
              forum={forumNames?.get(item.forumId)}
              position={index + 1}
              isNew={posted?.id === item.id}
              onChanged={onChanged}
            />
          </div>
        )}
      </WindowVirtualizer>
    </FeedBox>
  )
}

function useFeedKeys(): void {
  useShortcuts([
    { keys: 'j', does: say('conversation.keys.next'), run: () => moveFocus('[data-feed-item]', 1) },
    { keys: 'k', does: say('conversation.keys.previous'), run: () => moveFocus('[data-feed-item]', -1) },
  ])
}
