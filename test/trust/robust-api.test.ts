import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { whoAsks } from '../../src/app/who-asks.ts'
import { Id, notFound, object, text } from '../../src/kernel/index.ts'
import { encodeKey, mount, openHttp, routes } from '../../src/platform/index.ts'
import { openTestServer, type TestApi } from '../api.ts'
import { aVenue } from '../venues.ts'
import { aWorld, type World } from '../world.ts'
import { allContracts, scale } from './all-contracts.ts'
import { type Finding, fuzz } from './fuzz-api.ts'

const REQUESTS = 10_000 * scale
/** After so many, those who ask are made anew: some of them have signed out or left their hubs by then. */
const PER_ROUND = 1_000
const seed = Number(process.env.TRUST_SEED ?? 20_261_122)

let api: TestApi
let world: World

beforeAll(async () => {
  // The limits on attempts are shown elsewhere; here they would hide what lies behind them.
  const attempts = { reserve: async () => ({ release: async () => {} }) }
  api = await openTestServer({ forTests: { attempts, argon2: { memoryKib: 8, passes: 1, parallelism: 1 } } })
  world = await aWorld(api)
})
afterAll(async () => {
  await world.close()
  await api.close()
})

/** Cursors that have the form of ours and that no list ever gave. */
const cursors = [
  encodeKey('2026-11-22T08:00:00.000Z', '-'.repeat(36)),
  encodeKey('Sun Nov 22 2026 (here)', '00000000-0000-0000-0000-000000000000'),
  encodeKey('2026-11-22T08:00:00.000Z', '00000000-0000-0000-0000-000000000000'),
  encodeKey('+275760-09-13T00:00:00.000Z', '00000000-0000-0000-0000-000000000000'),
  encodeKey('1', '2026', '00000000-0000-0000-0000-000000000000'),
  encodeKey('0', '2', '00000000-0000-0000-0000-000000000000'),
  encodeKey('99999999999999999999'),
  encodeKey('000001/\u0000'),
  encodeKey('time', '9'.repeat(20)),
  encodeKey('tree', '1'),
  encodeKey('5'),
]

/** People of every kind, and things that are there for them to ask for. */
async function prepare(round: number) {
  const hub = await world.hub(`Hub ${round}`)
  const host = await world.person('Host', { hub, role: 'host' })
  const [member, guest] = [await world.person('Member', { hub }), await world.person('Guest', { hub, role: 'guest' })]
  const owner = await world.person('Owner', { hub, owner: true })
  const { id: venueId, forumId } = await aVenue(world, host, { hub, guests: true })
  const asHost = api.as(host)
  const { jam } = (await asHost.post('/api/jams', { hubId: hub.id, title: 'Values', question: 'Which?' })).body
  const forums = await asHost.post(`/api/jams/${jam.id}/forums`, { title: 'F', question: 'Q?', hosts: [] })
  const written = await api.as(member).post(`/api/forums/${forumId}/contributions`, { title: 'One', body: 'two' })
  const reply = await asHost.post(`/api/contributions/${written.body.id}/replies`, { kind: 'plain', body: 'three' })
  const made = await asHost.post(`/api/hubs/${hub.id}/invitations`, { role: 'guest', label: 'x', maxUses: 9, days: 9 })
  const contributions: string[] = [written.body.id, reply.body.id]
  const forumIds: string[] = [forumId, forums.body.forums[0].id]
  const people = [member.id, guest.id, host.id, owner.id]
  const token = new URL(made.body.link).searchParams.get('token') ?? ''
  const known = {
    jamId: [jam.id, venueId],
    venueId: [venueId, jam.id],
    forumId: forumIds,
    forums: forumIds,
    contributionId: contributions,
    threadId: contributions,
    at: contributions,
    ids: [contributions.join(','), '-'.repeat(36)],
    place: [`forum:${'-'.repeat(36)}`, `forum:${forumId}`, `reply:${written.body.id}`, `edit:${written.body.id}`],
    hubId: [hub.id, world.core.id],
    hubs: [hub.id],
    parentId: [hub.id],
    personId: people,
    hosts: [host.id, member.id],
    invitationId: [made.body.id],
    sessionId: [member.sessionId],
    token: [token],
    email: [member.email],
    topics: [`venue:${venueId}`, `thread:${contributions[0]},forum:${forumId}`],
    locale: ['en', 'de-AT'],
    timeZone: ['Europe/Vienna', 'UTC', 'Nowhere/There'],
    before: cursors,
    after: cursors,
    any: [hub.id, member.id, ...contributions],
  }
  return { known, askers: [member.token, host.token, owner.token, guest.token, null] }
}

