import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { countedNow, type RatedJam, rateAll, ratedJam } from '../../test/rating.ts'
import { newId, type Tx } from '../platform/index.ts'
import type { IdeaResult } from '../rating/contract.ts'
import { makeEdition, setEditions } from './make-edition.ts'
import type { Report } from './rules/report.ts'
import { openPress, type Press } from './worker/open-press.ts'

let server: JamsServer
let press: Press
let host: TestPerson
let author: TestPerson
let people: TestPerson[]
let jam: RatedJam

const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.database.transaction({ role: 'jobs' }, work)
const make = (kind: 'draft' | 'closing' | 'reviewed', jamId = jam.id) =>
  makeEdition({ database: server.database, press, publicUrl: new URL('https://meadow.example') }, jamId, kind)
const reportOf = async (number: number, jamId = jam.id): Promise<Report> =>
  (await server.as(host).get(`/jams/${jamId}/report/${number}?form=json`)).body
const textOf = async (number: number, query: string): Promise<string> =>
  (await server.as(host).get(`/jams/${jam.id}/report/${number}?${query}`)).text

/** What most say of an idea, and what one of them says otherwise. */
const say = (ideaId: string, at: number) => {
  const n = jam.ideas.indexOf(ideaId)
  return { impact: at === 0 ? 1 : 1 + (n % 5), feasibility: 4, helps: at % 2 === 0 }
}

/** The first of its contributions stand in a theme, the others in none. */
async function aTheme(): Promise<string> {
  const id = newId()
  await asJobs(async (tx) => {
    const theme = `insert into theme (id, venue_id, language, label, born_at) values ($1, $2, 'en', 'trains', now())`
    await tx.rows(theme, [id, jam.id])
    await tx.rows(
      `insert into theme_place (contribution_id, venue_id, theme_id, provisional, by_host)
         select c.id, $2, $1, false, true from contribution as c where c.venue_id = $2 order by c.posted_at limit 3
       on conflict (contribution_id) do update set theme_id = excluded.theme_id`,
      [id, jam.id],
    )
  })
  return id
}

beforeAll(async () => {
  server = await openJamsServer()
  press = openPress()
  host = await server.person('host')
  author = await server.person('member')
  people = await Promise.all(Array.from({ length: 7 }, () => server.person('member')))
  jam = await ratedJam(server, { host, author, ideas: 5 })
  for (const [at, person] of people.entries()) await rateAll(server, person, { jam, say: (id) => say(id, at) })
}, 120_000)
afterAll(async () => {
  await press.stop()
  await server.close()
})

test('no edition tells of a rating before it is over and counted', async () => {
  await make('draft')
  expect((await reportOf(0)).rating).toBeUndefined()
  expect(await textOf(0, 'language=en')).not.toContain('were rated by')
})

test('then each idea stands in its theme with the numbers of the page of results', async () => {
  const theme = await aTheme()
  await countedNow(server, host, jam)
  await make('closing')
  const report = await reportOf(1)
  expect(report.rating).toMatchObject({ people: 7, simulated: null })
  expect(report.rating?.ideas).toHaveLength(5)
  const { results } = (await server.as(host).get(`${jam.path}/rating`)).body as { results: IdeaResult[] }
  for (const { id, people: raters, rank, value, themes } of report.rating?.ideas ?? []) {
    const page = results.find((one) => one.id === id)
    expect([raters, rank]).toEqual([page?.people, page?.rank])
    for (const at of ['mean', 'low', 'high'] as const) expect(value?.[at]).toBeCloseTo(page?.value?.[at] ?? -1, 1)
    expect(themes).toEqual(jam.ideas.indexOf(id) < 3 ? [theme] : [])
  }
  const html = await textOf(1, 'language=en')
  expect(html).toContain('Ideas made of contributions were rated by 7 people')
  expect(html).toContain('Rated ideas outside of themes')
  expect(await textOf(1, 'language=de')).toContain('von 7 Leuten bewertet')
  const markdown = await textOf(1, 'form=md&language=en')
  const links = markdown.match(/\]\([^)]+\)/g) ?? []
  expect(links.length).toBeGreaterThan(5)
  for (const link of links) expect(link).toContain(`](https://meadow.example/jams/${jam.id}/threads/`)
  for (const n of [1, 2, 3, 4, 5]) expect(markdown).toContain(`We try what stands in contribution ${n}.]`)
  const csv = await textOf(1, 'form=csv')
  const rows = csv.split('\r\n').filter((row) => row.includes(',rated-idea,'))
  expect(rows.map((row) => row.split(',').at(11))).toEqual(['7', '7', '7', '7', '7'])
})

test('the words of a kept place that were taken back are in no edition any more, its numbers are', async () => {
  const [ideaId = ''] = jam.ideas
  await asJobs((tx) => tx.rows('update idea set by_person = null where id = $1', [ideaId]))
  const before = await textOf(1, 'language=en')
  expect(before).toContain('We try what stands in contribution 1.')
  const source = await asJobs((tx) =>
    tx.row<{ id: string }>('select contribution_id as id from idea_source where idea_id = $1', [ideaId]),
  )
  await server.as(author).delete(`/api/contributions/${source?.id}`)
  await asJobs((tx) => tx.rows('update report_edition set hash = null where jam_id = $1', [jam.id]))
  await setEditions({ database: server.database, press })
  for (const query of ['language=en', 'form=md&language=en'])
    expect(await textOf(1, query)).not.toContain('contribution 1.')
  expect((await reportOf(1)).rating?.ideas.find(({ id }) => id === ideaId)?.people).toBe(7)
  await make('reviewed')
  expect(await textOf(2, 'language=en')).not.toContain('contribution 1.')
})

test('of a rating of fewer than five it is said that there was one, and nothing else', async () => {
  const few = await ratedJam(server, { host, author, ideas: 2 })
  for (const person of people.slice(0, 4))
    await rateAll(server, person, { jam: few, say: () => ({ impact: 5, feasibility: 5, helps: true }) })
  await countedNow(server, host, few)
  await make('closing', few.id)
  expect((await reportOf(1, few.id)).rating).toMatchObject({ people: null, simulated: null, ideas: [] })
  const page = (await server.as(host).get(`/jams/${few.id}/report/1?language=en`)).text
  expect(page).toContain('Fewer than five people rated ideas')
})
