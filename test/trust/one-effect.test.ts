import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hoursFromNow, type JamsServer, openedJam, openJamsServer, preparedJam, type TestPerson } from '../jams.ts'
import { scale } from './all-contracts.ts'

/** 2,000 requests on every change: each intention is sent up to three times, in any order, eight at a time. */
const REQUESTS = 2_000 * scale
const AT_ONCE = 8
const seed = Number(process.env.TRUST_SEED ?? 20_261_122)

let server: JamsServer
let [host, north]: [TestPerson | undefined, TestPerson[]] = [undefined, []]

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  north = await Promise.all(Array.from({ length: 4 }, () => server.person('member')))
})
afterAll(() => server.close())

const theHost = (): TestPerson => host ?? expect.unreachable()

type Way = 'post' | 'put' | 'delete'
/** What somebody wants once, whatever happens on the way. */
type Intention = {
  readonly key: string
  readonly who: TestPerson
  readonly way: Way
  readonly path: string
  readonly body?: object
}
type Answered = { readonly status: number; readonly text: string }

/** Sends each intention as often as the list has it; the answers of each, in the order in which they came. */
async function sendAll(list: readonly Intention[]): Promise<Map<string, Answered[]>> {
  const answers = new Map<string, Answered[]>()
  let next = 0
  async function work(): Promise<void> {
    for (let one = list[next++]; one; one = list[next++]) {
      const asker = server.as(one.who, { key: one.key })
      const answer = one.way === 'delete' ? await asker.delete(one.path) : await asker[one.way](one.path, one.body)
      answers.set(one.key, [...(answers.get(one.key) ?? []), { status: answer.status, text: answer.text }])
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return answers
}

/** The list with doubles and in another order, as a bad network delivers it. */
function unruly(intentions: readonly Intention[], chance: number): Intention[] {
  const doubled =
    fc.sample(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: intentions.length, maxLength: intentions.length }),
      {
        numRuns: 1,
        seed: seed + chance,
      },
    )[0] ?? []
  const all = intentions.flatMap((one, at) => Array.from({ length: doubled[at] ?? 1 }, () => one))
  return fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { numRuns: 1, seed: seed - chance })[0] ?? all
}

const intend = (who: TestPerson, [way, path]: [Way, string], body?: object): Intention => ({
  key: randomUUID(),
  who,
  way,
  path,
  ...(body && { body }),
})

/** What no order and no number of requests may leave behind, looked at behind the product's back. */
async function brokenInvariants(): Promise<Record<string, number>> {
  const count = async (text: string): Promise<number> =>
    (await server.root.query(`select count(*)::int as n from (${text}) as x`)).rows[0].n
  return {
    'titles written twice': await count(
      "select title from contribution where title like 'Once %' group by title having count(*) > 1",
    ),
    'replies written twice': await count(
      "select body from contribution where body like 'Once %' and parent_id is not null group by body having count(*) > 1",
    ),
    'counts of votes unlike the votes': await count(`select c.id from contribution c cross join lateral (
      select count(*) filter (where value = 'agree') as agree, count(*) filter (where value = 'disagree') as disagree,
        count(*) filter (where value = 'pass') as pass from vote v where v.contribution_id = c.id) as n
      where (c.agree, c.disagree, c.pass) is distinct from (n.agree, n.disagree, n.pass)`),
    'counts of replies unlike the replies': await count(`select c.id from contribution c where c.parent_id is null
      and c.replies <> (select count(*) from contribution r where r.thread_id = c.id and r.number > 0 )`),
    'gaps in the numbers of a thread':
      await count(`select thread_id from contribution where number > 0 group by thread_id
      having max(number) <> count(*)`),
    'versions that were skipped':
      await count(`select c.id from contribution c where c.retracted_at is null and c.version <>
      1 + (select count(*) from contribution_version v where v.contribution_id = c.id)`),
    'words of what was retracted': await count(
      "select id from contribution where retracted_at is not null and (body <> '' or title is not null)",
    ),
  }
}

const nothing = (found: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.keys(found).map((name) => [name, 0]))

