import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { climb } from '../../test/ladder.ts'
import type { Contract } from '../kernel/index.ts'
import { PollsView, PollView, pollsContract } from './contract.ts'
import { countPollsThatAreOver } from './count-polls.ts'
import { applyEvent } from './live-state.ts'

let server: JamsServer
let host: TestPerson
let owner: TestPerson
let people: TestPerson[]
let stranger: TestPerson
let jam: Awaited<ReturnType<typeof openedJam>>
let threadId: string
let pollId: string

const OPTIONS = ['Approvals', 'Forms', 'Meetings']
const asking = (change: object = {}) => ({
  ...{
    place: 'thread',
    placeId: threadId,
    kind: 'single',
    question: 'What goes first?',
    options: OPTIONS,
    endsAt: null,
  },
  ...change,
})
const ask = async (change: object = {}): Promise<PollView> =>
  (await server.as(host).post(`/api/venues/${jam.id}/polls`, asking(change))).body
const vote = (who: TestPerson, choices: number[], id = pollId) =>
  server.as(who).put(`/api/polls/${id}/ballot`, { choices })
const view = async (who: TestPerson | null, id = pollId): Promise<PollView> =>
  (await server.as(who).get(`/api/polls/${id}`)).body
const person = (at: number): TestPerson => people[at] ?? host
const end = (id: string, withdraw = false) => server.as(host).post(`/api/polls/${id}/end`, { withdraw })
const count = () => countPollsThatAreOver(server.database)
const rows = async (text: string): Promise<Record<string, unknown>[]> => (await server.root.query(text)).rows

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  owner = await server.person('owner')
  people = await Promise.all(Array.from({ length: 10 }, () => server.person('member')))
  stranger = await server.person('member', server.hubs.south)
  jam = await openedJam(server, host)
  const posted = await server
    .as(person(0))
    .post(`/api/forums/${jam.forumId}/contributions`, { title: 'Less', body: '' })
  threadId = posted.body.id
  pollId = (await ask()).id
})
afterAll(() => server.close())

describe('the ladder', () => {
  for (const [route, contract] of Object.entries(pollsContract as Record<string, Contract>)) {
    const rung = () => {
      const path = route.split(' ')[1]?.replace(':venueId', jam.id).replace(':pollId', pollId) ?? ''
      const body = route.endsWith('/polls') ? asking() : route.endsWith('/end') ? { withdraw: false } : { choices: [0] }
      return { path, person: route.startsWith('PUT') ? person(8) : host, ...(!route.startsWith('GET') && { body }) }
    }
    climb(() => server.api, { route, contract, rung })
  }
})

describe('asking', () => {
  test('is for hosts, in a thread or about a theme of this jam', async () => {
    const path = `/api/venues/${jam.id}/polls`
    const refused = await server.as(person(0)).post(path, asking())
    expect([refused.status, refused.body.error.key]).toEqual([403, 'polls.only-hosts-ask'])
    expect((await server.as(stranger).post(path, asking())).status).toBe(404)
    expect((await server.as(host).post(path, asking({ placeId: jam.id }))).status).toBe(404)
    expect((await server.as(host).post(path, asking({ place: 'theme' }))).status).toBe(404)
  })

  test('takes different options, and an end that is still ahead', async () => {
    const path = `/api/venues/${jam.id}/polls`
    const same = await server.as(host).post(path, asking({ options: ['Forms', ' forms'] }))
    const past = await server.as(host).post(path, asking({ endsAt: '2020-01-01T00:00:00.000Z' }))
    expect([same.body.error.key, past.body.error.key]).toEqual(['polls.same-option', 'polls.end-ahead'])
  })

  test('is seen at its place by everybody who reads the jam, and by nobody else', async () => {
    const { body } = await server.as(person(1)).get(`/api/venues/${jam.id}/polls?at=${threadId}`)
    expect([...Compile(PollsView).Errors(body)]).toEqual([])
    expect(body.polls.map(({ id }: PollView) => id)).toEqual([pollId])
    expect(body.polls[0]).toMatchObject({
      state: 'open',
      at: { place: 'thread', title: 'Less' },
      may: { vote: { ok: true } },
    })
    expect((await server.as(person(1)).get(`/api/venues/${jam.id}/polls?at=${jam.id}`)).body.polls).toEqual([])
    const outside = [stranger, null].map((who) => server.as(who).get(`/api/polls/${pollId}`))
    expect((await Promise.all(outside)).map(({ status }) => status)).toEqual([404, 404])
  })
})

