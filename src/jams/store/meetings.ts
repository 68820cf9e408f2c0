import type { Tx } from '../../platform/index.ts'
import type { MeetingLine } from '../rules/meeting-lines.ts'

// The meetings of a jam, out of the database into its file and back (role jobs).

/** In the order in which they were entered. */
export async function findMeetingLines(tx: Tx, jamId: string): Promise<MeetingLine[]> {
  return tx.rows<MeetingLine>(
    `select 'meeting' as type, m.id, m.forum_id as forum, m.people, m.place, to_char(m.day, 'YYYY-MM-DD') as day,
       m.by_person as "by", iso(m.at) as at, array(select c.id from contribution as c where c.meeting_id = m.id order by c.id)
         as contributions from meeting as m where m.venue_id = $1 order by m.at, m.id`,
    [jamId],
  )
}

export async function insertMeetingLines(tx: Tx, jamId: string, lines: readonly MeetingLine[]): Promise<void> {
  const text = JSON.stringify(lines)
  await tx.rows(
    `insert into meeting (id, venue_id, forum_id, people, place, day, by_person, at)
     select r.id, $2, r.forum, r.people, r.place, r.day, r."by", r.at from json_to_recordset($1)
       as r (id uuid, forum uuid, people integer, place text, day date, "by" uuid, at timestamptz)`,
    [text, jamId],
  )
  await tx.rows(
    `update contribution as c set meeting_id = r.id from json_to_recordset($1) as r (id uuid, contributions json)
       cross join json_array_elements_text(r.contributions) as s (id) where c.id = s.id::uuid and c.venue_id = $2`,
    [text, jamId],
  )
}
