import { newId, type Tx } from '../../platform/index.ts'

/** What of a report waits for an answer. */
export type NewMatter = { readonly kind: 'theme' | 'idea'; readonly subjectId: string; readonly name: string }

export type JamToAnswer = {
  readonly hubId: string
  readonly guests: boolean
  readonly hubs: readonly string[]
  readonly promiseBy: string | null
  readonly venueId: string | null
}

/** Undefined for the copy of a rehearsal too: nothing of it is promised. The jam held, with where its promises are discussed, if they are anywhere yet (role jobs). */
export async function holdJamToAnswer(tx: Tx, jamId: string): Promise<JamToAnswer | undefined> {
  await tx.rows('select 1 from jam where id = $1 for update', [jamId])
  return tx.row<JamToAnswer>(
    `select v.hub_id as "hubId", v.guests, array(select x.hub_id from venue_hub as x where x.venue_id = v.id order by 1) as hubs,
       to_char(j.promise_by, 'YYYY-MM-DD') as "promiseBy", l.venue_id as "venueId"
       from jam as j join venue as v on v.id = j.id left join promise_ledger as l on l.jam_id = j.id where j.id = $1 and v.rehearsal_id is null`,
    [jamId],
  )
}

/** These matters stand now, in this order; others of a jam no more. What was answered stays. Theirs is the name of today
 *  as long as nobody has answered. */
export async function saveMatters(tx: Tx, jamId: string, matters: readonly NewMatter[]): Promise<void> {
  const rows = matters.map((matter, place) => ({ ...matter, id: newId(), place }))
  await tx.rows(
    `with now_standing as (
       select * from json_to_recordset($2::json) as r (id uuid, kind text, "subjectId" uuid, name text, place integer)),
     gone as (update matter as m set stands = false where m.jam_id = $1 and m.stands
       and not exists (select from now_standing as s where s.kind = m.kind and s."subjectId" = m.subject_id))
     insert into matter (id, jam_id, kind, subject_id, name, place, stands, at)
     select s.id, $1, s.kind, s."subjectId", s.name, s.place, true, $3 from now_standing as s
     on conflict (jam_id, kind, subject_id) do update set stands = true, place = excluded.place,
       name = case when exists (select from decision as d where d.matter_id = matter.id and d.bound_at is not null)
         then matter.name else excluded.name end`,
    [jamId, JSON.stringify(rows), tx.now],
  )
}

/** Where the promises of a jam are discussed: a venue with its hubs, which takes replies alone and has no hosts. */
export async function insertLedger(tx: Tx, jamId: string, place: { venueId: string; forumId: string }): Promise<void> {
  await tx.rows('insert into promise_ledger (jam_id, venue_id, forum_id) values ($1, $2, $3)', [
    jamId,
    place.venueId,
    place.forumId,
  ])
}
