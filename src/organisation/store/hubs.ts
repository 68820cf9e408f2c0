import { type Actor, notFound } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import { HUBS_MAX } from '../contract.ts'

export type HubRow = {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly locales: readonly string[]
  readonly timeZone: string
  /** The root first, the hub itself last. */
  readonly path: readonly string[]
  readonly people: number
  readonly guests: number
  /** Known from imported jams alone. */
  readonly imported: number
}

const COLUMNS = `h.id, h.parent_id as "parentId", h.name, h.locales, h.time_zone as "timeZone", h.path,
  coalesce(c.people, 0)::integer as people, coalesce(c.guests, 0)::integer as guests,
  coalesce(c.imported, 0)::integer as imported`
const COUNTS = 'sum(s.people) as people, sum(s.guests) as guests, sum(s.imported) as imported'

/** The hubs a guest was invited to, with those above; for everybody else null: all of them. */
function opened(actor: Actor): readonly string[] | null {
  return actor.guest && !actor.owner ? [...actor.guestReach, ...actor.reach] : null
}

/** The hubs the actor may see. Of a hub above their own a guest learns the name alone, not how many are in it. */
export async function findHubsFor(tx: Tx, actor: Actor): Promise<HubRow[]> {
  const text = `select ${COLUMNS} from hub as h
     left join (select s.hub_id, ${COUNTS} from hub_step as s
       where $2::uuid[] is null or s.hub_id = any ($2) group by s.hub_id) as c on c.hub_id = h.id
     where $1::uuid[] is null or h.id = any ($1) order by h.path limit ${HUBS_MAX}` // index hub_step_hub
  const own = opened(actor) === null ? null : Object.keys(actor.roles)
  return tx.rows<HubRow>(text, [opened(actor), own])
}

/** One hub. Throws notFound when it is absent or the actor is a guest who was not invited to it. */
export async function findHubFor(tx: Tx, actor: Actor, hubId: string): Promise<HubRow> {
  const text = `select ${COLUMNS} from hub as h
     left join lateral (select ${COUNTS} from hub_step as s where s.hub_id = h.id) as c on true
     where h.id = $1` // primary key; index hub_step_hub
  const isClosed = opened(actor) !== null && actor.roles[hubId] === undefined
  const hub = isClosed ? undefined : await tx.row<HubRow>(text, [hubId])
  if (!hub) throw notFound()
  return hub
}

/** The hubs directly under one, by name. */
export async function findChildren(tx: Tx, hubId: string): Promise<HubRow[]> {
  const text = `select ${COLUMNS} from hub as h
     left join lateral (select ${COUNTS} from hub_step as s where s.hub_id = h.id) as c on true
     where h.parent_id = $1 order by lower(h.name), h.id limit ${HUBS_MAX}` // indexes hub_parent, hub_step_hub
  return tx.rows<HubRow>(text, [hubId])
}

/** Names of hubs, in no order. */
export async function findHubNames(tx: Tx, hubIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  return tx.rows('select id, name from hub where id = any ($1)', [hubIds]) // primary key
}

export async function countHubs(tx: Tx): Promise<number> {
  return (await tx.row<{ hubs: number }>('select count(*)::integer as hubs from hub'))?.hubs ?? 0
}

export type NewHub = {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly locales: readonly string[]
  readonly timeZone: string
  readonly path: readonly string[]
}

/** False when another hub beside it has the name (whatever its case). */
export async function insertHub(tx: Tx, hub: NewHub): Promise<boolean> {
  const text = `insert into hub (id, parent_id, name, locales, time_zone, path, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (parent_id, lower(name)) do nothing returning id` // index hub_name_among_siblings
  const values = [hub.id, hub.parentId, hub.name, hub.locales, hub.timeZone, hub.path, tx.now]
  return (await tx.row(text, values)) !== undefined
}

/** Hubs beside one another are named one after the other. */
export async function lockSiblings(tx: Tx, parentId: string | null): Promise<void> {
  if (parentId) await tx.rows('select id from hub where id = $1 for no key update', [parentId])
}

/** False when another hub beside it has the name. Lock the siblings first. */
export async function saveHub(
  tx: Tx,
  hub: { id: string; name: string; locales: readonly string[]; timeZone: string },
): Promise<boolean> {
  const text = `update hub as h set name = $2, locales = $3, time_zone = $4 where h.id = $1 and not exists (
       select from hub as s where s.parent_id = h.parent_id and lower(s.name) = lower($2) and s.id <> h.id)
     returning h.id` // primary key; index hub_name_among_siblings
  return (await tx.row(text, [hub.id, hub.name, hub.locales, hub.timeZone])) !== undefined
}

/** Folds the steps that were counted since the last time into one for each hub. Changes meanwhile add theirs beside. */
export async function foldHubSteps(tx: Tx): Promise<void> {
  await tx.rows(`with gone as (delete from hub_step returning hub_id, people, guests, imported)
    insert into hub_step (hub_id, people, guests, imported)
    select hub_id, sum(people), sum(guests), sum(imported) from gone group by hub_id`)
}