/** A round of everything people do in one jam, some of it against each other. */
async function aRound(round: number): Promise<{ sent: number; differing: string[] }> {
  const jam = await openedJam(server, theHost())
  const writing = Array.from({ length: 12 }, (_, at) =>
    intend(north[at % 4] ?? theHost(), ['post', `/api/forums/${jam.forumId}/contributions`], {
      title: `Once ${randomUUID()}`,
      body: 'b',
    }),
  )
  const wrote = await sendAll(unruly(writing, round))
  const written = writing.map((one) => ({
    who: one.who,
    ...(JSON.parse(wrote.get(one.key)?.[0]?.text ?? '{}') as { id: string; title: string }),
  }))
  const rest = written.flatMap(({ who, id, title }, at) => {
    const of = (path: string) => `/api/contributions/${id}${path}`
    const others = north.filter((person) => person !== who)
    return [
      ...north.map((person, n) =>
        intend(person, ['put', of('/vote')], { value: ['agree', 'disagree', 'pass', null][(at + n) % 4] }),
      ),
      ...others.map((person) => intend(person, ['put', of('/favourite')], { favourite: at % 2 === 0 })),
      ...others.map((person) =>
        intend(person, ['post', of('/replies')], { kind: 'plain', body: `Once ${randomUUID()}` }),
      ),
      intend(who, ['put', of('')], { version: 1, title, body: 'one' }),
      intend(who, ['put', of('')], { version: 1, title, body: 'two' }),
      ...(at % 4 === 0 ? [intend(who, ['delete', of('')])] : []),
    ]
  })
  const running = [
    intend(theHost(), ['post', `${jam.path}/extend`], { until: hoursFromNow(30 + round), reason: 'More time' }),
    ...(round % 2 === 0 ? [intend(theHost(), ['post', `${jam.path}/move`], { to: 'rate', reason: 'Enough' })] : []),
  ]
  const list = unruly([...rest, ...running], round + 500)
  const did = await sendAll(list)
  // One intention is either done or refused: with one key nobody is told both.
  const told = [...wrote, ...did].filter(([, answers]) => new Set(answers.map(({ status }) => status === 200)).size > 1)
  const changes = await server.root.query(
    'select kind, count(*)::int as n from jam_change where jam_id = $1 group by kind having count(*) > 1',
    [jam.id],
  )
  const differing = [
    ...told.map(([, answers]) => answers.map(({ status, text }) => `${status} ${text.slice(0, 80)}`).join(' | ')),
    ...changes.rows.map(({ kind, n }) => `${kind} ${n} times`),
  ]
  return { sent: list.length + [...wrote.values()].flat().length, differing }
}

test(
  `${REQUESTS} doubled, reordered and parallel requests have one effect for each intention`,
  async () => {
    let sent = 0
    const differing: string[] = []
    for (let round = 0; sent < REQUESTS; round++) {
      const done = await aRound(round)
      sent += done.sent
      differing.push(...done.differing)
    }
    const broken = await brokenInvariants()
    console.log(`R7: ${sent} requests, ${differing.length} intentions told two things, broken:`, broken)
    expect(differing).toEqual([])
    expect(broken).toEqual(nothing(broken))
  },
  120_000 * scale,
)

test('a jam opened by many requests at once opens once', async () => {
  const jam = await preparedJam(server, theHost())
  const one = intend(theHost(), ['post', `${jam.path}/open`], { reason: null })
  const others = Array.from({ length: 8 }, () => intend(theHost(), ['post', `${jam.path}/open`], { reason: null }))
  const answers = await sendAll(unruly([one, one, one, ...others], 1))
  const opened = await server.root.query(
    "select count(*)::int as n from jam_change where jam_id = $1 and kind = 'opened'",
    [jam.id],
  )
  const done = [...answers.values()].filter((given) => given.some(({ status }) => status === 200))
  expect([opened.rows[0].n, done.length]).toEqual([1, 1])
})

test('an invitation for one is redeemed once by a hundred at the same moment', async () => {
  const invited = await server
    .as(theHost())
    .post(`/api/hubs/${server.hubs.north}/invitations`, { role: 'member', label: '', maxUses: 1, days: 3 })
  const token = new URL(invited.body.link).searchParams.get('token')
  const people = await Promise.all(Array.from({ length: 20 }, () => server.person('member', server.hubs.south)))
  const list = Array.from({ length: 100 }, (_, at) =>
    intend(people[at % 20] ?? theHost(), ['post', '/api/invitation/redeem'], { token, person: null }),
  )
  await sendAll(list)
  const joined = await server.root.query(
    'select count(*)::int as n from membership where hub_id = $1 and person_id = any ($2)',
    [server.hubs.north, people.map(({ id }) => id)],
  )
  expect(joined.rows[0].n).toBe(1)
})

test('negative control: without the memory of intentions a doubled reply is found', async () => {
  await server.root.query('create function forget() returns trigger language plpgsql as $$ begin return null; end $$')
  await server.root.query('create trigger forget before insert on idempotency for each row execute function forget()')
  const jam = await openedJam(server, theHost())
  const body = { title: `Once ${randomUUID()}`, body: '' }
  const one = intend(north[0] ?? theHost(), ['post', `/api/forums/${jam.forumId}/contributions`], body)
  await sendAll([one, one, one])
  const broken = await brokenInvariants()
  await server.root.query('drop trigger forget on idempotency')
  expect(broken['titles written twice']).toBe(1)
})
