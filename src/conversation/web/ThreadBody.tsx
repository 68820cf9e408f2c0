import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import { Beside } from '../../web-kit/index.ts'
import type { ContributionView, ReplyKind, ThreadView } from '../contract.ts'
import { applyItems, type ThreadState } from '../live-state.ts'
import { AnswerBox } from './AnswerBox.tsx'
import { isStranger, RootContribution } from './ContributionCard.tsx'
import { FeedBox } from './FeedBox.tsx'
import { NewButton } from './NewButton.tsx'
import { QuoteSelection } from './OnDemand.tsx'
import type { Quote } from './ReplyComposer.tsx'
import { ReplyItem } from './ReplyItem.tsx'
import { say } from './say.ts'
import { EarlierReplies, LaterReplies, ThreadBar } from './ThreadEnds.tsx'
import { useDwell } from './use-dwell.ts'
import { useFocusLater } from './use-fetched.ts'
import { useLanding } from './use-landing.ts'
import type { useThread } from './use-thread.ts'
import { useThreadKeys } from './use-thread-keys.ts'

type Props = {
  readonly held: { readonly view: ThreadView; readonly state: ThreadState }
  readonly thread: ReturnType<typeof useThread>
  readonly at: string | undefined
  readonly answerWith: ReplyKind | undefined
  readonly onOrder: (order: 'tree' | 'time') => void
}

/** Which composer is open, and the words that go into it. */
type Answering = { readonly id: string; readonly kind?: ReplyKind | undefined; readonly quote?: Quote | undefined }

export function ThreadBody({ held, thread, at, answerWith, onOrder }: Props) {
  const { view, state } = held
  const { update, grow } = thread
  const { root, items } = state
  const { may } = view
  const list = useRef<WindowVirtualizerHandle>(null)
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items])
  const mayAnswer = (id: string) => may.reply.ok && !(byId.get(id) ?? root).retracted
  const [answering, answer] = useState<Answering | undefined>(
    answerWith && mayAnswer(at ?? root.id) ? { id: at ?? root.id, kind: answerWith } : undefined,
  )
  const readTo = useRef(view.readTo).current
  const isReader = !isStranger(may)
  const { watch, isRead } = useDwell(root.id, view.readTo, isReader)
  const isUnread = useCallback(
    (item: ContributionView) => isReader && item.number > readTo && !item.mine,
    [isReader, readTo],
  )
  const landAt = at ?? (readTo > 0 ? view.firstUnread : null)
  const goTo = useGoTo(list, items)
  const isPrepended = usePrepended(items)
  useLanding(list, items, landAt)
  useThreadKeys({
    items,
    isWaiting: (item) => isUnread(item) && !isRead(item.number),
    goTo,
    more: state.next !== null,
    loadMore: () => grow.load('after'),
    reply: (id) => mayAnswer(id ?? root.id) && answer({ id: id ?? root.id }),
  })
  const onChanged = useCallback(
    (changed: ContributionView) => update((before) => applyItems(before, [changed])),
    [update],
  )
  const onAnswer = useCallback((id: string | undefined) => answer(id ? { id } : undefined), [])
  const onPosted = (item: ContributionView) => {
    answer(undefined)
    onChanged(item)
    goTo(item.id)
  }
  const onNew = async () => {
    const shown = new Set(byId.keys())
    const came = await thread.showWaiting()
    const next = came.find((item) => !shown.has(item.id))
    if (next) goTo(next.id)
  }
  const quote = (id: string, text: string) => mayAnswer(id) && answer({ id, quote: { text } })
  const size = root.replies
  return (
    <div className="thread">
      <RootContribution item={root} may={may} onChanged={onChanged}>
        {!root.retracted && (
          <AnswerBox
            to={root}
            may={may.reply}
            open={answering?.id === root.id ? answering : undefined}
            onOpen={(kind) => answer({ id: root.id, kind })}
            onClose={() => answer(undefined)}
            onPosted={onPosted}
          />
        )}
      </RootContribution>
      <Beside kind="asked-in-thread" id={root.id} within={root.venueId} />
      <ThreadBar
        state={state}
        unread={view.firstUnread !== null && readTo > 0 ? view.firstUnread : null}
        onOrder={onOrder}
        onUnread={goTo}
        gap={thread.gap}
        onReload={thread.reload}
      />
      <EarlierReplies grow={grow} before={state.before} />
      {items.length > 0 && (
        <FeedBox label={say('conversation.thread.replies')} busy={grow.busy !== undefined}>
          <WindowVirtualizer ref={list} data={items} shift={isPrepended} bufferSize={600}>
            {(item, index) => (
              <div className="thread-item" key={item.id}>
                {item.id === view.firstUnread && readTo > 0 && (
                  <p className="unread-line">{say('conversation.thread.new-from-here')}</p>
                )}
                <ReplyItem
                  item={item}
                  may={may}
                  order={state.order}
                  answered={item.parentId ? byId.get(item.parentId) : undefined}
                  position={state.before + index + 1}
                  size={size}
                  isUnread={isUnread(item)}
                  isTarget={item.id === at}
                  answering={answering?.id === item.id ? answering : undefined}
                  watch={watch}
                  onChanged={onChanged}
                  onAnswer={onAnswer}
                />
              </div>
            )}
          </WindowVirtualizer>
        </FeedBox>
      )}
      <LaterReplies grow={grow} more={state.next !== null} />
      <NewButton count={state.waiting.length} what="replies" onPress={onNew} />
      {items.length > 3 && state.next === null && answering?.id !== root.id && !root.retracted && (
        <AnswerBox
          to={root}
          may={may.reply}
          open={undefined}
          onOpen={(kind) => {
            answer({ id: root.id, kind })
            document.getElementById(`c-${root.id}`)?.scrollIntoView({ block: 'start' })
          }}
          onClose={() => answer(undefined)}
          onPosted={onPosted}
        />
      )}
      {may.reply.ok && <QuoteSelection onQuote={quote} />}
    </div>
  )
}

// Earlier replies that come in front must not move what is being read.
function usePrepended(items: readonly ContributionView[]): boolean {
  const before = useRef(items)
  const [was, is] = [before.current, items]
  const prepended = is.length > was.length && is[0]?.id !== was[0]?.id && is.at(-1)?.id === was.at(-1)?.id
  useLayoutEffect(() => {
    before.current = items
  }, [items])
  return prepended
}

/** Scrolls to an item of the list and gives it the focus, also when it is not in the page yet. */
function useGoTo(
  list: React.RefObject<WindowVirtualizerHandle | null>,
  items: readonly ContributionView[],
): (id: string) => void {
  const latest = useRef(items)
  latest.current = items
  const focusLater = useFocusLater()
  return useCallback(
    (id: string) => {
      // What has just been added to the list is there with the next frame.
      requestAnimationFrame(() => {
        const index = latest.current.findIndex((item) => item.id === id)
        if (index >= 0) list.current?.scrollToIndex(index, { align: 'start', offset: -72 })
        focusLater(`c-${id}`)
      })
    },
    [list, focusLater],
  )
}
