import { randomBytes } from 'node:crypto'
import type { HubRole } from '../src/kernel/index.ts'
import { type Database, hashToken, newId } from '../src/platform/index.ts'
import type { FreshDatabase } from './database.ts'

/** A hub of the world, with its ancestors: the root first, itself last. */
export type WorldHub = { readonly id: string; readonly name: string; readonly path: readonly string[] }

/** Somebody with a session: hand them to `as(...)` of the test server. */
export type WorldPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly token: string
  readonly sessionId: string
}

export type PersonWishes = {
  /** Default: the core. Null: no hub at all. */
  readonly hub?: WorldHub | null
  /** Default: member. `guest` makes the person a guest of the organisation. */
  readonly role?: HubRole
  readonly owner?: boolean
  readonly locale?: string
  readonly timeZone?: string
  readonly email?: string
  /** A stored hash (PHC). */
  readonly passwordHash?: string
  /** Is the address shown to be theirs? Default: yes. */
  readonly confirmed?: boolean
}

/** An organisation that is set up, and builders for what a test needs in it. Rows go in as the operator writes them. */
export type World = {
  readonly database: Database
  readonly core: WorldHub
  readonly owner: WorldPerson
  hub(name: string, under?: WorldHub): Promise<WorldHub>
  person(name: string, wishes?: PersonWishes): Promise<WorldPerson>
  /** One more hub for somebody. */
  join(person: WorldPerson, hub: WorldHub, role?: HubRole): Promise<void>
  /** One more browser of somebody. */
  session(person: WorldPerson): Promise<WorldPerson>
  close(): Promise<void>
}

/** Sets up the organisation "Meadow" with its core and its owner, on a fresh database. */
export async function aWorld({ fresh }: { readonly fresh: FreshDatabase }): Promise<World> {
  const database = fresh.open(fresh.connection, { max: 4, appName: 'test world' })
  const run = (text: string, values: readonly unknown[]): Promise<unknown> =>
    database.transaction({ role: 'jobs' }, (tx) => tx.rows(text, values))

  async function insertHub(hub: WorldHub, parentId: string | null): Promise<WorldHub> {
    const text = `insert into hub (id, parent_id, name, locales, time_zone, path, created_at)
       values ($1, $2, $3, '{en}', 'Europe/Vienna', $4, now())`
    await run(text, [hub.id, parentId, hub.name, hub.path])
    return hub
  }

  async function session(person: Pick<WorldPerson, 'id' | 'name' | 'email'>): Promise<WorldPerson> {
    const token = randomBytes(32).toString('base64url')
    const sessionId = newId()
    const text = `insert into session (id, token_hash, person_id, agent, created_at, seen_at, expires_at)
       values ($1, $2, $3, 'a test', now(), now(), now() + interval '30 days')`
    await run(text, [sessionId, hashToken(token), person.id])
    return { id: person.id, name: person.name, email: person.email, token, sessionId }
  }

  async function join(person: Pick<WorldPerson, 'id'>, hub: WorldHub, role: HubRole = 'member'): Promise<void> {
    await run('insert into membership (person_id, hub_id, role, since) values ($1, $2, $3, now())', [
      person.id,
      hub.id,
      role,
    ])
  }

  async function person(name: string, wishes: PersonWishes = {}): Promise<WorldPerson> {
    const id = newId()
    const { hub = core, role = 'member', owner = false, locale = 'en', timeZone = 'Europe/Vienna' } = wishes
    const guest = role === 'guest'
    const insertPerson = `insert into person (id, name, locale, time_zone, home_hub_id, owner, guest, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, now())`
    await run(insertPerson, [id, name, locale, timeZone, guest ? null : (hub?.id ?? null), owner, guest])
    const email = wishes.email ?? `${id}@example.org`
    const insertAddress = `insert into person_address (person_id, email, password_hash, confirmed_at, created_at)
       values ($1, $2, $3, case when $4 then now() end, now())`
    await run(insertAddress, [id, email, wishes.passwordHash ?? null, wishes.confirmed ?? true])
    if (hub) await join({ id }, hub, role)
    return session({ id, name, email })
  }

  const organisation = `insert into organisation (id, name, locale, time_zone, created_at)
     values ($1, 'Meadow', 'en', 'Europe/Vienna', now())`
  await run(organisation, [newId()])
  const coreId = newId()
  const core = await insertHub({ id: coreId, name: 'Meadow', path: [coreId] }, null)
  const owner = await person('Olive Owner', { owner: true, role: 'host' })
  return {
    database,
    core,
    owner,
    hub: (name, under = core) => {
      const id = newId()
      return insertHub({ id, name, path: [...under.path, id] }, under.id)
    },
    person,
    join,
    session,
    close: () => database.close(),
  }
}
