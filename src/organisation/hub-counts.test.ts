import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { aWorld, type World, type WorldHub, type WorldPerson } from '../../test/world.ts'
import type { HubRole } from '../kernel/index.ts'
import { nobody } from '../kernel/index.ts'
import { foldCounts } from './fold-counts.ts'
import { findHubsFor } from './store/hubs.ts'
import { deleteMembership, saveMembership } from './store/people.ts'

let fresh: FreshDatabase
let world: World
let hubs: readonly WorldHub[]
let people: readonly WorldPerson[]

beforeAll(async () => {
  fresh = await freshDatabase()
  world = await aWorld({ fresh })
  hubs = [world.core, await world.hub('North'), await world.hub('South')]
  people = await Promise.all(['Ada', 'Ben', 'Cora', 'Dan'].map((name) => world.person(name, { hub: null })))
  const imported = 'insert into hub_step (hub_id, people, guests, imported) values ($1, 0, 0, 7)'
  await world.database.transaction({ role: 'jobs' }, (tx) => tx.rows(imported, [hubs[1]?.id]))
})
afterAll(async () => {
  await world.close()
  await fresh.drop()
})

type Counts = Record<string, { people: number; guests: number; imported: number }>

async function shown(): Promise<Counts> {
  const rows = await world.database.transaction({ role: 'app' }, (tx) => findHubsFor(tx, { ...nobody, guest: false }))
  return Object.fromEntries(
    rows.map((hub) => [hub.id, { people: hub.people, guests: hub.guests, imported: hub.imported }]),
  )
}

async function counted(): Promise<Counts> {
  const text = `select h.id, count(m.role) filter (where m.role <> 'guest')::integer as people,
    count(m.role) filter (where m.role = 'guest')::integer as guests, case h.id when $1 then 7 else 0 end as imported
    from hub as h left join membership as m on m.hub_id = h.id group by h.id`
  type Row = Counts[string] & { id: string }
  const rows = await world.database.transaction({ role: 'jobs' }, (tx) => tx.rows<Row>(text, [hubs[1]?.id]))
  return Object.fromEntries(rows.map(({ id, ...counts }) => [id, counts]))
}

const steps = fc.array(
  fc.record({
    person: fc.nat(3),
    hub: fc.nat(2),
    act: fc.constantFrom<HubRole | 'leave' | 'fold'>('member', 'host', 'guest', 'leave', 'fold'),
  }),
  { maxLength: 12 },
)

async function apply(step: { person: number; hub: number; act: HubRole | 'leave' | 'fold' }): Promise<void> {
  const { act } = step
  const [personId, hubId] = [people[step.person]?.id ?? '', hubs[step.hub]?.id ?? '']
  if (act === 'fold') return foldCounts(world.database)
  await world.database.transaction({ role: 'app' }, async (tx) => {
    if (act === 'leave') await deleteMembership(tx, personId, hubId)
    else await saveMembership(tx, { personId, hubId, role: act })
  })
}

test('whatever happens, in whatever order or all at once, the counts are those of the memberships', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (acts, atOnce) => {
      if (atOnce) await Promise.all(acts.map(apply))
      else for (const act of acts) await apply(act)
      expect(await shown()).toEqual(await counted())
    }),
    { numRuns: 40 },
  )
})
