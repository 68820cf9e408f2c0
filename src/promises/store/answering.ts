import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { DecisionsView } from '../contract.ts'
import type { Answering } from '../rules/may.ts'

/** What use cases need of a jam that the asker may see. `today`: the day where the jam is. */
export type AnsweringRow = Answering & { readonly today: string; readonly answeredAt: string | null }

export async function findAnsweringFor(tx: Tx, _actor: Actor, jamId: string): Promise<AnsweringRow | undefined> {
  return tx.row<AnsweringRow>(
    `select j.phase, decides_in(j.id) as decides, to_char(now() at time zone h.time_zone, 'YYYY-MM-DD') as today,
       exists (select from venue_host as x where x.venue_id = j.id and x.person_id = app_person()) as hosting,
       (select iso(l.answered_at) from promise_ledger as l where l.jam_id = j.id) as "answeredAt"
       from jam as j join venue as v on v.id = j.id join hub as h on h.id = v.hub_id
      where j.id = $1 and j.id = any ((select seen_venues())::uuid[])`,
    [jamId],
  )
}

const NOBODY: DecisionsView['deciders'] = { people: [], needed: null, version: 0, by: null, at: null }

/** Who decides in a jam; nobody as long as hosts have named none. */
export async function findDecidersFor(tx: Tx, _actor: Actor, jamId: string): Promise<DecisionsView['deciders']> {
  const row = await tx.row<DecisionsView['deciders']>(
    `select x.version, x.needed, w.name as by, iso(x.at) as at,
       (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'hub', b.name, 'guest', p.guest)
          order by p.name, p.id), '[]')
          from person as p left join hub as b on b.id = p.home_hub_id where p.id = any (x.people)) as people
       from deciders as x join person as w on w.id = x.by_person
      where x.jam_id = $1 order by x.version desc limit 1`,
    [jamId],
  )
  return row ?? NOBODY
}

export type NewDeciders = {
  readonly jamId: string
  readonly version: number
  readonly people: readonly string[]
  readonly needed: number | null
  readonly by: string
}

/** False when somebody else has made this version meanwhile. */
export async function insertDeciders(tx: Tx, made: NewDeciders): Promise<boolean> {
  const row = await tx.row(
    `insert into deciders (jam_id, version, people, needed, by_person, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (jam_id, version) do nothing returning version`,
    [made.jamId, made.version, made.people, made.needed, made.by, tx.now],
  )
  return row !== undefined
}

/** How many of these people could read a jam and write in it: owners, and those whom its audience has as members. */
export async function countAble(tx: Tx, jamId: string, people: readonly string[]): Promise<number> {
  const row = await tx.row<{ able: number }>(
    `select count(*)::int as able from person as p where p.id = any ($2::uuid[]) and not p.guest and (p.owner or exists (
       select from membership as m join hub as h on h.id = m.hub_id
        where m.person_id = p.id and m.role <> 'guest'
          and h.path && array(select a.hub_id from venue_hub as a where a.venue_id = $1)))`,
    [jamId, people],
  )
  return row?.able ?? 0
}

/** Where the promises of a jam are discussed, for somebody who may read there; undefined for others. */
export async function findLedgerForumFor(tx: Tx, _actor: Actor, jamId: string): Promise<string | undefined> {
  const row = await tx.row<{ id: string }>(
    `select l.forum_id as id from promise_ledger as l where l.jam_id = $1
        and l.venue_id = any ((select seen_venues())::uuid[])`,
    [jamId],
  )
  return row?.id
}
