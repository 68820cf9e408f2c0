import type { HubRole } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'

export type PersonRow = {
  readonly id: string
  readonly name: string | null
  readonly guest: boolean
  readonly owner: boolean
  readonly role: HubRole | null
  readonly hub: string | null
}

const NAMED = 'p.id, p.name, p.guest, p.owner'

export type Page = { readonly query: string; readonly after: string | undefined; readonly limit: number }

/** From the query, or from the last person of the page before, up to the first text that does not begin with the query.
 *  A cursor of somebody who is gone begins anew. */
async function rangeOf(tx: Tx, { query, after }: Page): Promise<[string, string, string | null]> {
  const prefix = query.trim().toLowerCase()
  const end = `${prefix}\u{10FFFF}`
  if (!after) return [prefix, end, null]
  const last = await tx.row<{ key: string | null }>('select lower(name) as key from person where id = $1', [after])
  return last?.key ? [last.key, end, after] : [prefix, end, null]
}

const RANGE = `lower(p.name) ~>=~ $1 and lower(p.name) ~<~ $2
  and ($3::uuid is null or lower(p.name) ~>~ $1 or p.id > $3)`
const ORDER = 'order by lower(p.name) using ~<~, p.id'

/** The people of one hub whose name begins with the query, by name. */
export async function findPeopleOfHub(tx: Tx, hubId: string, page: Page): Promise<PersonRow[]> {
  const text = `select ${NAMED}, m.role, h.name as hub from person as p
     join membership as m on m.person_id = p.id and m.hub_id = $4 left join hub as h on h.id = p.home_hub_id
     where ${RANGE} ${ORDER} limit $5` // index person_name; primary key of membership
  return tx.rows<PersonRow>(text, [...(await rangeOf(tx, page)), hubId, page.limit])
}

/** The members of the organisation whose name begins with the query, by name; guests and who is simulated are not among them. */
export async function findMembers(tx: Tx, page: Page): Promise<PersonRow[]> {
  const text = `select ${NAMED}, null as role, h.name as hub from person as p left join hub as h on h.id = p.home_hub_id
     where not p.guest and not p.simulated and ${RANGE} ${ORDER} limit $4` // index person_name
  return tx.rows<PersonRow>(text, [...(await rangeOf(tx, page)), page.limit])
}

/** The hosts of a hub, by name; at most 200. */
export async function findHosts(tx: Tx, hubId: string): Promise<PersonRow[]> {
  const text = `select ${NAMED}, m.role, h.name as hub from membership as m
     join person as p on p.id = m.person_id left join hub as h on h.id = p.home_hub_id
     where m.hub_id = $1 and m.role = 'host' order by lower(p.name), p.id limit 200` // index membership_hub
  return tx.rows<PersonRow>(text, [hubId])
}

/** A person with their role in one hub (null: none there). */
export async function findPersonInHub(tx: Tx, personId: string, hubId: string): Promise<PersonRow | undefined> {
  const text = `select ${NAMED}, m.role, h.name as hub from person as p
     left join membership as m on m.person_id = p.id and m.hub_id = $2 left join hub as h on h.id = p.home_hub_id
     where p.id = $1` // primary keys
  return tx.row<PersonRow>(text, [personId, hubId])
}

/** What a hub is to a person, as this transaction has made it. */
export async function findPlace(
  tx: Tx,
  personId: string,
  hubId: string,
): Promise<{ role: HubRole | null; home: boolean }> {
  const text = `select m.role, p.home_hub_id is not distinct from $2::uuid as home from person as p
     left join membership as m on m.person_id = p.id and m.hub_id = $2 where p.id = $1` // primary keys
  const place = await tx.row<{ role: HubRole | null; home: boolean }>(text, [personId, hubId])
  return place ?? { role: null, home: false }
}

export async function saveMembership(
  tx: Tx,
  membership: { personId: string; hubId: string; role: HubRole },
): Promise<void> {
  const text = `insert into membership (person_id, hub_id, role, since) values ($1, $2, $3, $4)
     on conflict (person_id, hub_id) do update set role = excluded.role` // primary key
  await tx.rows(text, [membership.personId, membership.hubId, membership.role, tx.now])
}

/** True when the person was in the hub. A home hub that is left is home no more. */
export async function deleteMembership(tx: Tx, personId: string, hubId: string): Promise<boolean> {
  const text = 'delete from membership where person_id = $1 and hub_id = $2 returning hub_id'
  const was = (await tx.row(text, [personId, hubId])) !== undefined
  if (was) await tx.rows('update person set home_hub_id = null where id = $1 and home_hub_id = $2', [personId, hubId])
  return was
}

export async function saveHome(tx: Tx, personId: string, hubId: string): Promise<void> {
  await tx.rows('update person set home_hub_id = $2 where id = $1', [personId, hubId])
}

/** A guest who accepted a member's invitation is a member, at home in that hub unless they have a home. */
export async function makeMember(tx: Tx, personId: string, hubId: string): Promise<void> {
  const text = 'update person set guest = false, home_hub_id = coalesce(home_hub_id, $2) where id = $1'
  await tx.rows(text, [personId, hubId])
}