describe('a vote', () => {
  test('is kept, changed and taken back; whose it is, is told to nobody else', async () => {
    await vote(person(1), [2])
    expect((await vote(person(1), [1])).body.mine).toEqual([1])
    expect((await view(person(2))).mine).toEqual([])
    expect((await vote(person(1), [])).body.mine).toEqual([])
    expect(await rows(`select people from poll where id = '${pollId}'`)).toEqual([{ people: 0 }])
  })

  test('is one for each person, however many come at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, at) => vote(person(1), [at % 3])))
    expect(
      await rows(`select p.people, (select count(*)::int from poll_ballot as b where b.poll_id = p.id) as kept
      from poll as p where p.id = '${pollId}'`),
    ).toEqual([{ people: 1, kept: 1 }])
    await vote(person(1), [2]) // whichever of them came last
  })

  test('is one option of this poll, by somebody who takes part', async () => {
    const keys = [(await vote(person(1), [0, 1])).body.error.key, (await vote(person(1), [3])).body.error.key]
    expect(keys).toEqual(['polls.one-option', 'polls.no-such-option'])
    expect((await vote(stranger, [0])).status).toBe(404)
  })

  test('leaves no trace of whose it is: no intention, no name, no time', async () => {
    const kept = () => rows('select count(*)::int as n from idempotency')
    const before = await kept()
    await vote(person(2), [0])
    expect(await kept()).toEqual(before)
    const events = await rows(`select person_id as "by", facts from event where type = 'poll.voted'`)
    expect(events.every(({ by }) => by === null)).toBe(true)
    const columns = await rows(
      `select column_name as name from information_schema.columns where table_name = 'poll_ballot' order by 1`,
    )
    expect(columns.map(({ name }) => name)).toEqual(['choices', 'name', 'poll_id'])
    const names = (await rows('select name::text from poll_ballot')).map(({ name }) => name)
    expect(people.some(({ id }) => names.includes(id))).toBe(false)
  })

  test('cannot be read by owners past every rule; whoever knows its name reads it (the negative control)', async () => {
    const seen = async (settings: string) => {
      await server.root.query('begin; set local role dandelion_app')
      await server.root.query(`select set_config('app.person', '${owner.id}', true), set_config('app.owner', 'yes', true),
        set_config('app.venues', '{${jam.id}}', true) ${settings}`)
      const { rowCount } = await server.root.query('select from poll_ballot')
      await server.root.query('rollback')
      return rowCount
    }
    const [one] = await rows('select name from poll_ballot limit 1')
    expect(await seen('')).toBe(0)
    expect(await seen(`, set_config('app.poll_ballots', '{${one?.name}}', true)`)).toBe(1)
  })

  test('is counted live from five people on, and events on a stale view give what a fresh one gives', async () => {
    const stale = (await server.as(host).get(`/api/venues/${jam.id}/polls`)).body.polls
    for (const at of [3, 4, 5, 6]) await vote(person(at), [0])
    const events = await rows(
      `select facts from event where type = 'poll.voted' and facts->>'id' = '${pollId}' order by id`,
    )
    // Nothing is told of the first four: whoever listens would count them.
    expect(events.map(({ facts }) => (facts as { people: number | null }).people)).toEqual([5, 6])
    const told = events.map(({ facts }) => ({
      type: 'poll.voted' as const,
      ...(facts as { id: string; people: number | null }),
    }))
    const live = told.reduce((shown, event) => applyEvent(shown, event) ?? shown, stale as readonly PollView[])
    expect(live).toEqual((await server.as(host).get(`/api/venues/${jam.id}/polls`)).body.polls)
    expect(live.find(({ id }) => id === pollId)?.people).toBe(6)
  })
})

test('a poll that ends within a day, and one that is over, are told to who catches up', async () => {
  const told = async () => {
    const { body } = await server.as(person(0)).get(`/api/catch-up?jamId=${jam.id}&minutes=30`)
    return body.sections.flatMap(({ cards }: { cards: { key: string; line: string }[] }) => cards)
  }
  const { id } = await ask({ question: 'Where next?', endsAt: new Date(Date.now() + 3_600_000).toISOString() })
  const soon = (await told()).find(({ key }: { key: string }) => key === `poll-ends:${id}`)
  expect(soon.line).toMatch(/^A poll ends on .*: Where next\?$/)
  await end(id)
  await count()
  const over = (await told()).find(({ key }: { key: string }) => key === `poll-few:${id}`)
  expect(over.line).toBe('A poll is over, fewer than five voted: Where next?')
})

