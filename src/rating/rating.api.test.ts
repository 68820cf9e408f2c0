import { randomUUID } from 'node:crypto'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { climb } from '../../test/ladder.ts'
import { countedNow, type RatedJam, rateAll, ratedJam, sweepNow } from '../../test/rating.ts'
import { importJam } from '../jams/index.ts'
import type { Contract } from '../kernel/index.ts'
import { BallotView, type IdeaResult, ResultsView, ratingContract } from './contract.ts'
import { recountExport } from './recount-export.ts'
import { dropUnsourced, findVoters } from './store/counting.ts'

let server: JamsServer
let host: TestPerson
let owner: TestPerson
let author: TestPerson
let people: TestPerson[]
let stranger: TestPerson
let jam: RatedJam

const GOOD = { impact: 5, feasibility: 4, helps: true }
const POOR = { impact: 1, feasibility: 2, helps: false }

const begin = async (who: TestPerson, at = jam): Promise<BallotView> =>
  (await server.as(who).post(`${at.path}/ballot`)).body
const rate = (who: TestPerson, ideaId: string, rating: object | null, at = jam) =>
  server.as(who).put(`${at.path}/ballot`, { ideaId, rating })
const ballot = async (who: TestPerson, at = jam): Promise<BallotView> =>
  (await server.as(who).get(`${at.path}/ballot`)).body
const rows = async (text: string): Promise<Record<string, unknown>[]> => (await server.root.query(text)).rows

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  owner = await server.person('owner')
  author = await server.person('member')
  people = await Promise.all(Array.from({ length: 8 }, () => server.person('member')))
  stranger = await server.person('member', server.hubs.south)
  jam = await ratedJam(server, { host, author, ideas: 33 })
})
afterAll(() => server.close())

const person = (at: number): TestPerson => people[at] ?? host

describe('the ladder', () => {
  for (const [route, contract] of Object.entries(ratingContract as Record<string, Contract>)) {
    const rung = () => {
      const path = route.split(' ')[1]?.replace(':jamId', jam.id) ?? ''
      const body = route.startsWith('PUT') ? { ideaId: jam.ideas[0] ?? '', rating: GOOD } : {}
      return { path, person: person(7), ...(!route.startsWith('GET') && { body }) }
    }
    climb(() => server.api, { route, contract, rung })
  }
})

