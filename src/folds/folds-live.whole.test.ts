import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { SequencedEvent } from '../platform/index.ts'
import type { Fold, FoldView } from './contract.ts'
import { applyEvent, type LiveEvent } from './live-state.ts'

let api: TestApi
/** The process that does the work beside the one that answers. */
let work: TestApi
let world: World
let host: WorldPerson
let ann: WorldPerson
let ben: WorldPerson
let venue: WorldVenue

const WITHIN = { timeout: 8_000, interval: 100 }

beforeAll(async () => {
  api = await openTestServer()
  work = await openTestServer({ beside: api, jobs: true })
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  ann = await world.person('Ann')
  ben = await world.person('Ben')
  venue = await aVenue(world, host)
  // The thread is opened by the first text.
  const [, warm] = [await post(ann, 'Warm up the thread'), await post(ben, 'Warm up the thread')]
  await vi.waitFor(async () => expect((await view(warm)).fold).not.toBeNull(), { timeout: 60_000, interval: 200 })
}, 90_000)
afterAll(async () => {
  await world.close()
  await work.close()
  await api.close()
})

const post = async (who: WorldPerson, title: string): Promise<string> =>
  (await api.as(who).post(`/api/forums/${venue.forumId}/contributions`, { title, body: '', language: 'en' })).body.id
const view = async (id: string): Promise<FoldView> => (await api.as(ann).get(`/api/contributions/${id}/fold`)).body
const folded = async (id: string, expected: Partial<Fold> | null, within = WITHIN) =>
  vi.waitFor(async () => {
    const { fold } = await view(id)
    if (expected === null) expect(fold).toBeNull()
    else expect(fold).toMatchObject(expected)
  }, within)
const edit = async (who: WorldPerson, id: string, title: string) => {
  const { body } = await api.as(who).get(`/api/contributions/${id}`)
  await api.as(who).put(`/api/contributions/${id}`, { version: body.contribution.version, title, body: '' })
}

test('what says nearly the same is folded within seconds, and what says something else is not', async () => {
  const first = await post(ann, 'Please plant more trees along the main street before the summer')
  const second = await post(ben, 'please plant more trees along the main street before summer!')
  const else_ = await post(ben, 'The canteen should open at seven in the morning')
  await folded(second, { id: first, texts: 2, writers: 2, people: null, campaign: null })
  expect((await view(else_)).fold).toBeNull()
})

test('an edit takes a contribution out and brings it back, and words taken back stand in no fold', async () => {
  const first = await post(ann, 'Meetings on Friday afternoon should end at three for everybody')
  const second = await post(ben, 'Meetings on Friday afternoon should end at three, for everybody')
  const third = await post(ben, 'meetings on friday afternoon should end at three for everybody please')
  await folded(third, { id: first, texts: 3 })
  await edit(ben, third, 'A bicycle cellar with a pump and tools would help me')
  await folded(third, null)
  await edit(ben, third, 'Meetings on Friday afternoon should end at three for everybody!')
  await folded(third, { id: first, texts: 3 })
  // The first was what the others were compared with: they stay together without it.
  await edit(ann, first, 'I would like to see our prices explained to new customers')
  await folded(third, { id: second, texts: 2 })
  await api.as(ben).delete(`/api/contributions/${second}`)
  await folded(third, null)
})

test('the machine never puts back what an author keeps alone, nor what a host took out', async () => {
  const words = 'Our shop window should show what apprentices have made this year'
  const [first, second, third] = [await post(ann, words), await post(ben, words), await post(host, words)]
  await folded(third, { texts: 3 })
  await api.as(ann).post(`/api/contributions/${first}/fold/alone`)
  await api.as(host).post(`/api/contributions/${second}/fold/apart`, { whole: false })
  const fourth = await post(ben, `${words}.`)
  await folded(fourth, { id: third, texts: 2 })
  expect([(await view(first)).fold, (await view(second)).fold]).toEqual([null, null])
})

test('people are counted once each, and only where enough agreed that no single vote shows', async () => {
  const words = 'Let us share the tools of all workshops in one open list'
  const [first, second] = [await post(ann, words), await post(ben, words)]
  await folded(second, { texts: 2, people: null })
  const crowd: WorldPerson[] = []
  for (let n = 0; n < 5; n++) crowd.push(await world.person(`Supporter ${n}`))
  const agree = (who: WorldPerson, id: string) => api.as(who).put(`/api/contributions/${id}/vote`, { value: 'agree' })
  for (const who of crowd.slice(0, 4)) for (const id of [first, second]) await agree(who, id)
  await agree(ann, second)
  // Ann supports Ben's: five supporters, two authors, one of them twice.
  await folded(second, { people: 6 })
  await api.as(ann).put(`/api/contributions/${second}/vote`, { value: null })
  await folded(second, { people: null })
})

test('a server that starts again keeps the state, and folds what came meanwhile', async () => {
  const words = 'New colleagues should get a guide who shows them the house'
  const [first, second] = [await post(ann, words), await post(ben, words)]
  await folded(second, { id: first, texts: 2 })
  const before = await view(first)
  await work.close()
  const third = await post(host, words)
  work = await openTestServer({ beside: api, jobs: true })
  expect((await view(first)).fold).toEqual(before.fold)
  await folded(third, { id: first, texts: 3 }, { ...WITHIN, timeout: 60_000 })
}, 90_000)

test('events applied to a stale view give what a fresh fetch gives', async () => {
  const words = 'Every team should tell once a month what it has learnt'
  const [first, second] = [await post(ann, words), await post(ben, words)]
  await folded(second, { texts: 2 })
  const stale = await view(first)
  const third = await post(host, words)
  await folded(third, { texts: 3 })
  await api.as(host).post(`/api/contributions/${third}/fold/apart`, { whole: false })
  await folded(third, null)
  const events = await world.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows<SequencedEvent>(`select type, facts from event where type = 'folds.changed' order by position`),
  )
  const heard = events.map(({ facts: { venueId: _, ...fold } }) => ({ type: 'folds.changed', ...fold }) as LiveEvent)
  expect(heard.reduce(applyEvent, stale).fold).toEqual((await view(first)).fold)
})
