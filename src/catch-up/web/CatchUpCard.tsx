import { useContext } from 'react'
import { SightContext } from '../../conversation/web/index.ts'
import { Button, Card, Link, LinkButton } from '../../web-kit/index.ts'
import type { CardView, Quote } from '../contract.ts'
import { addressOf, placeOfCard, titleOf } from '../rules/forms.ts'
import { FollowButton } from './FollowButton.tsx'
import { StarButton } from './StarButton.tsx'
import { say } from './say.ts'

type Props = { readonly card: CardView; readonly onDismiss: (card: CardView) => void }

/** One thing to catch up with: what it is about, a sentence that somebody wrote, what changed, and what can be done. */
export function CatchUpCard({ card, onDismiss }: Props) {
  const { theme, jam } = card
  const address = theme ? `/jams/${jam.id}/themes/${theme.id}` : placeOfCard(card)
  return (
    <li className="catch-card" tabIndex={-1} data-open={placeOfCard(card)} aria-label={titleOf(card)}>
      <Card>
        <div>
          <h3>
            <Link to={address}>{titleOf(card)}</Link>
          </h3>
          <p className="quiet-text">{theme ? `${card.line} · ${jam.title}` : card.line}</p>
        </div>
        <Quoted card={card} quote={card.quote} />
        <Quoted card={card} quote={card.build} label={say('catch-up.build')} />
        <Quoted card={card} quote={card.objection} label={say('catch-up.objection')} />
        <Actions card={card} onDismiss={onDismiss} />
        <Why card={card} />
      </Card>
    </li>
  )
}

/** A real sentence, linked to where it stands; that it was read is noticed while it is before the reader. */
function Quoted({ card, quote, label }: { card: CardView; quote: Quote | null; label?: string }) {
  const sight = useContext(SightContext)
  if (!quote) return null
  const see = (element: HTMLElement | null) => (element ? sight?.(quote.contributionId, element) : undefined)
  return (
    <figure className="catch-quote" ref={see}>
      {label && <span className="catch-label">{label}</span>}
      <blockquote className="reading" lang={quote.language}>
        <Link to={addressOf(card, quote)}>{quote.sentence}</Link>
      </blockquote>
      <figcaption className="quiet-text">{[quote.author, quote.hub].filter(Boolean).join(' · ')}</figcaption>
    </figure>
  )
}

function Actions({ card, onDismiss }: Props) {
  const { quote, theme, jam } = card
  if (!quote && !theme && !isAsked(card)) return null
  return (
    <div className="catch-actions">
      {quote && (
        <LinkButton small kind={isAsked(card) ? 'primary' : 'plain'} icon="reply" to={answerOf(jam.id, quote)}>
          {say('catch-up.reply')}
        </LinkButton>
      )}
      {quote && (
        <LinkButton small icon="arrow" to={`/jams/${jam.id}/threads/${quote.threadId}`}>
          {say('catch-up.open')}
        </LinkButton>
      )}
      {quote && <StarButton quote={quote} />}
      {!quote && isAsked(card) && (
        <LinkButton small kind="primary" icon="arrow" to={placeOfCard(card)}>
          {say('catch-up.reply')}
        </LinkButton>
      )}
      {theme && <FollowButton kind="theme" target={theme.id} followed={theme.followed} />}
      {theme && (
        <Button small kind="quiet" icon="cross" onPress={() => onDismiss(card)}>
          {say('catch-up.dismiss')}
        </Button>
      )}
    </div>
  )
}

/** Somebody waits for her answer: there the button stands out. */
const isAsked = ({ key }: CardView): boolean => /^(?:reply|way-in|consent):/.test(key)

/** Where a text is answered: its thread, at the text, with the answer begun. */
function answerOf(jamId: string, { threadId, contributionId }: Quote): string {
  const at = contributionId === threadId ? '' : `at=${contributionId}&`
  return `/jams/${jamId}/threads/${threadId}?${at}reply=plain`
}

function Why({ card }: { card: CardView }) {
  return (
    <details className="catch-why">
      <summary>{say('catch-up.why')}</summary>
      <ul>
        {card.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
