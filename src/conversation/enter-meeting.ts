import { type Actor, ensure, LEAST_PEOPLE, notFound, Refusal } from '../kernel/index.ts'
import { type Ctx, mayOf, newId, renderMarkdown } from '../platform/index.ts'
import type { MeetingsView, MeetingView } from './contract.ts'
import { forumVenue, venueFor } from './find-place.ts'
import { languageOf } from './language-of.ts'
import { MEETINGS_MAX } from './rules/limits.ts'
import { mayEnterMeeting, type Venue } from './rules/may.ts'
import { countMeetingsFor, findMeetingFor, findMeetingsFor, findToday, insertMeeting } from './store/meetings.ts'
import { insertContribution } from './store/writing.ts'
import { tell } from './tell.ts'

type Said = { readonly title: string; readonly body: string }
export type EnterMeeting = {
  readonly forumId: string
  readonly people: number
  readonly place: string
  readonly day: string
  readonly consent: boolean
  readonly contributions: readonly Said[]
}

/** Enters the sheet of a meeting. What was said there stands as contributions without an author: they count no person, and
 *  belong to nobody but the meeting. */
export async function enterMeeting(ctx: Ctx, input: EnterMeeting): Promise<string> {
  const { venue } = await forumVenue(ctx, input.forumId)
  ensure(mayEnterMeeting(ctx.actor, venue, ctx.now))
  if (!input.consent) throw new Refusal('meeting.consent', { status: 422 })
  if (input.day > (await findToday(ctx.tx, venue.id))) throw new Refusal('meeting.day-ahead', { status: 422 })
  const { meetings } = await countMeetingsFor(ctx.tx, ctx.actor, venue.id)
  if (meetings >= MEETINGS_MAX) throw new Refusal('meeting.too-many', { status: 422, values: { most: MEETINGS_MAX } })
  // Fewer are told to nobody, and not even kept.
  const people = input.people >= LEAST_PEOPLE ? input.people : null
  const meeting = { id: newId(), venueId: venue.id, forumId: input.forumId, people, day: input.day }
  await insertMeeting(ctx.tx, { ...meeting, place: input.place.trim(), by: ctx.actor.personId })
  for (const said of input.contributions)
    await write(ctx, said, { venue, forumId: input.forumId, meetingId: meeting.id })
  return meeting.id
}

type Place = { readonly venue: Venue; readonly forumId: string; readonly meetingId: string }

async function write(ctx: Ctx, { title, body }: Said, { venue, forumId, meetingId }: Place): Promise<void> {
  const id = newId()
  const words = { title: title.trim(), body, html: renderMarkdown(body) }
  // Sent with the commit, which throws its error.
  insertContribution(ctx.tx, {
    ...{ id, venueId: venue.id, forumId, threadId: id, parentId: null, number: 0, path: '', depth: 0 },
    ...{ kind: 'contribution', authorId: null, meetingId, seed: false, ...words },
    language: languageOf(`${title}\n${body}`, venue, ctx.actor),
  }).catch(() => {})
  // Nobody wrote it: the event names no person, so none is counted.
  const facts = { id, venueId: venue.id, forumId, seed: false }
  await tell(ctx.tx, { type: 'contribution.posted', facts }, { venueId: venue.id, forumId })
}

/** The meetings of a venue, and whether the actor may enter another one. */
export async function viewMeetings(ctx: Ctx<Actor>, { venueId }: { venueId: string }): Promise<MeetingsView> {
  const venue = await venueFor(ctx, venueId)
  return {
    meetings: await findMeetingsFor(ctx.tx, ctx.actor, venueId),
    spokenFor: await countMeetingsFor(ctx.tx, ctx.actor, venueId),
    may: { enter: mayOf(ctx, mayEnterMeeting(ctx.actor, venue, ctx.now)) },
  }
}

/** One meeting with what was said there. */
export async function showMeeting(ctx: Ctx, id: string): Promise<MeetingView> {
  const meeting = await findMeetingFor(ctx.tx, ctx.actor, id)
  if (!meeting) throw notFound()
  return meeting
}
