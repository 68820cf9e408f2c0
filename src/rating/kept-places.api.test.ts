import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import type { CatchUpView } from '../catch-up/contract.ts'
import { startEventTail } from '../platform/index.ts'
import type { IdeasView, IdeaView } from './contract.ts'
import { makeBallot } from './count-rating.ts'
import { startRating } from './start-rating.ts'

let server: JamsServer
let host: TestPerson
let author: TestPerson
let quiet: TestPerson
let jam: Awaited<ReturnType<typeof openedJam>>

const write = async (who: TestPerson, title: string): Promise<string> =>
  (await server.as(who).post(`/api/forums/${jam.forumId}/contributions`, { title, body: '' })).body.id
const make = (title: string, contributionIds: string[]) =>
  server.as(host).post(`${jam.path}/ideas`, { sentence: title, contributionIds, themeId: null })
const ideas = async (who = host): Promise<IdeasView> => (await server.as(who).get(`${jam.path}/ideas`)).body
const kept = async (who = host): Promise<IdeaView[]> => (await ideas(who)).ideas.filter(({ by }) => by === null)
const onBallot = async (): Promise<string[]> =>
  (await server.root.query('select idea_id as id from ballot_idea where jam_id = $1', [jam.id])).rows.map(
    ({ id }) => id,
  )
const toYou = async (who: TestPerson) =>
  ((await server.as(who).get('/api/catch-up')).body as CatchUpView).sections
    .flatMap(({ cards }) => cards)
    .filter(({ key }) => key.startsWith('consent:'))

/** Rating begins, with these small voices as they were measured last. */
async function beginRating(voices: readonly (readonly string[])[]): Promise<void> {
  await server.as(host).post(`${jam.path}/move`, { to: 'rate', reason: 'Time to rate.' })
  const small = voices.map((ids) => ({ reason: 'far-from-all', ids, people: 1, contributions: ids.length }))
  await server.database.transaction({ role: 'jobs' }, async (tx) => {
    await tx.rows(
      `insert into theme_state (venue_id, measures) values ($1, $2) on conflict (venue_id) do update set measures = $2`,
      [jam.id, JSON.stringify({ small })],
    )
    await makeBallot(tx, jam.id)
  })
}

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  author = await server.person('member')
  quiet = await server.person('member')
})
afterAll(() => server.close())

async function jamOfSeven(): Promise<void> {
  jam = await openedJam(server, host)
  for (let n = 0; n < 7; n++) await make(`We try what stands in text ${n}.`, [await write(author, `Loud text ${n}`)])
}

test('small voices that nobody made an idea for have their places, in their own words, and their authors are asked', async () => {
  await jamOfSeven()
  const [bus, ramp, light] = [
    await write(quiet, 'A bus for the late shift'),
    await write(quiet, 'A ramp at the side door'),
    await write(quiet, 'More light behind the hall'),
  ]
  await beginRating([[bus], [ramp], [light]])
  const places = await kept()
  expect(places.map(({ sentence, small, state }) => ({ sentence, small, state })).toReversed()).toEqual([
    { sentence: 'A bus for the late shift', small: true, state: 'asked' },
    { sentence: 'A ramp at the side door', small: true, state: 'asked' },
  ])
  expect((await ideas()).counts).toMatchObject({ rated: 9, small: 2, smallPlaces: 2 })
  expect(await onBallot()).toEqual(expect.arrayContaining(places.map(({ id }) => id)))
  const told = await toYou(quiet)
  expect(told.map(({ line }) => /“([^”]+)”/.exec(line)?.[1]).toSorted()).toEqual([
    'A bus for the late shift',
    'A ramp at the side door',
  ])
  expect(await toYou(author)).toEqual([])
})

test('a "no" takes the words off the ballot while it lies open; hosts cannot', async () => {
  const [place] = await kept()
  const refused = await server.as(host).put(`/api/ideas/${place?.id}/withdrawn`, { withdrawn: true })
  expect([refused.status, refused.body.error.key]).toEqual([403, 'ideas.fixed'])
  const tail = await startEventTail({ database: server.database })
  const rating = startRating({ database: server.database, tail, onError: (error) => console.error(error) })
  try {
    const declined = await server.as(quiet).put(`/api/ideas/${place?.id}/consent`, { consents: false })
    expect(declined.status).toBe(200)
    await expect.poll(onBallot, { timeout: 10_000 }).not.toContain(place?.id)
  } finally {
    await rating.stop()
    await tail.stop()
  }
  expect(await toYou(quiet)).toHaveLength(1)
  // Nobody reads her words there any more, in the file of the jam neither; the other place keeps its own.
  const shown = (await ideas(author)).ideas.filter(({ by }) => by === null)
  expect(shown.find(({ id }) => id === place?.id)?.sentence).toBe('')
  expect(shown.filter(({ sentence }) => sentence !== '')).toHaveLength(1)
  const { text } = await server.as(host).get(`${jam.path}/export?format=jsonl`)
  const line = text.split('\n').find((each) => each.includes(`"id":"${place?.id}"`)) ?? ''
  expect(JSON.parse(line).sentence).toBe('[taken back]')
  // What hosts made is as it was when rating began.
  const made = (await ideas(author)).ideas.find(({ by }) => by !== null)
  const late = await server.as(author).put(`/api/ideas/${made?.id}/consent`, { consents: false })
  expect([late.status, late.body.error.key]).toEqual([403, 'ideas.answer-too-late'])
  expect(await onBallot()).toContain(made?.id)
})

test('nothing is added where hosts filled the places, where nothing is rated, or of words their author would not give', async () => {
  await jamOfSeven()
  const heard = await write(quiet, 'A bus for the late shift')
  const lone = await write(quiet, 'A ramp at the side door')
  const filled = await make('A bus leaves when the late shift ends.', [heard])
  const second = await make('The side door gets a ramp this year.', [lone])
  await beginRating([[heard], [lone]])
  expect(await kept()).toEqual([])
  expect([filled.status, second.status]).toEqual([200, 200])

  jam = await openedJam(server, host)
  await beginRating([[await write(quiet, 'A bus for the late shift')]])
  expect(await kept()).toEqual([])

  await jamOfSeven()
  const never = await write(quiet, 'A bus for the late shift')
  const asked = await make('A bus leaves when the late shift ends.', [never])
  await server.as(quiet).put(`/api/ideas/${asked.body.id}/consent`, { consents: false })
  await beginRating([[never]])
  expect(await kept()).toEqual([])
})

test('while people write, their catch-up asks for consent and stops when they answered', async () => {
  jam = await openedJam(server, host)
  const idea = (await make('The canteen opens an hour earlier.', [await write(author, 'Canteen')])).body
  const cards = await toYou(author)
  expect(cards).toMatchObject([{ key: `consent:${idea.id}`, jam: { id: jam.id }, quote: null }])
  expect(cards[0]?.line).toContain('The canteen opens an hour earlier.')
  await server.as(author).put(`/api/ideas/${idea.id}/consent`, { consents: true })
  expect(await toYou(author)).toEqual([])
})
