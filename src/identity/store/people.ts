import type { Tx } from '../../platform/index.ts'

export type NewPerson = {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly timeZone: string
  readonly homeHubId: string | null
  readonly owner: boolean
  readonly guest: boolean
}

export type NewAddress = {
  readonly personId: string
  readonly email: string
  readonly passwordHash: string | null
  readonly confirmed: boolean
}

/** A person who has or claims an address. */
export type Claimant = {
  readonly personId: string
  readonly name: string
  readonly locale: string
  readonly email: string
  readonly passwordHash: string | null
  readonly confirmed: boolean
}

export async function insertPerson(tx: Tx, person: NewPerson): Promise<void> {
  const text = `insert into person (id, name, locale, time_zone, home_hub_id, owner, guest, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`
  const { id, name, locale, timeZone, homeHubId, owner, guest } = person
  await tx.rows(text, [id, name, locale, timeZone, homeHubId, owner, guest, tx.now])
}

/** Somebody of a demonstration or a rehearsal. `homeHubId`: where she is let in, without being a member. */
export type SimulatedPerson = Omit<NewPerson, 'owner' | 'guest'>

export async function insertSimulated(tx: Tx, people: readonly SimulatedPerson[]): Promise<void> {
  const text = `insert into person (id, name, locale, time_zone, home_hub_id, simulated, created_at)
     select r.id, r.name, r.locale, r."timeZone", r."homeHubId", true, $2
       from json_to_recordset($1) as r (id uuid, name text, locale text, "timeZone" text, "homeHubId" uuid)`
  await tx.rows(text, [JSON.stringify(people), tx.now])
}

export async function insertAddress(tx: Tx, address: NewAddress): Promise<void> {
  const text = `insert into person_address (person_id, email, password_hash, confirmed_at, created_at)
     values ($1, $2, $3, $4, $5)`
  const { personId, email, passwordHash, confirmed } = address
  await tx.rows(text, [personId, email, passwordHash, confirmed ? tx.now : null, tx.now])
}

/** Who has the address confirmed first, then who claimed it last; at most `limit`. */
export async function findClaimants(tx: Tx, email: string, limit: number): Promise<Claimant[]> {
  const text = `select a.person_id as "personId", coalesce(p.name, '') as name, p.locale, a.email,
       a.password_hash as "passwordHash", a.confirmed_at is not null as confirmed
     from person_address as a join person as p on p.id = a.person_id
     where lower(a.email) = lower($1)
     order by (a.confirmed_at is not null) desc, a.created_at desc, a.person_id limit $2` // index person_address_email
  return tx.rows<Claimant>(text, [email, limit])
}

export async function findClaimant(tx: Tx, personId: string): Promise<Claimant | undefined> {
  const text = `select a.person_id as "personId", coalesce(p.name, '') as name, p.locale, a.email,
       a.password_hash as "passwordHash", a.confirmed_at is not null as confirmed
     from person_address as a join person as p on p.id = a.person_id where a.person_id = $1` // primary key
  return tx.row<Claimant>(text, [personId])
}

/** Confirms the address of a person unless somebody else has it confirmed. True when it was confirmed now. */
export async function confirmAddress(tx: Tx, personId: string): Promise<boolean> {
  const text = `update person_address as a set confirmed_at = $2
     where a.person_id = $1 and a.confirmed_at is null and not exists (
       select from person_address as b where lower(b.email) = lower(a.email) and b.confirmed_at is not null)
     returning a.person_id` // primary key; index person_address_confirmed
  return (await tx.row(text, [personId, tx.now])) !== undefined
}

/** Two people who confirm one address at once are ordered by this; the second finds it taken. */
export async function lockAddress(tx: Tx, personId: string): Promise<void> {
  const text = `select pg_advisory_xact_lock(hashtextextended(lower(email), 11)) from person_address where person_id = $1`
  await tx.rows(text, [personId])
}

export async function savePassword(tx: Tx, personId: string, passwordHash: string | null): Promise<void> {
  await tx.rows('update person_address set password_hash = $2 where person_id = $1', [personId, passwordHash])
}

/** Makes a stored hash anew at today's cost, unless the password was changed meanwhile. */
export async function replaceHash(tx: Tx, personId: string, hashes: { old: string; new: string }): Promise<void> {
  const text = 'update person_address set password_hash = $3 where person_id = $1 and password_hash = $2'
  await tx.rows(text, [personId, hashes.old, hashes.new])
}

export type ProfileRow = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly timeZone: string
  readonly owner: boolean
  readonly guest: boolean
  readonly homeHubId: string | null
  readonly hasPassword: boolean
}

export async function findProfile(tx: Tx, personId: string): Promise<ProfileRow | undefined> {
  const text = `select p.id as "personId", coalesce(p.name, '') as name, coalesce(a.email, '') as email, p.locale,
       p.time_zone as "timeZone", p.owner, p.guest, p.home_hub_id as "homeHubId",
       a.password_hash is not null as "hasPassword"
     from person as p left join person_address as a on a.person_id = p.id where p.id = $1` // primary keys
  return tx.row<ProfileRow>(text, [personId])
}

export async function saveProfile(
  tx: Tx,
  personId: string,
  profile: { name: string; locale: string; timeZone: string },
): Promise<void> {
  const text = 'update person set name = $2, locale = $3, time_zone = $4 where id = $1'
  await tx.rows(text, [personId, profile.name, profile.locale, profile.timeZone])
}
