import type { Tx } from '../../platform/index.ts'

// The operator's own work (role jobs): counting who took which step. Only what has no group under five is kept.

/** Jams that go on, and those that ended without having been counted since; the longest uncounted first. */
export async function findJamsToCount(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select j.id from jam as j join venue as v on v.id = j.id and v.rehearsal_id is null left join reach_state as s on s.jam_id = j.id
      where j.phase in ('discuss', 'rate') or (j.phase in ('report', 'archive') and (s.at is null or s.at <= j.closed_at))
      order by s.at nulls first, j.id limit 200`,
  )
  return rows.map(({ id }) => id)
}

export type PartRow = {
  readonly hub: string | null
  readonly hubName: string | null
  readonly language: string
  readonly invited: number
  readonly voted: number
  readonly wrote: number
  readonly again: number
}

/** Everybody who is invited (members of the hubs that take part, and their guests where these may) or took part, by hub and
 *  language. */
export async function findParts(tx: Tx, jamId: string): Promise<PartRow[]> {
  return tx.rows<PartRow>(
    `with said as materialized (select c.author_id as person_id, count(*) as n from contribution as c
         where c.venue_id = $1 and not c.seed and c.author_id is not null and c.retracted_at is null group by 1),
       voted as materialized (select distinct v.person_id from vote as v where v.venue_id = $1),
       whole as materialized (
         select m.person_id from membership as m join hub as h on h.id = m.hub_id join venue as v on v.id = $1
          where (m.role <> 'guest' or v.guests) and h.path && array(select a.hub_id from venue_hub as a where a.venue_id = $1)
         union select person_id from said union select person_id from voted)
     select p.home_hub_id as hub, h.name as "hubName", split_part(p.locale, '-', 1) as language, count(*)::int as invited,
       count(v.person_id)::int as voted, count(s.person_id)::int as wrote, (count(*) filter (where s.n > 1))::int as again
       from whole as w join person as p on p.id = w.person_id left join hub as h on h.id = p.home_hub_id
       left join said as s on s.person_id = w.person_id left join voted as v on v.person_id = w.person_id
      where not p.simulated
      group by p.home_hub_id, h.name, 3 order by h.name, p.home_hub_id, 3`,
    [jamId],
  )
}

export async function saveFigures(tx: Tx, jamId: string, figures: object): Promise<void> {
  await tx.rows(
    `insert into reach_state (jam_id, at, figures) values ($1, $2, $3)
     on conflict (jam_id) do update set at = excluded.at, figures = excluded.figures`,
    [jamId, tx.now, JSON.stringify(figures)],
  )
}

export type Letter = {
  readonly to: string
  readonly locale: string
  readonly jam: string
  readonly question: string
  readonly hub: string
}

/** The hosts of a hub whose address is shown to be theirs, with what a letter to them says. */
export async function findLetters(tx: Tx, jamId: string, hubId: string): Promise<Letter[]> {
  return tx.rows<Letter>(
    `select a.email as to, p.locale, j.title as jam, j.question, h.name as hub from membership as m
       join person as p on p.id = m.person_id join person_address as a on a.person_id = p.id and a.confirmed_at is not null
       join hub as h on h.id = m.hub_id join jam as j on j.id = $1
      where m.hub_id = $2 and m.role = 'host' order by p.id limit 100`,
    [jamId, hubId],
  )
}
