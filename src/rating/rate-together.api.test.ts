import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, preparedJam, type TestPerson } from '../../test/jams.ts'
import { type RatedJam, ratedJam } from '../../test/rating.ts'

let server: JamsServer
let host: TestPerson
let author: TestPerson
let people: TestPerson[]
let jam: RatedJam

const GOOD = { impact: 5, feasibility: 4, helps: true }

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  author = await server.person('member')
  people = await Promise.all(Array.from({ length: 12 }, () => server.person('member')))
  jam = await ratedJam(server, { host, author, ideas: 8 })
})
afterAll(() => server.close())

const handOf = async (who: TestPerson): Promise<string[]> =>
  (await server.as(who).post(`${jam.path}/ballot`)).body.hand.map(({ id }: { id: string }) => id)
const rate = (who: TestPerson | null, ideaId = '', rating: object | null = GOOD) =>
  server.as(who).put(`${jam.path}/ballot`, { ideaId, rating })
/** One transaction writes with one number. */
async function transactions(): Promise<number> {
  const { rows } = await server.root.query(
    `select count(distinct xmin::text)::int as n from rating where jam_id = '${jam.id}'`,
  )
  return rows[0].n
}

/** The same person on another device. */
async function onAnotherDevice(person: TestPerson): Promise<TestPerson> {
  const token = randomBytes(32).toString('base64url')
  await server.root.query(
    `insert into session (id, token_hash, person_id, agent, created_at, seen_at, expires_at)
       select gen_random_uuid(), $1, $2, '', now(), now(), now() + interval '1 day'`,
    [createHash('sha256').update(token).digest(), person.id],
  )
  return { ...person, token }
}

describe('who rates at the same time', () => {
  test('is answered in one transaction with the others, each for herself', async () => {
    const hands = await Promise.all(people.map(handOf))
    const answers = await Promise.all(people.map((person, at) => rate(person, hands[at]?.[0])))
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200))
    const left = answers.map(({ body }) => body.hand.map(({ id }: { id: string }) => id))
    expect(left).toEqual(hands.map((hand) => hand.slice(1)))
    expect(answers.every(({ body }) => body.answered === 1 && body.may.rate.ok)).toBe(true)
    expect(await transactions()).toBeLessThan(people.length / 2)
  })

  test('one after the other are as many transactions: the control of the test above', async () => {
    const before = await transactions()
    for (const person of people.slice(0, 6)) await rate(person, (await handOf(person))[0])
    expect(await transactions()).toBe(before + 6)
  })

  test('is refused alone: nobody signed in, nobody who may not see it, nothing that was not dealt', async () => {
    const [stranger, elsewhere] = [null, await server.person('member', server.hubs.south)]
    const [mine = ''] = await handOf(people[0] as TestPerson)
    const [hers = ''] = await handOf(people[1] as TestPerson)
    const foreign = jam.ideas.find((id) => id !== mine) ?? ''
    const together = [
      rate(people[0] as TestPerson, mine),
      rate(stranger, mine),
      rate(elsewhere, mine),
      rate(people[2] as TestPerson, '018f0000-0000-7000-8000-000000000000'),
      rate(people[1] as TestPerson, hers, null),
      rate(elsewhere, foreign),
    ]
    expect((await Promise.all(together)).map(({ status }) => status)).toEqual([200, 401, 404, 422, 200, 404])
  })

  test('fails alone where the database refuses one of them', async () => {
    await server.root.query(`create function refuse_one() returns trigger language plpgsql as $$
      begin if new.impact = 2 then raise exception 'not this one' using errcode = '23514'; end if; return new; end $$;
      create trigger refuse_one before insert on rating for each row execute function refuse_one()`)
    try {
      const hands = await Promise.all(people.slice(0, 5).map(handOf))
      const send = (person: TestPerson, at: number) =>
        rate(person, hands[at]?.[0], at === 3 ? { ...GOOD, impact: 2 } : GOOD)
      const answers = await Promise.all(people.slice(0, 5).map(send))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 500, 200])
    } finally {
      await server.root.query('drop trigger refuse_one on rating; drop function refuse_one')
    }
  })

  test('on two devices is one person: her answers come one after the other', async () => {
    const person = people[6] as TestPerson
    const devices = [person, await onAnotherDevice(person), await onAnotherDevice(person)]
    const [first, second] = await handOf(person)
    const answers = await Promise.all(devices.map((device, at) => rate(device, at === 0 ? first : second)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await server.as(person).get(`${jam.path}/ballot`)).body.answered).toBe(
      Math.max(...answers.map(({ body }) => body.answered)),
    )
  })

  test('is answered while the words of ideas are kept: a withdrawn one is in nobody’s hand', async () => {
    const hand = await handOf(people[7] as TestPerson)
    await server.root.query(`delete from ballot_idea where idea_id = '${hand[1]}'`)
    const { body } = await rate(people[7] as TestPerson, hand[0])
    expect(body.hand.map(({ id }: { id: string }) => id)).not.toContain(hand[1])
  })
})

describe('a transaction for many', () => {
  /** What the statement for many says of each person and place, and what the one for a single person says. */
  async function seen(person: TestPerson, place: string): Promise<[together: boolean, alone: boolean]> {
    const hash = createHash('sha256').update(person.token).digest()
    const { root } = server
    try {
      await root.query('begin; set local role dandelion_app')
      const many = await root.query('select open_together($1::bytea[], $2) as askers', [[hash], place])
      const left =
        await root.query(`select current_setting('app.person') as person, current_setting('app.owner') as owner,
        app_ids('app.venues') as venues`)
      const [asker] = many.rows[0].askers
      expect(asker.actor.personId).toBe(person.id)
      expect(left.rows[0]).toEqual({ person: '', owner: 'no', venues: asker.sees ? [place] : [] })
      await root.query('select open_as($1, null)', [hash])
      const alone = await root.query(`select $1::uuid = any (app_ids('app.venues')) as sees`, [place])
      return [asker.sees, alone.rows[0].sees]
    } finally {
      await root.query('rollback')
    }
  }

  test('sees the one place, for those who see it, as each would alone', async () => {
    const { north, south, core } = server.hubs
    const readers = [
      host,
      await server.person('owner', south),
      await server.person('member', core),
      await server.person('member', south),
      await server.person('guest', north),
      people[0] as TestPerson,
    ]
    const open = { audience: { hubs: [north], guests: true }, lobby: 'public' }
    const prepared = await preparedJam(server, host, {})
    const places = [jam.id, prepared.id, (await preparedJam(server, host, open)).id]
    const all = await Promise.all(places.flatMap((place) => readers.map((reader) => ({ place, reader }))))
    const found: boolean[] = []
    for (const { place, reader } of all) {
      const [together, alone] = await seen(reader, place)
      expect(together).toBe(alone)
      found.push(together)
    }
    expect(new Set(found)).toEqual(new Set([true, false]))
  })
})