describe('a ballot', () => {
  test('holds 24 of 33 ideas, a few at a time, each with what it comes from and without a name', async () => {
    const first = await begin(person(0))
    expect([...Compile(BallotView).Errors(first)]).toEqual([])
    expect(first).toMatchObject({ state: 'open', ideas: 33, length: 24, answered: 0, may: { rate: { ok: true } } })
    expect(first.hand).toHaveLength(4)
    expect(first.hand[0]?.sources).toHaveLength(1)
    expect(JSON.stringify(first)).not.toContain(author.name)
  })

  test('goes on where it was, on another device; skipping is an answer of its own', async () => {
    const [one, two] = (await begin(person(1))).hand
    await rate(person(1), one?.id ?? '', GOOD)
    const skipped = (await rate(person(1), two?.id ?? '', null)).body
    expect(skipped).toMatchObject({ answered: 2, skipped: 1 })
    expect(await ballot(person(1))).toEqual(skipped)
    const { rated } = (await server.as(person(1)).get(`${jam.path}/ballot/rated`)).body
    const mine = new Map(rated.map((each: { idea: { id: string }; rating: object }) => [each.idea.id, each.rating]))
    expect([mine.get(one?.id ?? ''), mine.get(two?.id ?? '')]).toEqual([GOOD, null])
  })

  test('is for those who take part, and for what was dealt alone', async () => {
    expect((await server.as(stranger).post(`${jam.path}/ballot`)).status).toBe(404)
    const { hand } = await begin(person(2))
    const other = jam.ideas.find((id) => !hand.some((idea) => idea.id === id)) ?? ''
    const refused = await rate(person(2), other, GOOD)
    expect([refused.status, refused.body.error.key]).toEqual([422, 'rating.not-dealt'])
  })

  test('holds one rating of an idea, however many come at once', async () => {
    const [idea] = (await begin(person(3))).hand
    const points = Array.from({ length: 200 }, (_, at) => ({ ...GOOD, impact: 1 + (at % 5) }))
    const answers = await Promise.all(points.map((rating) => rate(person(3), idea?.id ?? '', rating)))
    // Those that waited too long for the others are told so (503), and have changed nothing.
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect((await ballot(person(3))).answered).toBe(1)
    const kept = await rows(`select count(*)::int as n from rating where idea_id = '${idea?.id}' group by ballot`)
    expect(kept.every(({ n }) => n === 1)).toBe(true)
  })

  test('leaves no trace of who rated: no intention, no event, no time, no name of a person', async () => {
    const before = await rows(
      'select (select count(*) from event)::int as events, (select count(*) from idempotency)::int as kept',
    )
    const [idea] = (await begin(person(4))).hand
    await rate(person(4), idea?.id ?? '', POOR)
    expect(
      await rows('select (select count(*) from event)::int as events, (select count(*) from idempotency)::int as kept'),
    ).toEqual(before)
    const columns = await rows(
      `select column_name as name, data_type as type from information_schema.columns where table_name in ('rating', 'ballot')`,
    )
    expect(
      columns.filter(({ name, type }) => String(type).startsWith('timestamp') || String(name).includes('person')),
    ).toEqual([])
    const ids = (await rows('select name::text from ballot')).map(({ name }) => name)
    expect(people.some(({ id }) => ids.includes(id))).toBe(false)
  })

  test('is rated on while hands are given back: nobody waits for the sweep, and the sweep for nobody', async () => {
    const busy = await ratedJam(server, { host, author, ideas: 31 })
    let rating = true
    const sweeping = (async () => {
      let sweeps = 0
      for (; rating; sweeps++) await sweepNow(server)
      return sweeps
    })()
    const all = async (who: TestPerson): Promise<number[]> => {
      const statuses: number[] = []
      for (let view = await begin(who, busy); view.hand.length > 0; view = await begin(who, busy)) {
        for (const { id } of view.hand) statuses.push((await rate(who, id, GOOD, busy)).status)
      }
      return statuses
    }
    const statuses = await Promise.all(people.map(all))
    rating = false
    expect(await sweeping).toBeGreaterThan(1)
    // A hand that was given back in between is refused, and dealt again; nobody is told that the server is busy.
    expect(statuses.flat()).toContain(200)
    expect(statuses.flat().filter((status) => status !== 200 && status !== 422)).toEqual([])
    expect((await Promise.all(people.map((who) => ballot(who, busy)))).map(({ answered }) => answered)).toEqual(
      people.map(() => 24),
    )
  }, 30_000)

  test('is finished without what nobody stands behind any more', async () => {
    const small = await ratedJam(server, { host, author, ideas: 3 })
    const [first] = (await begin(person(0), small)).hand
    await rate(person(0), first?.id ?? '', GOOD, small)
    const other = small.ideas.find((id) => id !== first?.id) ?? ''
    const { sources } = (await server.as(author).get(`/api/ideas/${other}`)).body
    await server.as(author).delete(`/api/contributions/${sources[0].contributionId}`)
    await server.database.transaction({ role: 'jobs' }, (tx) => dropUnsourced(tx, small.id))
    const view = await begin(person(0), small)
    expect(view).toMatchObject({ ideas: 2, length: 2, answered: 1 })
    const done = (await rate(person(0), view.hand[0]?.id ?? '', GOOD, small)).body
    expect(done).toMatchObject({ answered: 2, length: 2, hand: [] })
  })

  test('cannot be read by hosts and owners, even past every rule', async () => {
    const asOwner = async (settings: string) => {
      await server.root.query('begin; set local role dandelion_app')
      await server.root.query(`select set_config('app.person', '${owner.id}', true), set_config('app.owner', 'yes', true),
        set_config('app.venues', '{${jam.id}}', true) ${settings}`)
      const { rowCount } = await server.root.query('select from rating')
      await server.root.query('rollback')
      return rowCount ?? 0
    }
    expect(await asOwner('')).toBe(0)
    // The negative control: whoever knows the name of a ballot reads it.
    const [known] = await rows('select ballot from rating limit 1')
    expect(await asOwner(`, set_config('app.ballots', '{${known?.ballot}}', true)`)).toBeGreaterThan(0)
  })

  test('that nobody goes on with gives its ideas back, once it rested from one sweep to the next', async () => {
    await begin(person(5))
    const shown = async () =>
      (await rows(`select sum(shown)::int as n from ballot_idea where jam_id = '${jam.id}'`))[0]?.n
    const inHands = async () =>
      Number(
        (await rows(`select coalesce(sum(cardinality(hand)), 0)::int as n from ballot where jam_id = '${jam.id}'`))[0]
          ?.n,
      )
    const [before, resting] = [await shown(), await inHands()]
    await sweepNow(server)
    expect(await shown()).toBe(before)
    await sweepNow(server)
    expect([await shown(), await inHands()]).toEqual([Number(before) - resting, 0])
    expect((await begin(person(5))).hand).toHaveLength(4)
  })
})