const shown = (findings: readonly Finding[]): string[] =>
  [
    ...new Map(
      findings.map((each) => [`${each.what} ${each.request.split(' ').slice(0, 2).join(' ')}`, each]),
    ).values(),
  ].map(({ what, request, answer }) => `${what}: ${request}\n    ${answer}`)

test(
  `no request, right or wrong, finds an error, a hang, an unknown key taken or a refusal without a reason`,
  async () => {
    const findings: Finding[] = []
    const statuses: Record<string, number> = {}
    let [sent, slowestMs] = [0, 0]
    const began = performance.now()
    for (let round = 0; sent < REQUESTS; round++) {
      const { known, askers } = await prepare(round)
      const given = { url: api.url, origin: api.origin, contracts: allContracts, askers, known }
      const fuzzed = await fuzz({ ...given, count: PER_ROUND, seed: seed + round * 1_000 })
      sent += fuzzed.sent
      slowestMs = Math.max(slowestMs, fuzzed.slowestMs)
      findings.push(...fuzzed.findings)
      for (const [status, count] of Object.entries(fuzzed.statuses)) statuses[status] = (statuses[status] ?? 0) + count
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`S5: ${sent} requests in ${seconds} s, slowest ${slowestMs.toFixed(0)} ms, seed ${seed}`, statuses)
    expect(shown(findings)).toEqual([])
    expect(statuses[200] ?? 0).toBeGreaterThan(sent / 20)
  },
  240_000 * scale,
)

const planted = {
  'POST /api/planted/:id': {
    summary: 'Fails where nobody looked',
    access: 'anyone',
    exempt: true,
    params: object({ id: Id }),
    body: object({ title: text(200) }),
    answer: object({ title: text(200) }),
  },
  'PUT /api/planted': {
    summary: 'Takes what it does not know',
    access: 'anyone',
    exempt: true,
    body: Type.Object({ title: text(200) }),
    answer: object({}),
  },
  'GET /api/planted': { summary: 'Answers more than it says', access: 'anyone', answer: object({}) },
} as const

async function openPlanted() {
  const publicUrl = new URL(api.origin)
  const app = await openHttp({
    publicUrl,
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    sayTo: () => (key) => `Said: ${key}`,
  })
  const handlers = routes(planted, {
    'POST /api/planted/:id': {
      write: async (_ctx, input) => {
        if (input.title.length > 20) throw new Error('planted')
        return input.title
      },
      show: async (_ctx, title) => ({ title }),
    },
    'PUT /api/planted': { write: async () => 'done', show: async () => ({}) },
    'GET /api/planted': { read: async () => ({ passwordHash: 'planted' }) },
  })
  mount(app, handlers, { database: api.database, publicUrl, ...whoAsks })
  app.setNotFoundHandler(() => {
    throw notFound()
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address() as AddressInfo
  return { url: `http://127.0.0.1:${address.port}`, close: () => app.close() }
}

test('negative control: a planted failure, a loose contract and an answer that says too much are found', async () => {
  const { url, close } = await openPlanted()
  // The loose contract is judged by the strict one that people were promised.
  const promised = {
    ...planted,
    'PUT /api/planted': { ...planted['PUT /api/planted'], body: object({ title: text(200) }) },
  }
  const given = { url, origin: api.origin, contracts: promised, askers: [null], known: {} }
  const { findings } = await fuzz({ ...given, count: 300, seed })
  await close()
  expect([...new Set(findings.map((finding) => finding.what))].sort()).toEqual([
    'answered 500',
    'answered unlike its contract',
    'took a body that its contract does not take',
  ])
}, 60_000)
