import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aTwoLanguageVenue, computeFamilies, type TwoLanguageVenue } from '../../test/two-languages.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { ContributionView } from '../conversation/contract.ts'
import { nobody } from '../kernel/index.ts'
import type { FamiliesView, FamilyView, ThemesView } from './contract.ts'
import { findSimilarAcross } from './find-similar-across.ts'
import { markStale } from './store/computing.ts'
import { type Engine, openEngine } from './worker/open-engine.ts'

let api: TestApi
let world: World
let host: WorldPerson
let venue: TwoLanguageVenue
let engine: Engine

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  venue = await aTwoLanguageVenue(api, world, { host })
  engine = openEngine()
  await world.database.transaction({ role: 'jobs' }, (tx) => markStale(tx, [venue.id]))
  await api.as(host).put(`/api/venues/${venue.id}/languages-i-read`, { languages: ['de', 'en'] })
  await compute()
}, 120_000)
afterAll(async () => {
  await engine.stop()
  await world.close()
  await api.close()
})

const compute = () => computeFamilies(api.database, venue.id, engine)
const view = async (who: WorldPerson = host): Promise<FamiliesView> =>
  (await api.as(who).get(`/api/venues/${venue.id}/families`)).body
const themesOf = ({ columns }: FamilyView): string[] =>
  columns.flatMap(({ themes }) => themes.map(({ id }) => id)).sort()
const pairsOf = ({ families }: FamiliesView): string[] => families.map((family) => themesOf(family).join(' ')).sort()
const idsOf = ({ families }: FamiliesView): string[] => families.map(({ id }) => id).sort()

test('the themes of two languages become families, with people counted once and reasons in words', async () => {
  const { families, links, languages } = await view()
  expect(families).toHaveLength(4)
  for (const family of families) {
    expect(family.columns.map(({ language }) => language).sort()).toEqual(['de', 'en'])
    expect([family.people, ...family.columns.map(({ people }) => people)]).toEqual([8, 8, 8])
    expect(family.unquoted).toEqual([])
  }
  const joined = links.filter((link) => link.joined)
  expect(joined).toHaveLength(4)
  for (const { evidence, confidence } of joined) {
    expect(confidence).toBeGreaterThanOrEqual(0.7)
    expect(evidence.map(({ kind }) => kind)).toEqual(['replies', 'people', 'marks'])
    expect(evidence.at(-1)?.words.every((word) => /^n?\d\d$/.test(word))).toBe(true)
  }
  expect(languages.map(({ language, heard }) => [language, heard])).toEqual([
    ['de', 'headlines'],
    ['en', 'headlines'],
  ])
})

test('members see the families and what they rest on, and are asked nothing', async () => {
  const { links, suggestedTerms, may } = await view(venue.crowd[0])
  expect(links.every(({ joined, judge }) => joined && !judge.ok)).toBe(true)
  expect([suggestedTerms, may.shape.ok]).toEqual([[], false])
})

test('whoever writes is offered what is said of it in the other language', async () => {
  const { families } = await view()
  const english = families[0]?.columns.find(({ language }) => language === 'en')?.themes[0]
  const { items } = (await api.as(host).get(`/api/themes/${english?.id}/contributions?limit=3`)).body
  const near = items.map((contribution: ContributionView) => ({ similarity: 0.5, contribution }))
  const opening = [{ text: 'select open_as(sha256($1::bytea), null)', values: [host.token] }]
  const actor = { ...nobody, personId: host.id, sessionId: host.sessionId }
  const across = await world.database.transaction({ role: 'app', opening }, (tx) =>
    findSimilarAcross({ tx, actor, now: tx.now, say: (key) => key }, { venueId: venue.id, near }),
  )
  expect(across.map((one) => [one.across?.language, one.contribution.language])).toEqual([['de', 'de']])
})

test('ids of families stay over computations', async () => {
  const before = idsOf(await view())
  await compute()
  expect(idsOf(await view())).toEqual(before)
})

test('a host parts two themes: it holds at once, over computations, and one click takes it back', async () => {
  const before = await view()
  const [family] = before.families
  const [a = '', b = ''] = family ? themesOf(family) : []
  const said = await api.as(host).put<FamiliesView>(`/api/themes/${a}/kin/${b}`, { isOne: false })
  expect([said.status, pairsOf(said.body).includes([a, b].join(' '))]).toEqual([200, false])
  expect(said.body.revision).toBeGreaterThan(before.revision)
  await compute()
  expect(pairsOf(await view())).not.toContain([a, b].join(' '))
  const themes: ThemesView = (await api.as(host).get(`/api/venues/${venue.id}/themes`)).body
  const change = themes.changes.find(({ kind, undoable }) => kind === 'parted' && undoable)
  expect(change?.by).toBe('Host')
  expect((await api.as(host).post(`/api/theme-changes/${change?.id}/undo`)).status).toBe(200)
  expect(pairsOf(await view())).toEqual(pairsOf(before))
  await compute()
  expect(pairsOf(await view())).toEqual(pairsOf(before))
})

test('two families that a host joins are one, confirmed in what they rest on', async () => {
  const [one, other] = (await view()).families
  const english = (family: FamilyView | undefined) =>
    family?.columns.find(({ language }) => language === 'en')?.themes[0]
  const german = (family: FamilyView | undefined) =>
    family?.columns.find(({ language }) => language === 'de')?.themes[0]
  const said = await api
    .as(host)
    .put<FamiliesView>(`/api/themes/${english(one)?.id}/kin/${german(other)?.id}`, { isOne: true })
  const both = said.body.families.find((family) => themesOf(family).includes(english(one)?.id ?? ''))
  expect(both && themesOf(both)).toContain(german(other)?.id)
  await compute()
  const later = (await view()).links.find(({ said: word }) => word === 'one')
  expect([later?.joined, later?.confidence]).toEqual([true, 1])
})

test('a verdict follows its theme when hosts merge it into another', async () => {
  const { families } = await view()
  const [family] = families
  const [a = '', b = ''] = family ? themesOf(family) : []
  await api.as(host).put(`/api/themes/${a}/kin/${b}`, { isOne: true })
  const themes: ThemesView = (await api.as(host).get(`/api/venues/${venue.id}/themes`)).body
  const language = themes.themes.find(({ id }) => id === a)?.language
  const into = themes.themes.find((theme) => theme.language === language && theme.id !== a)
  expect((await api.as(host).post(`/api/themes/${into?.id}/merge`, { otherId: a })).status).toBe(200)
  await compute()
  const after = (await view()).families.find((one) => themesOf(one).includes(b))
  expect(after && themesOf(after)).toContain(into?.id)
})

test('words that were taken back are no reason any more', async () => {
  const named = async () => (await view()).links.flatMap(({ evidence }) => evidence.flatMap(({ words }) => words))
  expect((await named()).length).toBeGreaterThan(0)
  for (const person of venue.crowd) {
    const { items } = (await api.as(person).get(`/api/venues/${venue.id}/contributions?limit=100`)).body
    for (const item of items) if (item.mine) await api.as(person).delete(`/api/contributions/${item.id}`)
  }
  expect(await named()).toEqual([])
})