describe('what came out', () => {
  test('is told to nobody before the end, and then with no group under five', async () => {
    await vote(person(7), [1])
    expect((await view(owner)).result).toBeNull()
    expect((await end(pollId)).status).toBe(200)
    expect((await view(person(1))).state).toBe('counting')
    expect((await vote(person(8), [1])).body.error.key).toBe('polls.over')
    await count()
    const after = await view(person(1))
    expect([...Compile(PollView).Errors(after)]).toEqual([])
    expect(after).toMatchObject({ state: 'ended', endedBy: 'host', people: 7, mine: [] })
    // One each chose the others: five beside them would tell so.
    expect(after.result?.options.map(({ votes }) => votes)).toEqual([null, null, null])
    expect(
      await rows(`select salt, (select count(*)::int from poll_ballot) as ballots from poll where id = '${pollId}'`),
    ).toEqual([{ salt: null, ballots: 0 }])
  })

  test('is an order by the Schulze method where people ranked', async () => {
    const { id } = await ask({ kind: 'ranked' })
    for (const at of [0, 1, 2, 3, 4]) await vote(person(at), [2, 0, 1], id)
    for (const at of [5, 6, 7, 8, 9]) await vote(at === 9 ? host : person(at), [2, 1], id)
    await end(id)
    await count()
    expect((await view(host, id)).result).toEqual({
      people: 10,
      options: [
        { option: 2, rank: 1, votes: 10 },
        { option: 0, rank: 2, votes: 5 },
        { option: 1, rank: 2, votes: null },
      ],
    })
  })

  test('comes by the clock, and a late clock tells the same; fewer than five show nothing', async () => {
    const { id } = await ask({ endsAt: new Date(Date.now() + 3_600_000).toISOString() })
    for (const at of [0, 1, 2]) await vote(person(at), [0], id)
    await count()
    expect((await view(host, id)).state).toBe('open')
    await server.root.query(
      `update poll set asked_at = asked_at - interval '2 h', ends_at = ends_at - interval '2 h' where id = '${id}'`,
    )
    expect((await vote(person(3), [0], id)).body.error.key).toBe('polls.over')
    await count()
    await count()
    expect(await view(host, id)).toMatchObject({ state: 'ended', endedBy: 'clock', people: null, result: null })
    const told = await rows(
      `select count(*)::int as n from event where type = 'poll.counted' and facts->>'id' = '${id}'`,
    )
    expect(told).toEqual([{ n: 1 }])
  })

  test('of a withdrawn poll is nothing, anywhere', async () => {
    const { id } = await ask({ question: 'A question that was a mistake?' })
    await vote(person(0), [0], id)
    await end(id, true)
    await count()
    expect((await server.as(host).get(`/api/polls/${id}`)).status).toBe(404)
    const file = (await server.as(host).get(`/api/jams/${jam.id}/export?format=jsonl`)).text
    expect(file).not.toContain('a mistake')
    expect(file).toContain('"question":"What goes first?"')
    expect(await rows(`select count(*)::int as n from poll_ballot where poll_id = '${id}'`)).toEqual([{ n: 0 }])
  })

  test('ends with the jam', async () => {
    const { id } = await ask()
    await server.as(host).post(`${jam.path}/move`, { to: 'report', reason: 'All is said.' })
    expect((await view(host, id)).state).toBe('counting')
    await count()
    expect(await view(host, id)).toMatchObject({ state: 'ended', endedBy: 'jam' })
    const refused = await server.as(host).post(`/api/venues/${jam.id}/polls`, asking())
    expect(refused.body.error.key).toBe('polls.jam-closed')
  })
})

test('two worlds that differ only in who voted what look the same', async () => {
  const worlds = await Promise.all(
    [0, 1].map(async (turn) => {
      const other = await openedJam(server, host)
      const root = await server
        .as(person(0))
        .post(`/api/forums/${other.forumId}/contributions`, { title: 'Less', body: '' })
      const asked = await server.as(host).post(`/api/venues/${other.id}/polls`, asking({ placeId: root.body.id }))
      const id: string = asked.body.id
      for (const at of people.keys()) await vote(person(at), [(at + turn) % 10 < 5 ? 0 : 1], id)
      return { ...other, poll: id, thread: root.body.id as string }
    }),
  )
  const seen = async (world: { id: string; poll: string; thread: string }) => {
    const read = [host, owner].flatMap((who) =>
      [`/api/venues/${world.id}/polls`, `/api/jams/${world.id}/export?format=jsonl`].map((path) =>
        server.as(who).get(path),
      ),
    )
    const texts = (await Promise.all(read)).map(({ text }) => text)
    return texts.map((text) =>
      text
        .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
        .replaceAll(/"cursor":\d+/g, ''),
    )
  }
  const [one, two] = await Promise.all(worlds.map(seen))
  expect(one).toEqual(two)
  for (const { poll } of worlds) await end(poll)
  await count()
  const [first, second] = await Promise.all(worlds.map(seen))
  expect(first).toEqual(second)
  expect(first?.join('')).toContain('"votes":5')
})