test('an idea whose last source is taken back is rated no more', async () => {
  const own = await ratedJam(server, { host, author, ideas: 3 })
  const handled = async (ideaId: string) => {
    const { sources } = (await server.as(author).get(`/api/ideas/${ideaId}`)).body
    await server.as(author).delete(`/api/contributions/${sources[0].contributionId}`)
    const { dropUnsourced } = await import('./store/counting.ts')
    await server.database.transaction({ role: 'jobs' }, (tx) => dropUnsourced(tx, own.id))
  }
  const { hand } = await begin(person(0), own)
  await handled(own.ideas[1] ?? '')
  expect((await ballot(person(0), own)).hand.map(({ id }) => id)).toEqual(
    hand.map(({ id }) => id).filter((id) => id !== own.ideas[1]),
  )
})

describe('the results', () => {
  test('are told to nobody before the end, and afterwards to everybody who reads the jam', async () => {
    const own = await ratedJam(server, { host, author, ideas: 4 })
    const [best, worst, level, few] = own.ideas as [string, string, string, string]
    const say = (id: string) => (id === best ? GOOD : id === few ? null : POOR)
    for (const each of people) await rateAll(server, each, { jam: own, say })
    for (const who of [host, owner]) {
      const early = (await server.as(who).get(`${own.path}/rating`)).body
      expect(early).toMatchObject({ state: 'open', people: null, results: [] })
    }
    await countedNow(server, host, own)
    const late = await rate(person(0), best, POOR, own)
    expect([late.status, late.body.error.key]).toEqual([403, 'rating.counted'])
    const { body } = await server.as(author).get(`${own.path}/rating`)
    expect([...Compile(ResultsView).Errors(body)]).toEqual([])
    expect(body).toMatchObject({ state: 'counted', people: 8, ideas: 4 })
    const byId = new Map(body.results.map((result: IdeaResult) => [result.id, result]))
    expect(byId.get(best)).toMatchObject({
      rank: 1,
      people: 8,
      helps: { mean: 1 },
      hubs: [{ name: 'North', people: 8 }],
    })
    expect([byId.get(worst), byId.get(level)]).toMatchObject([{ rank: 2 }, { rank: 2 }])
    expect(byId.get(few)).toMatchObject({ list: 'few', rank: null, people: null, skipped: null, value: null })
  })

  test('leave nothing by which a ballot could be found again', async () => {
    const counted = await rows('select jam_id from ballot_box where counted_at is not null')
    expect(counted.length).toBeGreaterThan(0)
    for (const { jam_id } of counted) {
      const left = await rows(
        `select (select count(*)::int from rating where jam_id = '${jam_id}') as ratings, (select count(*)::int from ballot
          where jam_id = '${jam_id}') as ballots, (select salt from ballot_box where jam_id = '${jam_id}') as salt`,
      )
      expect(left).toEqual([{ ratings: 0, ballots: 0, salt: null }])
    }
  })
})

