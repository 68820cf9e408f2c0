import { Button, Loading, Note, Problem, Radios } from '../../web-kit/index.ts'
import type { ThreadState } from '../live-state.ts'
import { say } from './say.ts'
import { useSeen } from './use-seen.ts'
import type { useThread } from './use-thread.ts'

type Grow = ReturnType<typeof useThread>['grow']

/** Over the replies: how many there are, their order, and the way to the first unread. */
export function ThreadBar({
  state,
  unread,
  onOrder,
  onUnread,
  gap,
  onReload,
}: {
  state: ThreadState
  unread: string | null
  onOrder: (order: 'tree' | 'time') => void
  onUnread: (id: string) => void
  gap: boolean
  onReload: () => void
}) {
  const orders = (['tree', 'time'] as const).map((value) => ({ value, label: say(`conversation.order.${value}`) }))
  return (
    <>
      <div className="thread-bar">
        <h2>{say('conversation.replies', { count: state.root.replies })}</h2>
        {unread && (
          <Button small kind="quiet" icon="down" onPress={() => onUnread(unread)}>
            {say('conversation.thread.to-unread')}
          </Button>
        )}
        {state.root.replies > 1 && (
          <Radios
            inline
            legendHidden
            legend={say('conversation.order')}
            value={state.order}
            options={orders}
            onChange={onOrder}
          />
        )}
      </div>
      {gap && (
        <Note tone="pollen">
          <div className="row">
            {say('conversation.thread.gap')}
            <Button small onPress={onReload}>
              {say('conversation.thread.reload')}
            </Button>
          </div>
        </Note>
      )}
    </>
  )
}

export function EarlierReplies({ grow, before }: { grow: Grow; before: number }) {
  if (before === 0) return null
  return (
    <div className="thread-earlier">
      <Button icon="up" busy={grow.busy === 'before'} onPress={() => grow.load('before')}>
        {say('conversation.thread.earlier', { count: before })}
      </Button>
      {grow.error?.side === 'before' && <Problem small error={grow.error.problem} />}
    </div>
  )
}

export function LaterReplies({ grow, more }: { grow: Grow; more: boolean }) {
  const failed = grow.error?.side === 'after' ? grow.error.problem : undefined
  const end = useSeen(() => grow.load('after'), more && grow.busy === undefined && !failed)
  return (
    <div ref={end} className="feed-end">
      {grow.busy === 'after' && <Loading cards={1} />}
      {failed && <Problem small error={failed} onRetry={() => grow.load('after')} />}
      {more && grow.busy === undefined && !failed && (
        <Button onPress={() => grow.load('after')}>{say('conversation.thread.later')}</Button>
      )}
    </div>
  )
}
