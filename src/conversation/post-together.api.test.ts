import { createHash } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldHub, type WorldPerson } from '../../test/world.ts'

let api: TestApi
let world: World
let root: pg.Client
let north: WorldHub
let host: WorldPerson
let people: WorldPerson[]
let venue: WorldVenue

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  root = api.fresh.root
  north = await world.hub('North')
  host = await world.person('Host', { role: 'host' })
  people = await Promise.all(Array.from({ length: 12 }, (_, at) => world.person(`Person ${at}`, { hub: north })))
  venue = await aVenue(world, host, { hub: north })
})
afterAll(async () => {
  await world.close()
  await api.close()
})

const write = (who: WorldPerson | null, title: string, key?: string) =>
  api
    .as(who)
    .post(`/api/forums/${venue.forumId}/contributions`, { title, body: 'A *body*.' }, key === undefined ? {} : { key })

/** One transaction writes with one number. */
async function transactions(): Promise<number> {
  const { rows } = await root.query('select count(distinct xmin::text)::int as n from contribution')
  return rows[0].n
}
const titles = async (like: string): Promise<string[]> =>
  (await root.query('select title from contribution where title like $1 order by title', [like])).rows.map(
    ({ title }) => title,
  )

describe('who writes into one forum at the same time', () => {
  test('is answered in one transaction with the others, each with her own words and name', async () => {
    const answers = await Promise.all(people.map((person, at) => write(person, `Together ${at}`)))
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200))
    expect(answers.map(({ body }) => [body.title, body.author.name, body.author.hub, body.mine])).toEqual(
      people.map(({ name }, at) => [`Together ${at}`, name, 'North', true]),
    )
    expect(await transactions()).toBeLessThan(people.length)
    for (const [at, { body }] of answers.entries())
      expect((await api.as(people[at] ?? null).get(`/api/contributions/${body.id}`)).body.contribution).toEqual(body)
  })

  test('one after the other are as many transactions: the control of the test above', async () => {
    const before = await transactions()
    for (const person of people.slice(0, 5)) await write(person, 'Alone')
    expect(await transactions()).toBe(before + 5)
  })

  test('is refused alone: nobody signed in, nobody who may not see the forum, no guest where it is not for guests', async () => {
    const open = await aVenue(world, host, { hub: north, lobby: 'public' })
    const [stranger, elsewhere] = [null, await world.person('Elsewhere', { hub: await world.hub('South') })]
    const guest = await world.person('Guest', { hub: north, role: 'guest' })
    const into = ({ forumId }: WorldVenue, who: WorldPerson | null, title: string) =>
      api.as(who).post(`/api/forums/${forumId}/contributions`, { title, body: '' })
    const asked = await Promise.all([
      into(venue, people[0] ?? null, 'Refused alone 1'),
      into(venue, stranger, 'Refused alone 2'),
      into(venue, elsewhere, 'Refused alone 3'),
      into(venue, guest, 'Refused alone 4'),
      into(venue, host, 'Refused alone 5'),
      into(open, people[1] ?? null, 'Refused alone 6'),
      into(open, elsewhere, 'Refused alone 7'),
      into(open, guest, 'Refused alone 8'),
    ])
    expect(asked.map(({ status }) => status)).toEqual([200, 401, 404, 404, 200, 200, 403, 403])
    expect(asked.map(({ body }) => body.error?.key).slice(6)).toEqual([
      'venue.not-for-your-hubs',
      'venue.not-for-guests',
    ])
    expect(await titles('Refused alone%')).toEqual(['Refused alone 1', 'Refused alone 5', 'Refused alone 6'])
  })

  test('fails alone where the database refuses one of them', async () => {
    await root.query(`create function refuse_one() returns trigger language plpgsql as $$
      begin if new.title = 'Fails 3' then raise exception 'not this one' using errcode = '22000'; end if; return new; end $$;
      create trigger refuse_one before insert on contribution for each row execute function refuse_one()`)
    try {
      const answers = await Promise.all(people.slice(0, 6).map((person, at) => write(person, `Fails ${at}`)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 500, 200, 200])
      expect(await titles('Fails%')).toEqual(['Fails 0', 'Fails 1', 'Fails 2', 'Fails 4', 'Fails 5'])
    } finally {
      await root.query('drop trigger refuse_one on contribution; drop function refuse_one')
    }
  })

  test('has written once, however often the same intention comes among others', async () => {
    const keys = people.map(({ id }) => `key-${id}`)
    const ask = () => people.map((person, at) => write(person, `Once ${String(at).padStart(2, '0')}`, keys[at]))
    const answers = await Promise.all([...ask(), ...ask(), ...ask()])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const ids = answers.map(({ body }) => body.id)
    expect([...ids.slice(12, 24), ...ids.slice(24)]).toEqual([...ids.slice(0, 12), ...ids.slice(0, 12)])
    expect(await titles('Once%')).toHaveLength(12)
    const other = await write(people[0] ?? null, 'Once, but something else', keys[0])
    expect([other.status, other.body.error.key]).toEqual([422, 'idempotency.other-body'])
    // The venue closes: who asks again is told what she has written, who asks anew is refused.
    await root.query(`update venue set accepts = 'nothing' where id = $1`, [venue.id])
    const after = await Promise.all([
      write(people[0] ?? null, 'Once 00', keys[0]),
      write(people[1] ?? null, 'Too late'),
      write(people[2] ?? null, 'Once 02', keys[2]),
    ])
    expect(after.map(({ status, body }) => body.error?.key ?? status)).toEqual([200, 'venue.closed', 200])
    expect(after[0]?.body.id).toBe(ids[0])
    await root.query(`update venue set accepts = 'everything' where id = $1`, [venue.id])
  })

  test('forgets her own draft of this forum, and nobody else’s', async () => {
    const place = `forum:${venue.forumId}`
    const [first, second] = people as [WorldPerson, WorldPerson]
    const draft = { kind: 'contribution', title: 'Draft', body: 'half' }
    for (const person of [first, second])
      expect((await api.as(person).put(`/api/drafts/${place}`, draft)).status).toBe(200)
    await Promise.all([write(first, 'Done'), write(people[2] ?? null, 'Done')])
    expect((await api.as(first).get(`/api/drafts/${place}`)).body.draft ?? null).toBeNull()
    expect((await api.as(second).get(`/api/drafts/${place}`)).text).toContain('half')
  })
})

