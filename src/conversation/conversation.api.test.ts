import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'

let api: TestApi
let world: World
let host: WorldPerson
let ada: WorldPerson
let guest: WorldPerson
let venue: WorldVenue
let mine: { id: string }

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  const north = await world.hub('North')
  host = await world.person('Host', { role: 'host' })
  ada = await world.person('Ada', { hub: north })
  guest = await world.person('Guest', { hub: north, role: 'guest' })
  venue = await aVenue(world, host)
  mine = await post(ada, venue)
})
afterAll(async () => {
  await world.close()
  await api.close()
})

async function post(who: WorldPerson, where: WorldVenue, title = 'A title') {
  const answer = await api.as(who).post(`/api/forums/${where.forumId}/contributions`, { title, body: 'A *body*.' })
  expect(answer.status, answer.text).toBe(200)
  return answer.body as { id: string }
}

type Row = {
  readonly route: string
  /** A request that works for Ada. */
  readonly path: () => string
  readonly body?: () => unknown
  /** Changes to it that the contract refuses. */
  readonly wrong?: readonly [what: string, path: (() => string) | undefined, body?: unknown][]
  /** Open to everybody who may read: no 401. */
  readonly open?: true
}

const long = (n: number): string => 'x'.repeat(n)
const at = (path: string) => () =>
  path.replace(':id', mine.id).replace(':forum', venue.forumId).replace(':venue', venue.id)

const ladder: readonly Row[] = [
  {
    route: 'GET /api/venues/:venueId/contributions',
    open: true,
    path: at('/api/venues/:venue/contributions'),
    wrong: [
      ['an unknown field', at('/api/venues/:venue/contributions?colour=red')],
      ['a limit that is no number', at('/api/venues/:venue/contributions?limit=many')],
      ['a limit too high', at('/api/venues/:venue/contributions?limit=301')],
      ['a cursor of nothing', at('/api/venues/:venue/contributions?before=abc')],
      ['an id that is none', () => '/api/venues/1/contributions'],
    ],
  },
  {
    route: 'GET /api/contributions',
    open: true,
    path: at('/api/contributions?ids=:id'),
    wrong: [
      ['no ids', () => '/api/contributions'],
      ['too many ids', () => `/api/contributions?ids=${Array.from({ length: 101 }, () => mine.id).join(',')}`],
    ],
  },
  {
    route: 'GET /api/contributions/:contributionId',
    open: true,
    path: at('/api/contributions/:id'),
    wrong: [['a number', () => '/api/contributions/1']],
  },
  { route: 'GET /api/contributions/:contributionId/versions', open: true, path: at('/api/contributions/:id/versions') },
  {
    route: 'GET /api/threads/:threadId',
    open: true,
    path: at('/api/threads/:id?order=time&from=unread'),
    wrong: [
      ['an unknown order', at('/api/threads/:id?order=best')],
      ['a cursor of the other order', at('/api/threads/:id?order=time&after=dHJlZXww')],
    ],
  },
  {
    route: 'PUT /api/threads/:threadId/read',
    path: at('/api/threads/:id/read'),
    body: () => ({ number: 0 }),
    wrong: [
      ['a negative number', undefined, { number: -1 }],
      ['a word', undefined, { number: 'all' }],
    ],
  },
  {
    route: 'POST /api/forums/:forumId/contributions',
    path: at('/api/forums/:forum/contributions'),
    body: () => ({ title: 'Another', body: '' }),
    wrong: [
      ['an unknown field', undefined, { title: 'A', body: '', authorId: randomUUID() }],
      ['a title too long', undefined, { title: long(251), body: '' }],
      ['a body too long', undefined, { title: 'A', body: long(10_001) }],
      ['a title of spaces', undefined, { title: '   ', body: '' }],
      ['a title that is a list', undefined, { title: ['A'], body: '' }],
      ['no body', undefined, { title: 'A' }],
    ],
  },
  {
    route: 'POST /api/contributions/:contributionId/replies',
    path: at('/api/contributions/:id/replies'),
    body: () => ({ kind: 'build', body: 'More.' }),
    wrong: [
      ['an unknown kind', undefined, { kind: 'praise', body: 'More.' }],
      ['an empty reply', undefined, { kind: 'plain', body: ' ' }],
      ['an unknown field', undefined, { kind: 'plain', body: 'x', seed: true }],
    ],
  },
  {
    route: 'PUT /api/contributions/:contributionId',
    path: at('/api/contributions/:id'),
    body: () => ({ version: 1, title: 'Edited', body: '' }),
    wrong: [
      ['no version', undefined, { title: 'A', body: '' }],
      ['an unknown field', undefined, { version: 1, title: 'A', body: '', html: '<b>' }],
      ['no title for a contribution', undefined, { version: 2, title: null, body: 'x' }],
    ],
  },
  {
    route: 'PUT /api/contributions/:contributionId/language',
    path: at('/api/contributions/:id/language'),
    body: () => ({ language: 'ca' }),
    wrong: [['no language tag', undefined, { language: '???' }]],
  },
  {
    route: 'PUT /api/contributions/:contributionId/vote',
    path: at('/api/contributions/:id/vote'),
    body: () => ({ value: 'agree' }),
    wrong: [
      ['an unknown value', undefined, { value: 'love' }],
      ['a number', undefined, { value: 1 }],
    ],
  },
  {
    route: 'PUT /api/contributions/:contributionId/favourite',
    path: at('/api/contributions/:id/favourite'),
    body: () => ({ favourite: true }),
    wrong: [['a word', undefined, { favourite: 'yes' }]],
  },
  {
    route: 'GET /api/drafts/:place',
    path: at('/api/drafts/forum::forum'),
    wrong: [['no place', () => '/api/drafts/somewhere']],
  },
  {
    route: 'PUT /api/drafts/:place',
    path: at('/api/drafts/forum::forum'),
    body: () => ({ kind: 'contribution', title: 'Begun', body: '' }),
    wrong: [
      ['a body too long', undefined, { kind: 'contribution', title: '', body: long(10_001) }],
      ['an unknown field', undefined, { kind: 'contribution', title: '', body: '', to: 'all' }],
    ],
  },
  { route: 'GET /api/drafts', path: () => '/api/drafts', wrong: [['an unknown field', () => '/api/drafts?all=1']] },
  {
    route: 'DELETE /api/contributions/:contributionId',
    path: at('/api/contributions/:id'),
    wrong: [['a number', () => '/api/contributions/1']],
  },
]

