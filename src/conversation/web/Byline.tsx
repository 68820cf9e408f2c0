import type { ReactNode } from 'react'
import { dateFormat, languageNames } from '../../kernel/messages.ts'
import { Avatar, Badge, Link, Time, viewer } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { say } from './say.ts'

type Written = Pick<
  ContributionView,
  'author' | 'meeting' | 'postedAt' | 'editedAt' | 'language' | 'seed' | 'mine' | 'retracted' | 'version'
>

/** Who wrote it, from where and when, and what sets it apart: guest, from the hosts, another language, edited. */
export function Byline({
  item,
  permalink,
  onVersions,
  children,
}: {
  item: Written
  permalink?: string | undefined
  /** Opens the earlier versions; without it "edited" is only a word. */
  onVersions?: (() => void) | undefined
  children?: ReactNode
}) {
  const { author } = item
  const name = author?.name ?? say(unnamed(item))
  const posted = <Time at={item.postedAt} />
  return (
    <div className="byline">
      {(author || !item.retracted) && (
        <>
          <Avatar id={author?.id ?? 'nobody'} name={name} />
          <b className="byline-name">{name}</b>
        </>
      )}
      {item.mine && <Badge tone="leaf">{say('conversation.author.you')}</Badge>}
      {author?.guest ? (
        <Badge tone="pollen">{say('conversation.author.guest')}</Badge>
      ) : (
        author?.hub && <Badge>{author.hub}</Badge>
      )}
      {item.meeting && <Badge tone="sky">{meetingOf(item.meeting)}</Badge>}
      {item.seed && <Badge tone="sky">{say('conversation.seed')}</Badge>}
      {children}
      <span className="byline-when">
        {permalink ? <Link to={permalink}>{posted}</Link> : posted}
        <Language tag={item.language} />
        {item.editedAt && !item.retracted && <Edited onVersions={onVersions} />}
      </span>
    </div>
  )
}

function unnamed({ author, meeting }: Written) {
  if (author) return 'conversation.author.former'
  return meeting ? 'conversation.meeting' : 'conversation.author.meeting'
}

function meetingOf({ people, place, day }: NonNullable<Written['meeting']>): string {
  const told = {
    place,
    day: dateFormat(viewer().locale, { dateStyle: 'medium' }).format(new Date(`${day}T12:00`)),
  }
  return people === null
    ? say('conversation.meeting.few', told)
    : say('conversation.meeting.for', { count: people, ...told })
}

function Edited({ onVersions }: { onVersions?: (() => void) | undefined }) {
  if (!onVersions) return <span>{say('conversation.edited')}</span>
  return (
    <button type="button" className="text-button" onClick={onVersions}>
      {say('conversation.edited')}
    </button>
  )
}

/** "in Polish", when it is not the language the viewer reads the interface in. */
function Language({ tag }: { tag: string }) {
  const { language, locale } = viewer()
  if (tag === 'und' || tag.split('-')[0] === language) return null
  return <span>{say('conversation.in-language', { language: languageName(tag, locale) })}</span>
}

export function languageName(tag: string, locale: string): string {
  try {
    return languageNames(locale).of(tag) ?? tag
  } catch {
    return tag
  }
}
