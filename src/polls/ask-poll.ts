import { randomBytes } from 'node:crypto'
import { venueFor } from '../conversation/index.ts'
import { ensure, notFound, Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import type { PollKind } from './contract.ts'
import { enqueueCounting } from './jobs.ts'
import { POLLS_MAX } from './rules/limits.ts'
import { mayAsk } from './rules/may.ts'
import { countPolls, insertPoll, isPlaceIn } from './store/polls.ts'
import { tell } from './tell.ts'

const SALT_BYTES = 32

export type AskPoll = {
  readonly venueId: string
  readonly place: 'thread' | 'theme'
  readonly placeId: string
  readonly kind: PollKind
  readonly question: string
  readonly options: readonly string[]
  readonly endsAt: string | null
}

/** Asks in a thread or about a theme. What is asked stays as it is: those who voted voted on these words. */
export async function askPoll(ctx: Ctx, input: AskPoll): Promise<string> {
  const { tx, actor } = ctx
  const { venueId, place, placeId, kind } = input
  const venue = await venueFor(ctx, venueId)
  ensure(mayAsk(actor, venue, ctx.now))
  if (!(await isPlaceIn(tx, actor, input))) throw notFound()
  const options = input.options.map(oneLine)
  if (new Set(options.map((option) => option.toLowerCase())).size < options.length)
    throw new Refusal('polls.same-option', { status: 422 })
  const endsAt = input.endsAt === null ? null : new Date(input.endsAt)
  if (endsAt && endsAt <= ctx.now) throw new Refusal('polls.end-ahead', { status: 422 })
  if ((await countPolls(tx, venueId)) >= POLLS_MAX)
    throw new Refusal('polls.too-many', { status: 422, values: { most: POLLS_MAX } })
  const poll = { id: newId(), venueId, place, placeId, kind, options, endsAt, by: actor.personId }
  await insertPoll(tx, { ...poll, question: oneLine(input.question), salt: randomBytes(SALT_BYTES) })
  if (endsAt) await enqueueCounting(tx, poll.id, endsAt)
  await tell(tx, { type: 'poll.changed', facts: { venueId, id: poll.id } }, actor.personId)
  return poll.id
}

const oneLine = (words: string): string => words.trim().replaceAll(/\s+/g, ' ')
