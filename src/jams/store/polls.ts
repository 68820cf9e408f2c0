import type { Tx } from '../../platform/index.ts'
import type { PollLine } from '../rules/poll-lines.ts'

// What was asked in a jam, out of the database into its file and back (role jobs). Nobody's vote is in a file: one that is open
// still has none of its votes there.

/** In the order in which they were asked. What is over and not counted yet is told as open; withdrawn ones are nobody's. */
export async function findPollLines(tx: Tx, jamId: string): Promise<PollLine[]> {
  return tx.rows<PollLine>(
    `select 'poll' as type, p.id, p.place, p.place_id as of, p.kind, p.question, p.options, p.by_person as "by",
       iso(p.asked_at) as "askedAt", iso(p.ends_at) as "endsAt",
       case when p.counted_at is not null then iso(p.ended_at) end as "endedAt",
       case when p.counted_at is not null then p.ended_by end as "endedBy", iso(p.counted_at) as "countedAt",
       case when p.result is not null then json_build_object('people', p.result->'people', 'options', (
         select json_agg(json_build_object('option', o.value->'option', 'rank', o.value->'rank', 'votes', o.value->'votes')
           order by o.at) from jsonb_array_elements(p.result->'options') with ordinality as o (value, at))) end as result
       from poll as p where p.venue_id = $1 and p.ended_by is distinct from 'withdrawn' order by p.asked_at, p.id`,
    [jamId],
  )
}

/** One that is open begins without votes, with a salt of its own. */
export async function insertPollLines(
  tx: Tx,
  jamId: string,
  lines: readonly (PollLine & { salt: string })[],
): Promise<void> {
  await tx.rows(
    `insert into poll (id, venue_id, place, place_id, kind, question, options, by_person, asked_at, ends_at, people, ended_at,
       ended_by, salt, counted_at, result)
     select r.id, $2, r.place, r.of, r.kind, r.question, array(select json_array_elements_text(r.options)), r."by", r."askedAt",
       r."endsAt", coalesce((r.result->>'people')::integer, 0), r."endedAt", r."endedBy",
       case when r."countedAt" is null then decode(r.salt, 'hex') end, r."countedAt", r.result
       from json_to_recordset($1) as r (id uuid, place text, of uuid, kind text, question text, options json, "by" uuid,
         "askedAt" timestamptz, "endsAt" timestamptz, "endedAt" timestamptz, "endedBy" text, salt text,
         "countedAt" timestamptz, result jsonb)`,
    [JSON.stringify(lines), jamId],
  )
}
