import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { climb } from '../../test/ladder.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { Contract } from '../kernel/index.ts'
import { newId } from '../platform/index.ts'
import { FamiliesView, familiesContract } from './contract.ts'

let api: TestApi
let world: World
let host: WorldPerson
let member: WorldPerson
let stranger: WorldPerson
let venue: WorldVenue
let catalan: string
let spanish: string
let entryId: string

const TERMS = [
  { language: 'ca', terms: ['habitatge'] },
  { language: 'es', terms: ['vivienda'] },
]

async function aTheme(language: string): Promise<string> {
  const id = newId()
  await world.database.transaction({ role: 'jobs' }, async (tx) => {
    const values = [id, venue.id, language]
    await tx.rows(
      `insert into theme (id, venue_id, language, label, born_at) values ($1, $2, $3, 'label', now())`,
      values,
    )
    await tx.rows('insert into theme_state (venue_id) values ($1) on conflict do nothing', [venue.id])
  })
  return id
}

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  member = await world.person('Member')
  stranger = await world.person('Stranger', { hub: null })
  venue = await aVenue(world, host)
  catalan = await aTheme('ca')
  spanish = await aTheme('es')
})
beforeEach(async () => {
  await api.as(host).put(`/api/venues/${venue.id}/languages-i-read`, { languages: ['ca', 'es'] })
  const { body } = await api.as(host).get<FamiliesView>(`/api/venues/${venue.id}/families`)
  const known = body.glossary[0]?.id
  entryId = known ?? (await api.as(host).post(`/api/venues/${venue.id}/glossary`, { terms: TERMS })).body.glossary[0].id
})
afterAll(async () => {
  await world.close()
  await api.close()
})

type Rung = { path: string; body?: Record<string, unknown> }
const rungs: Record<string, () => Rung> = {
  'GET /api/venues/:venueId/families': () => ({ path: `/api/venues/${venue.id}/families` }),
  'PUT /api/venues/:venueId/languages-i-read': () => ({
    path: `/api/venues/${venue.id}/languages-i-read`,
    body: { languages: ['ca', 'es'] },
  }),
  'PUT /api/themes/:themeId/kin/:otherId': () => ({
    path: `/api/themes/${catalan}/kin/${spanish}`,
    body: { isOne: true },
  }),
  'POST /api/venues/:venueId/glossary': () => ({ path: `/api/venues/${venue.id}/glossary`, body: { terms: TERMS } }),
  'PUT /api/glossary/:entryId': () => ({ path: `/api/glossary/${entryId}`, body: { terms: TERMS } }),
  'DELETE /api/glossary/:entryId': () => ({ path: `/api/glossary/${entryId}` }),
}

describe('the ladder', () => {
  for (const [route, contract] of Object.entries(familiesContract as Record<string, Contract>)) {
    climb(() => api, { route, contract, rung: () => ({ path: '', person: host, ...rungs[route]?.() }) })
  }
})

const send = (who: WorldPerson, route: string) => {
  const { path, body = {} } = rungs[route]?.() ?? { path: '' }
  if (route.startsWith('DELETE')) return api.as(who).delete(path)
  return route.startsWith('PUT') ? api.as(who).put(path, body) : api.as(who).post(path, body)
}

for (const route of Object.keys(rungs).filter((key) => !key.startsWith('GET'))) {
  test(`${route} is refused for a member, not there for a stranger, and done for a host`, async () => {
    const refused = await send(member, route)
    expect([refused.status, refused.body.error.key]).toEqual([403, 'themes.only-hosts-shape'])
    expect((await send(stranger, route)).status).toBe(404)
    const done = await send(host, route)
    expect(done.status).toBe(200)
    expect([...Compile(FamiliesView).Errors(done.body)]).toEqual([])
  })
}

const kin = (a: string, b: string) => api.as(host).put(`/api/themes/${a}/kin/${b}`, { isOne: true })

test('a host who does not read both languages is not asked and may not answer', async () => {
  await api.as(host).put(`/api/venues/${venue.id}/languages-i-read`, { languages: ['ca'] })
  const refused = await kin(catalan, spanish)
  expect([refused.status, refused.body.error.key]).toEqual([403, 'themes.not-your-languages'])
})

test('before a host said anything, it is the language of their pages', async () => {
  const { body } = await api.as(member).get<FamiliesView>(`/api/venues/${venue.id}/families`)
  expect(body.reads).toEqual(['en'])
})

