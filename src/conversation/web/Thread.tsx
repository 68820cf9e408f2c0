import { type ReactNode, useState } from 'react'
import { Loading, Problem } from '../../web-kit/index.ts'
import type { ContributionView, ReplyKind } from '../contract.ts'
import { readLocal, writeLocal } from './local-copy.ts'
import { ThreadBody } from './ThreadBody.tsx'
import { useThread } from './use-thread.ts'

export type ThreadProps = {
  readonly threadId: string
  /** Land on this reply. */
  readonly at?: string | undefined
  /** Open the composer with this kind: beneath that reply, else beneath the contribution. */
  readonly answerWith?: ReplyKind | undefined
  /** What stands around the thread; it gets the contribution and the name of its forum once they are known. */
  readonly frame: (
    thread: { root: ContributionView; forum: { id: string; title: string } } | undefined,
    content: ReactNode,
  ) => ReactNode
}

type Order = 'tree' | 'time'
const isOrder = (value: unknown): value is Order => value === 'tree' || value === 'time'

/** A contribution with its answers, as a tree or by time; lands on the first unread. */
export function Thread({ threadId, at, answerWith, frame }: ThreadProps) {
  const [order, setOrder] = useState<Order>(() => readLocal('thread-order', isOrder) ?? 'tree')
  const thread = useThread({ threadId, order, at })
  const choose = (chosen: Order) => {
    writeLocal('thread-order', chosen)
    setOrder(chosen)
  }
  const { held, first } = thread
  if (!held) {
    const problem = first.error && <Problem error={first.error} onRetry={() => first.refetch()} />
    return frame(undefined, problem ?? <Loading cards={3} />)
  }
  return frame(
    { root: held.state.root, forum: held.view.forum },
    <ThreadBody
      // Another order, another place or a reload begins anew; what is written is kept as a draft.
      key={`${order} ${at} ${held.view.cursor}`}
      held={held}
      thread={thread}
      at={at}
      answerWith={answerWith}
      onOrder={choose}
    />,
  )
}
