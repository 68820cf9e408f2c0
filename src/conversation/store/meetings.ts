import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { MeetingsView, MeetingView } from '../contract.ts'
import { MEETINGS_MAX } from '../rules/limits.ts'

/** The meeting of a contribution `c` as JSON, or null. What was taken back tells neither. */
export const MEETING = `case when c.meeting_id is not null and c.retracted_at is null then (
    select json_build_object('people', m.people, 'place', m.place, 'day', to_char(m.day, 'YYYY-MM-DD'))
      from meeting as m where m.id = c.meeting_id) end`

export type NewMeeting = {
  readonly id: string
  readonly venueId: string
  readonly forumId: string
  readonly people: number | null
  readonly place: string
  readonly day: string
  readonly by: string
}

export async function insertMeeting(tx: Tx, made: NewMeeting): Promise<void> {
  await tx.rows(
    'insert into meeting (id, venue_id, forum_id, people, place, day, by_person, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [made.id, made.venueId, made.forumId, made.people, made.place, made.day, made.by, tx.now],
  )
}

const ROW = `select m.id, m.forum_id as "forumId", m.people, m.place, to_char(m.day, 'YYYY-MM-DD') as day, w.name as by,
  iso(m.at) as at, (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title) order by c.id), '[]')
    from contribution as c where c.meeting_id = m.id and c.retracted_at is null) as contributions
  from meeting as m left join person as w on w.id = m.by_person`

const SEEN = 'm.venue_id = any ((select seen_venues())::uuid[])'

/** The meetings of a venue that the asker may see, the latest first. */
export async function findMeetingsFor(tx: Tx, _actor: Actor, venueId: string): Promise<MeetingView[]> {
  return tx.rows<MeetingView>(
    `${ROW} where m.venue_id = $1 and ${SEEN} order by m.day desc, m.at desc, m.id limit ${MEETINGS_MAX}`, // index meeting_venue
    [venueId],
  )
}

export async function findMeetingFor(tx: Tx, _actor: Actor, id: string): Promise<MeetingView | undefined> {
  return tx.row<MeetingView>(`${ROW} where m.id = $1 and ${SEEN}`, [id])
}

/** Who was at the meetings of a venue, in sum. */
export async function countMeetingsFor(tx: Tx, _actor: Actor, venueId: string): Promise<MeetingsView['spokenFor']> {
  const row = await tx.row<MeetingsView['spokenFor']>(
    `select count(*)::int as meetings, coalesce(sum(m.people), 0)::int as people,
       count(*) filter (where m.people is null)::int as few from meeting as m where m.venue_id = $1 and ${SEEN}`,
    [venueId],
  )
  return row ?? { meetings: 0, people: 0, few: 0 }
}

/** The day where a venue is. */
export async function findToday(tx: Tx, venueId: string): Promise<string> {
  const row = await tx.row<{ day: string }>(
    `select to_char(now() at time zone h.time_zone, 'YYYY-MM-DD') as day from venue as v join hub as h on h.id = v.hub_id
      where v.id = $1`,
    [venueId],
  )
  return row?.day ?? tx.now.toISOString().slice(0, 10)
}
