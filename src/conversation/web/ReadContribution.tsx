import { Link, Prose } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { Byline } from './Byline.tsx'
import { KindLabel } from './KindLabel.tsx'
import { say } from './say.ts'

/** A contribution or an answer to read only: in my part, in the lobby, without JavaScript too. */
export function ReadContribution({ item, to }: { item: ContributionView; to?: string | undefined }) {
  return (
    <article className="read">
      <Byline item={item}>
        <KindLabel kind={item.kind} />
      </Byline>
      {item.retracted ? (
        <p className="tombstone">{say('conversation.tombstone')}</p>
      ) : (
        <>
          {item.title && (
            <h3 dir="auto" lang={item.language === 'und' ? undefined : item.language}>
              {to ? <Link to={to}>{item.title}</Link> : item.title}
            </h3>
          )}
          {item.html && <Prose html={item.html} lang={item.language} />}
        </>
      )}
      <p className="read-counts">
        <span>{say('conversation.vote.agree.count', { count: item.votes.agree })}</span>
        <span>{say('conversation.vote.disagree.count', { count: item.votes.disagree })}</span>
        <span>{say('conversation.vote.pass.count', { count: item.votes.pass })}</span>
        {to && !item.title ? (
          <Link to={to}>{say('conversation.replies', { count: item.replies })}</Link>
        ) : (
          <span>{say('conversation.replies', { count: item.replies })}</span>
        )}
      </p>
    </article>
  )
}
