import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { PollKind, PollResult, PollView } from '../contract.ts'
import { POLLS_MAX } from '../rules/limits.ts'

/** A poll without what the rules decide and without what is the asker's own. */
export type PollRow = Pick<PollView, 'id' | 'venueId' | 'at' | 'kind' | 'question' | 'options' | 'by' | 'askedAt'> & {
  readonly endsAt: Date | null
  readonly endedAt: Date | null
  readonly endedBy: PollView['endedBy']
  readonly people: number
  readonly salt: Buffer | null
  readonly counted: boolean
  readonly result: PollResult | null
}

const ROW = `select p.id, p.venue_id as "venueId", json_build_object('place', p.place, 'id', p.place_id, 'title', case p.place
    when 'theme' then (select coalesce(t.name, t.label) from theme as t where t.id = p.place_id and t.gone_at is null)
    else (select c.title from contribution as c where c.id = p.place_id and c.retracted_at is null) end) as at,
  p.kind, p.question, p.options, w.name as by, iso(p.asked_at) as "askedAt", p.ends_at as "endsAt", p.ended_at as "endedAt",
  p.ended_by as "endedBy", p.people, p.salt, p.counted_at is not null as counted, p.result
  from poll as p left join person as w on w.id = p.by_person`

const SHOWN = `p.ended_by is distinct from 'withdrawn' and p.venue_id = any ((select seen_venues())::uuid[])`

/** The polls of a venue that the asker may see, or of one place in it. */
export async function findPollsFor(
  tx: Tx,
  _actor: Actor,
  of: { venueId: string; at: string | null },
): Promise<PollRow[]> {
  return tx.rows<PollRow>(
    `${ROW} where p.venue_id = $1 and ($2::uuid is null or p.place_id = $2) and ${SHOWN}
      order by p.counted_at is not null, p.asked_at desc, p.id limit ${POLLS_MAX}`, // index poll_place
    [of.venueId, of.at],
  )
}

export async function findPollFor(tx: Tx, _actor: Actor, pollId: string): Promise<PollRow | undefined> {
  return tx.row<PollRow>(`${ROW} where p.id = $1 and ${SHOWN}`, [pollId])
}

/** Others who vote in this poll, end it or count it wait until this transaction ends. */
export async function holdPoll(tx: Tx, pollId: string): Promise<void> {
  await tx.rows('select 1 from poll where id = $1 for no key update', [pollId])
}

export async function countPolls(tx: Tx, venueId: string): Promise<number> {
  const row = await tx.row<{ polls: number }>('select count(*)::int as polls from poll where venue_id = $1', [venueId])
  return row?.polls ?? 0
}

/** Whether this is a thread or a theme of the venue that is there still. */
export async function isPlaceIn(
  tx: Tx,
  _actor: Actor,
  at: { venueId: string; place: 'thread' | 'theme'; placeId: string },
): Promise<boolean> {
  const text =
    at.place === 'theme'
      ? 'select 1 from theme where id = $2 and venue_id = $1 and gone_at is null'
      : 'select 1 from contribution where id = $2 and venue_id = $1 and parent_id is null and retracted_at is null'
  return (await tx.row(text, [at.venueId, at.placeId])) !== undefined
}

export type NewPoll = {
  readonly id: string
  readonly venueId: string
  readonly place: 'thread' | 'theme'
  readonly placeId: string
  readonly kind: PollKind
  readonly question: string
  readonly options: readonly string[]
  readonly by: string
  readonly endsAt: Date | null
  readonly salt: Buffer
}

export async function insertPoll(tx: Tx, made: NewPoll): Promise<void> {
  await tx.rows(
    `insert into poll (id, venue_id, place, place_id, kind, question, options, by_person, asked_at, ends_at, salt)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[made.id, made.venueId, made.place, made.placeId, made.kind, made.question, made.options, made.by],
      ...[tx.now, made.endsAt, made.salt],
    ],
  )
}

export async function saveEnd(tx: Tx, pollId: string, by: 'host' | 'withdrawn'): Promise<void> {
  await tx.rows('update poll set ended_at = $2, ended_by = $3 where id = $1', [pollId, tx.now, by])
}

/** From here on this transaction sees the ballots of these names, and no others. */
export async function takeBallots(tx: Tx, names: readonly string[]): Promise<void> {
  await tx.rows(`select set_config('app.poll_ballots', $1, true)`, [`{${names.join(',')}}`])
}

/** What the asker chose, by poll. */
export async function findOwnChoices(tx: Tx, pollIds: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await tx.rows<{ id: string; choices: number[] }>(
    `select b.poll_id as id, b.choices from poll_ballot as b
      where b.poll_id = any ($1) and b.name = any (app_ids('app.poll_ballots'))`,
    [pollIds],
  )
  return new Map(rows.map(({ id, choices }) => [id, choices]))
}

/** Keeps the asker's choices in place of earlier ones; none takes her vote back. Gives how many more people voted by it. */
export async function saveChoices(
  tx: Tx,
  ballot: { pollId: string; name: string; choices: readonly number[] },
): Promise<-1 | 0 | 1> {
  const { pollId, name, choices } = ballot
  if (choices.length === 0) {
    const gone = await tx.row('delete from poll_ballot where poll_id = $1 and name = $2 returning 1', [pollId, name])
    return gone ? -1 : 0
  }
  const row = await tx.row<{ first: boolean }>(
    `insert into poll_ballot (poll_id, name, choices) values ($1, $2, $3)
     on conflict (poll_id, name) do update set choices = excluded.choices returning xmax = 0 as first`,
    [pollId, name, choices],
  )
  return row?.first ? 1 : 0
}

/** Gives how many voted now. */
export async function addPeople(tx: Tx, pollId: string, more: number): Promise<number> {
  const row = await tx.row<{ people: number }>('update poll set people = people + $2 where id = $1 returning people', [
    pollId,
    more,
  ])
  return row?.people ?? 0
}