test('two themes of one language, and one that is gone, are no kin', async () => {
  const other = await aTheme('ca')
  expect((await kin(catalan, other)).body.error.key).toBe('themes.same-language')
  expect((await kin(catalan, newId())).body.error.key).toBe('themes.gone-meanwhile')
})

test('an entry holds each language once, without spaces around its terms', async () => {
  const twice = [...TERMS, { language: 'ca-ES', terms: ['pis'] }]
  const refused = await api.as(host).put(`/api/glossary/${entryId}`, { terms: twice })
  expect(refused.body.error.key).toBe('themes.term-language-twice')
  const spaced = [
    { language: 'ca', terms: ['  transport   públic '] },
    { language: 'es', terms: ['transporte'] },
  ]
  const done = await api.as(host).put<FamiliesView>(`/api/glossary/${entryId}`, { terms: spaced })
  expect(done.body.glossary.find(({ id }) => id === entryId)?.terms[0]?.terms).toEqual(['transport públic'])
})

test('a glossary holds fifty things', async () => {
  const { body } = await api.as(host).get<FamiliesView>(`/api/venues/${venue.id}/families`)
  const add = () => api.as(host).post(`/api/venues/${venue.id}/glossary`, { terms: TERMS })
  for (let n = body.glossary.length; n < 50; n++) expect((await add()).status).toBe(200)
  expect((await add()).body.error.key).toBe('themes.glossary-full')
})

const write = async () =>
  (await api.as(member).post(`/api/forums/${venue.forumId}/contributions`, { title: 'Hola a tothom', body: '' })).body
const languageBy = (who: WorldPerson, id: string) =>
  api.as(who).put(`/api/contributions/${id}/language`, { language: 'ca' })

test('hosts correct the language of a text, a later edit keeps it, and other members may not', async () => {
  const { id } = await write()
  const other = await world.person('Other')
  const refused = await languageBy(other, id)
  expect([refused.status, refused.body.error.key]).toEqual([403, 'contribution.not-yours'])
  expect((await languageBy(host, id)).body.language).toBe('ca')
  const edit = { version: 1, title: 'This is plainly written in English now', body: '' }
  expect((await api.as(member).put(`/api/contributions/${id}`, edit)).body.language).toBe('ca')
})

describe('the database itself', () => {
  const as = (person: WorldPerson, text: string, values: unknown[]) =>
    world.database.transaction(
      { role: 'app', opening: [{ text: 'select open_as(sha256($1::bytea), null)', values: [person.token] }] },
      (tx) => tx.rows(text, values),
    )

  test('shows nothing of languages and terms to who may not see the conversation', async () => {
    await kin(catalan, spanish)
    for (const table of ['theme_families', 'glossary_entry']) {
      const read = `select from ${table} where venue_id = $1`
      expect(await as(stranger, read, [venue.id]), table).toEqual([])
      expect((await as(member, read, [venue.id])).length, table).toBeGreaterThan(0)
    }
  })

  test('keeps a member from changing them, and everybody from the languages that others read', async () => {
    const touch = 'update glossary_entry set terms = terms where venue_id = $1 returning id'
    expect(await as(member, touch, [venue.id])).toEqual([])
    expect((await as(host, touch, [venue.id])).length).toBeGreaterThan(0)
    const drop = 'delete from theme_families where venue_id = $1 returning venue_id'
    expect(await as(member, drop, [venue.id])).toEqual([])
    const languages = 'select language from read_language'
    expect(await as(member, languages, [])).toEqual([])
    expect((await as(host, languages, [])).length).toBe(2)
    const forge = 'insert into read_language (person_id, language) values ($1, $2)'
    await expect(as(member, forge, [host.id, 'de'])).rejects.toThrow(/row-level security/)
  })

  test('lets hosts change the language of a text and nothing else of it, and other members nothing', async () => {
    const { id } = await write()
    const other = await world.person('Other')
    const language = 'update contribution set language = $2 where id = $1 returning id'
    await expect(as(other, language, [id, 'ca'])).rejects.toThrow(/author and by hosts/)
    expect((await as(host, language, [id, 'ca'])).length).toBe(1)
    const words = 'update contribution set body = $2 where id = $1'
    await expect(as(host, words, [id, 'ca'])).rejects.toThrow(/belong to its author/)
  })
})