describe('a transaction of several writers', () => {
  /** Opened for these people at this place, then tries to write in the name of `author`. */
  async function tryWriting(
    askers: readonly WorldPerson[],
    place: string,
    author: WorldPerson,
    into: WorldVenue,
  ): Promise<string> {
    const hashes = askers.map(({ token }) => createHash('sha256').update(token).digest())
    try {
      await root.query('begin; set local role dandelion_app')
      await root.query('select open_together($1::bytea[], $2)', [hashes, place])
      await root.query(
        `insert into contribution (id, venue_id, forum_id, thread_id, number, path, depth, kind, author_id, title, body, html,
           language, posted_at) select id, $1, $2, id, 0, '', 0, 'contribution', $3, 'Wall', '', '', 'en', now()
           from (select gen_random_uuid() as id) as t`,
        [into.id, into.forumId, author.id],
      )
      return 'written'
    } catch (error) {
      return (error as { code: string }).code
    } finally {
      await root.query('rollback')
    }
  }
  const REFUSED = '42501'

  test('writes in the name of those who asked and see the place, and of nobody else', async () => {
    const [first, second, third] = people as [WorldPerson, WorldPerson, WorldPerson]
    const elsewhere = await world.person('Outside', { hub: await world.hub('West') })
    const other = await aVenue(world, host, { hub: north })
    const both = [first, second, elsewhere]
    expect(await tryWriting(both, venue.forumId, first, venue)).toBe('written')
    expect(await tryWriting(both, venue.forumId, second, venue)).toBe('written')
    expect(await tryWriting(both, venue.id, second, venue)).toBe('written')
    expect(await tryWriting(both, venue.forumId, third, venue)).toBe(REFUSED)
    expect(await tryWriting(both, venue.forumId, elsewhere, venue)).toBe(REFUSED)
    expect(await tryWriting(both, venue.forumId, first, other)).toBe(REFUSED)
    expect(await tryWriting([elsewhere], venue.forumId, elsewhere, venue)).toBe(REFUSED)
  })
})
