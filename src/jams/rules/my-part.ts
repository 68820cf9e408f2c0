import type { ContributionView } from '../../conversation/contract.ts'
import { dateFormat, datesIn, type Say } from '../../kernel/messages.ts'
import type { MyPart } from '../contract.ts'
import type { messages } from './messages.en.ts'

/** A contribution with the Markdown its author wrote. `thread`: the title of the contribution its thread began with. */
export type PartItem = {
  readonly view: ContributionView
  readonly body: string
  readonly thread: string | null
}

/** Something read: `title` is that of its thread. */
export type ReadItem = {
  readonly id: string
  readonly threadId: string
  readonly title: string | null
  readonly seenAt: string
}

/** All of one person's part in a jam, as a file holds it: what they wrote oldest first, what they kept and read latest first.
 *  `cut`: there was more than the file holds. */
export type WholePart = Pick<MyPart, 'totals' | 'myVotes'> & {
  readonly jam: { readonly id: string; readonly title: string; readonly question: string; readonly address: string }
  readonly madeAt: Date
  readonly cut: boolean
  readonly written: readonly (PartItem & { readonly answers: readonly PartItem[] })[]
  readonly favourites: readonly PartItem[]
  /** What they read, latest first. */
  readonly read: readonly ReadItem[]
}

/** How headings, names and times are said; what people wrote stays as it is. */
export type Speech = {
  readonly say: Say<typeof messages>
  readonly language: string
  readonly timeZone: string
}

/** Where one contribution or reply is found in the web. */
export function addressOf(part: WholePart, { view }: PartItem): string {
  const thread = `${part.jam.address}/threads/${view.threadId}`
  return view.parentId === null ? thread : `${thread}?at=${view.id}`
}

/** Where something read is found. */
export function addressOfRead(part: WholePart, { id, threadId }: ReadItem): string {
  const thread = `${part.jam.address}/threads/${threadId}`
  return id === threadId ? thread : `${thread}?at=${id}`
}

export function authorOf({ view }: PartItem, { say }: Speech): string {
  const name = view.author?.name ?? say('mine.nobody')
  return view.author?.guest ? say('mine.guest', { name }) : name
}

/** A time as the person reads it, with the zone named. */
export function timeOf(at: string | Date, { language, timeZone }: Speech): string {
  const form = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const
  const zone = dateFormat(language, { timeZoneName: 'short', timeZone }).formatToParts(new Date(at))
  const name = zone.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
  return `${dateFormat(datesIn(language), form).format(new Date(at))} ${name}`
}

/** The sentence of numbers at the head of the file. */
export function sumOf({ totals }: WholePart, { say }: Speech): string {
  return [
    say('mine.sum-written', { count: totals.contributions }),
    say('mine.sum-replies', { count: totals.replies }),
    say('mine.sum-answers', { count: totals.answers }),
    say('mine.sum-votes', { count: totals.votes }),
  ].join(' · ')
}
