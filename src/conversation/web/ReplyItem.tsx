import { memo, useCallback, useState } from 'react'
import { Button, classes, Link, Prose } from '../../web-kit/index.ts'
import type { ContributionView, ReplyKind } from '../contract.ts'
import { Byline } from './Byline.tsx'
import { type Allowed, isStranger } from './ContributionCard.tsx'
import { FavouriteButton } from './FavouriteButton.tsx'
import { ItemMenu } from './ItemMenu.tsx'
import { KindLabel } from './KindLabel.tsx'
import { EditForm, VersionsDialog } from './OnDemand.tsx'
import { usePlaces } from './places.ts'
import { type Quote, ReplyComposer } from './ReplyComposer.tsx'
import { say } from './say.ts'
import { useSight } from './sight.ts'
import { VoteButtons } from './VoteButtons.tsx'

/** Deeper answers stand no further in: the line would grow too narrow to read. */
const INDENT_MAX = 4

export type ReplyProps = {
  readonly item: ContributionView
  readonly may: Allowed
  readonly order: 'tree' | 'time'
  /** What it answers, when that is not the contribution itself. */
  readonly answered?: ContributionView | undefined
  readonly position: number
  readonly size: number
  readonly isUnread: boolean
  readonly isTarget: boolean
  /** The composer is open beneath it, perhaps with words to quote. */
  readonly answering: { readonly kind?: ReplyKind | undefined; readonly quote?: Quote | undefined } | undefined
  readonly watch: (number: number, element: HTMLElement | null) => void
  readonly onChanged: (item: ContributionView) => void
  readonly onAnswer: (id: string | undefined) => void
}

/** One answer in a thread. */
export const ReplyItem = memo(function ReplyItem(props: ReplyProps) {
  const { item, order, position, size, isUnread, isTarget, watch } = props
  const sight = useSight(item)
  const inPage = useCallback(
    (element: HTMLElement | null) => {
      watch(item.number, element)
      const leave = sight(element)
      return () => {
        watch(item.number, null)
        leave?.()
      }
    },
    [watch, sight, item.number],
  )
  const indent = order === 'tree' ? Math.min(item.depth - 1, INDENT_MAX) : 0
  return (
    <article
      id={`c-${item.id}`}
      ref={inPage}
      data-item={item.id}
      data-feed-item
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the articles of a feed take the focus (ARIA pattern “feed”)
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={size}
      aria-label={say('conversation.reply.position', { number: item.number, name: item.author?.name ?? '' })}
      className={classes(
        'reply',
        `reply-in-${indent}`,
        `kind-${item.kind}`,
        isUnread && 'reply-unread',
        isTarget && 'reply-target',
      )}
    >
      <ReplyWords {...props} />
    </article>
  )
})

function ReplyWords(props: ReplyProps) {
  const { item, may, answered, order, onChanged } = props
  const [mode, setMode] = useState<'read' | 'edit' | 'versions'>('read')
  const places = usePlaces()
  const close = () => setMode('read')
  const showsAnswered = answered && (order === 'time' || item.depth - 1 > INDENT_MAX)
  return (
    <>
      <div className="contribution-head">
        <Byline
          item={item}
          permalink={places.thread(item.threadId, { at: item.id })}
          onVersions={item.version > 1 ? () => setMode('versions') : undefined}
        >
          <KindLabel kind={item.kind} />
        </Byline>
        <ItemMenu item={item} onChanged={onChanged} onEdit={may.reply.ok ? () => setMode('edit') : undefined} />
      </div>
      {showsAnswered && (
        <p className="reply-answers">
          <Link to={places.thread(item.threadId, { at: answered.id })}>
            {say('conversation.reply.answers', { number: answered.number, name: answered.author?.name ?? '' })}
          </Link>
        </p>
      )}
      {mode === 'versions' && <VersionsDialog item={item} onClose={close} />}
      {mode === 'edit' ? (
        <EditForm item={item} onChanged={onChanged} onClose={close} />
      ) : item.retracted ? (
        <p className="tombstone">{say('conversation.tombstone')}</p>
      ) : (
        <Prose html={item.html} lang={item.language} />
      )}
      <ReplyActs {...props} />
    </>
  )
}

function ReplyActs({ item, may, answering, onChanged, onAnswer }: ReplyProps) {
  if (answering) {
    return (
      <ReplyComposer
        to={item}
        kind={answering.kind ?? 'plain'}
        quote={answering.quote}
        onPosted={(reply) => {
          onAnswer(undefined)
          onChanged(reply)
        }}
        onClose={() => onAnswer(undefined)}
      />
    )
  }
  return (
    <div className="contribution-acts">
      {!item.retracted && <VoteButtons item={item} may={may.vote} onChanged={onChanged} />}
      {may.reply.ok && !item.retracted && (
        <Button small kind="quiet" icon="reply" onPress={() => onAnswer(item.id)}>
          {say('conversation.reply.act')}
        </Button>
      )}
      {!isStranger(may) && !item.retracted && <FavouriteButton iconOnly item={item} onChanged={onChanged} />}
    </div>
  )
}
