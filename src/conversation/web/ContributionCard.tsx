import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { May } from '../../kernel/index.ts'
import { Badge, Link, LinkButton, Prose, useNavigation } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { Byline } from './Byline.tsx'
import { FavouriteButton } from './FavouriteButton.tsx'
import { ItemMenu } from './ItemMenu.tsx'
import { useItemNote } from './item-note.ts'
import { KindLabel } from './KindLabel.tsx'
import { EditForm, VersionsDialog } from './OnDemand.tsx'
import { usePlaces } from './places.ts'
import { say } from './say.ts'
import { useSight } from './sight.ts'
import { VoteButtons } from './VoteButtons.tsx'

export type Allowed = { readonly reply: May; readonly vote: May }

type CardProps = {
  readonly item: ContributionView
  readonly may: Allowed
  readonly onChanged: (item: ContributionView) => void
  /** In which forum it stands, where that is not plain from the page. */
  readonly forum?: string | undefined
  /** Its place in the feed, from 1 on. */
  readonly position?: number
  readonly isNew?: boolean
}

/** A stranger reads; everything else needs a sign-in. */
export function isStranger({ vote }: Allowed): boolean {
  return !vote.ok && vote.because === 'venue.sign-in-to-take-part'
}

/** One contribution, or an answer that is shown outside its thread: opens the thread, at the answer. */
export function ContributionCard({ item, may, onChanged, forum, position, isNew = false }: CardProps) {
  const places = usePlaces()
  const { go } = useNavigation()
  const sight = useSight(item)
  const note = useItemNote()
  const isReply = item.parentId !== null
  const to = places.thread(item.threadId, isReply ? { at: item.id } : {})
  const open = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) go(to)
  }
  return (
    <article
      id={`c-${item.id}`}
      ref={sight}
      className={isNew ? 'contribution contribution-new' : 'contribution'}
      data-feed-item
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the articles of a feed take the focus (ARIA pattern “feed”)
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={-1}
      aria-labelledby={`c-${item.id}-title`}
      onKeyDown={open}
    >
      <Byline item={item} />
      <CardWords item={item} to={to} />
      {note(item, 'list')}
      <div className="contribution-acts">
        {!item.retracted && <VoteButtons item={item} may={may.vote} onChanged={onChanged} />}
        {!item.retracted && !isReply && may.reply.ok && (
          <span className="contribution-build">
            <LinkButton small to={places.thread(item.id, { reply: 'build' })}>
              {say('conversation.kind.build.act')}
            </LinkButton>
          </span>
        )}
        {!isStranger(may) && !item.retracted && <FavouriteButton iconOnly item={item} onChanged={onChanged} />}
        <span className="contribution-thread">
          <Link to={to}>
            {isReply ? say('conversation.in-thread') : say('conversation.replies', { count: item.replies })}
          </Link>
          {forum && <span className="contribution-forum"> · {forum}</span>}
        </span>
      </div>
    </article>
  )
}

function CardWords({ item, to }: { item: ContributionView; to: string }) {
  if (item.retracted) {
    return (
      <p className="tombstone" id={`c-${item.id}-title`}>
        {say('conversation.tombstone')}
      </p>
    )
  }
  return (
    <div className="contribution-words">
      {item.title === null ? (
        <h3 id={`c-${item.id}-title`}>
          <KindLabel kind={item.kind} isAlone />
        </h3>
      ) : (
        <h3 id={`c-${item.id}-title`} dir="auto" lang={item.language === 'und' ? undefined : item.language}>
          <Link to={to}>{item.title}</Link>
        </h3>
      )}
      {item.html && (
        <div className="contribution-excerpt">
          <Prose html={item.html} lang={item.language} />
        </div>
      )}
    </div>
  )
}

/** The contribution at the head of its thread, whole. `children`: how to answer it. */
export function RootContribution({
  item,
  may,
  onChanged,
  children,
}: {
  item: ContributionView
  may: Allowed
  onChanged: (item: ContributionView) => void
  children?: ReactNode
}) {
  const [mode, setMode] = useState<'read' | 'edit' | 'versions'>('read')
  const places = usePlaces()
  const sight = useSight(item)
  const note = useItemNote()
  const close = () => setMode('read')
  return (
    <article
      ref={sight}
      className="contribution contribution-root"
      id={`c-${item.id}`}
      data-item={item.id}
      tabIndex={-1}
    >
      <div className="contribution-head">
        <Byline
          item={item}
          permalink={places.thread(item.threadId)}
          onVersions={item.version > 1 ? () => setMode('versions') : undefined}
        />
        <ItemMenu item={item} onChanged={onChanged} onEdit={() => setMode('edit')} />
      </div>
      {mode === 'versions' && <VersionsDialog item={item} onClose={close} />}
      {mode === 'edit' ? (
        <EditForm item={item} onChanged={onChanged} onClose={close} />
      ) : item.retracted ? (
        <p className="tombstone">{say('conversation.tombstone')}</p>
      ) : (
        item.html && <Prose html={item.html} lang={item.language} />
      )}
      {note(item, 'thread')}
      <div className="contribution-acts">
        {!item.retracted && <VoteButtons item={item} may={may.vote} onChanged={onChanged} />}
        {!isStranger(may) && !item.retracted && <FavouriteButton item={item} onChanged={onChanged} />}
        {item.replies > 0 && <Badge>{say('conversation.replies', { count: item.replies })}</Badge>}
      </div>
      {children}
    </article>
  )
}