function send(who: WorldPerson | null, row: Row, path = row.path(), body = row.body?.()) {
  const asker = api.as(who)
  const method = row.route.split(' ')[0]
  if (method === 'GET') return asker.get(path)
  if (method === 'DELETE') return asker.delete(path)
  return method === 'PUT' ? asker.put(path, body) : asker.post(path, body)
}

describe.each(ladder)('$route', (row) => {
  test('is for people who have signed in, or tells a stranger nothing', async () => {
    const answer = await send(null, row)
    if (row.route === 'GET /api/contributions') expect(answer.body.items).toEqual([])
    else expect(answer.status).toBe(row.open ? 404 : 401)
  })

  test.each((row.wrong ?? []).map(([what, path, body]) => ({ what, path, body })))(
    'refuses $what',
    async ({ path, body }) => {
      const answer = await send(ada, row, path?.(), body ?? row.body?.())
      expect(answer.status, answer.text).toBe(400)
      expect(answer.body.error.sentence).toBeTruthy()
    },
  )

  test('hides what is not opened to a guest exactly as what is absent', async () => {
    if (row.route === 'GET /api/drafts' || row.route === 'GET /api/drafts/:place')
      return expect((await send(guest, row)).status).toBe(200)
    if (row.route === 'GET /api/contributions') return expect((await send(guest, row)).body.items).toEqual([])
    const hidden = await send(guest, row)
    const absent = await send(guest, row, row.path().replace(/[0-9a-f]{12}(?=[/?]|$)/, '0'.repeat(12)))
    expect(hidden.status).toBe(404)
    expect(hidden.text).toBe(absent.text)
  })

  test('works for a member', async () => {
    const answer = await send(ada, row)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

test('what a closed venue refuses it says in a sentence, in the language of the person', async () => {
  const closed = await aVenue(world, host)
  const id = (await post(ada, closed)).id
  await world.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows(`update venue set accepts = 'nothing' where id = $1`, [closed.id]),
  )
  const german = await world.person('Deutsch', { locale: 'de' })
  for (const [who, word] of [
    [ada, 'over'],
    [german, 'vorbei'],
  ] as const) {
    const answer = await api.as(who).post(`/api/contributions/${id}/replies`, { kind: 'plain', body: 'Late.' })
    expect(answer.status).toBe(403)
    expect(answer.body.error).toMatchObject({ key: 'venue.closed' })
    expect(answer.body.error.sentence).toContain(word)
  }
})

test('a title is data: whatever stands in it comes back as it was and runs nowhere', async () => {
  const title = `<img src=x onerror=alert(1)> ' " \\ \u202e & {count} %s`
  const { id } = await post(ada, venue, title)
  const answer = await api.as(host).get(`/api/contributions/${id}`)
  expect(answer.body.contribution.title).toBe(title)
})

test('the same intention has one effect however often and however parallel it is sent', async () => {
  const key = randomUUID()
  const body = { title: 'Once', body: '' }
  const path = `/api/forums/${venue.forumId}/contributions`
  const answers = await Promise.all(Array.from({ length: 8 }, () => api.as(ada).post(path, body, { key })))
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1)
  const other = await api.as(ada).post(path, { ...body, title: 'Twice' }, { key })
  expect(other.status).toBe(422)
  const another = await api.as(host).post(path, body, { key })
  expect(another.body.id).not.toBe(answers[0]?.body.id)
  const feed = await api.as(ada).get(`/api/venues/${venue.id}/contributions?limit=300`)
  expect(feed.body.items.filter((item: { title: string }) => item.title === 'Once')).toHaveLength(2)
})

test('a draft survives everything but posting', async () => {
  const place = `forum:${venue.forumId}`
  await api.as(ada).put(`/api/drafts/${place}`, { kind: 'contribution', title: 'Half a th', body: 'ought' })
  expect((await api.as(ada).get(`/api/drafts/${place}`)).body.draft).toMatchObject({
    title: 'Half a th',
    body: 'ought',
  })
  expect((await api.as(host).get(`/api/drafts/${place}`)).body.draft).toBeNull()
  await post(ada, venue, 'Half a thought')
  expect((await api.as(ada).get(`/api/drafts/${place}`)).body.draft).toBeNull()
})

test('a feed page costs the same statement wherever it starts, and pages cover the list once', async () => {
  const own = await aVenue(world, host)
  const ids: string[] = []
  for (let n = 0; n < 12; n++) ids.push((await post(ada, own, `No ${n}`)).id)
  for (const order of ['recent', 'active']) {
    const seen: string[] = []
    let before = ''
    do {
      const page = await api
        .as(ada)
        .get(`/api/venues/${own.id}/contributions?limit=5&order=${order}${before && `&before=${before}`}`)
      seen.push(...page.body.items.map((item: { id: string }) => item.id))
      before = page.body.next
    } while (before)
    expect(seen).toEqual(ids.toReversed())
  }
})