test('a recount from the export gives the same ranks, and so does a jam that is imported', async () => {
  const own = await ratedJam(server, { host, author, ideas: 6 })
  const points = new Map(own.ideas.map((id, at) => [id, [5, 3, 3, 2, 3, 1][at] ?? 1]))
  for (const [at, each] of people.entries()) {
    // Level in the mean, and put in an order by those who rated both.
    const lean = (id: string) => (id === own.ideas[1] ? (at % 4 === 0 ? 2 : -1) : 0)
    const say = (id: string) => {
      const impact = Math.min(5, Math.max(1, (points.get(id) ?? 1) + (at < 4 ? lean(id) : 0)))
      return { impact, feasibility: 3, helps: impact > 2 }
    }
    await rateAll(server, each, { jam: own, say })
  }
  await countedNow(server, host, own)
  const shown = (await server.as(host).get(`${own.path}/rating`)).body.results as IdeaResult[]
  const { text } = await server.as(host).get(`${own.path}/export?format=jsonl`)
  expect(text).toContain('"type":"idea-pair"')
  const lines = async function* () {
    yield* text.split('\n').filter(Boolean)
  }
  const recounted = await recountExport(lines())
  const ranksOf = (ideas: readonly { id: string; rank: number | null }[]) =>
    new Map(ideas.map(({ id, rank }) => [id, rank]))
  expect(ranksOf(recounted?.ideas ?? [])).toEqual(ranksOf(shown))

  const copy = await importJam(server.database, { open: lines, newTitle: 'A copy' })
  await sweepNow(server)
  const there = (await server.as(host).get(`/api/jams/${copy.jamId}/rating`)).body.results as IdeaResult[]
  const bySentence = (ideas: readonly IdeaResult[]) => new Map(ideas.map(({ sentence, rank }) => [sentence, rank]))
  expect(bySentence(there)).toEqual(bySentence(shown))
})

test('a sweep counts nothing that just ended: what is under way is in time', async () => {
  const ended = await ratedJam(server, { host, author, ideas: 1 })
  await server.as(host).post(`${ended.path}/move`, { to: 'report', reason: 'All is said.' })
  await sweepNow(server)
  expect(await rows(`select counted_at from ballot_box where jam_id = '${ended.id}'`)).toEqual([{ counted_at: null }])
})

test('hubs of one name in two places are not one', async () => {
  const named = (parent: string, id = randomUUID()) =>
    `insert into hub (id, parent_id, path, name, locales, time_zone, created_at) select '${id}', h.id,
       h.path || '${id}'::uuid, 'Sales', '{en}', 'UTC', now() from hub as h where h.id = '${parent}' returning id`
  const [[north], [south]] = [await rows(named(server.hubs.north)), await rows(named(server.hubs.south))]
  const two = [await server.person('member'), await server.person('member')]
  for (const [at, hub] of [north, south].entries())
    await rows(`update person set home_hub_id = '${hub?.id}' where id = '${two[at]?.id}'`)
  const voters = await server.database.transaction({ role: 'jobs' }, (tx) => findVoters(tx, jam.id))
  const hubOf = (at: number) => voters.find(({ id }) => id === two[at]?.id)?.hub
  expect([hubOf(0), hubOf(1)]).toEqual(['North / Sales', 'South / Sales'])
})
