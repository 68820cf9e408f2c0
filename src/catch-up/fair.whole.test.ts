import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { untilComputed } from '../../test/caught-up-jam.ts'
import { aPlantedJam, type PlantedJam, SMALL_LANGUAGES } from '../../test/planted-jam.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { sayFor } from '../app/who-asks.ts'
import { nobody } from '../kernel/index.ts'
import { makeEdition } from '../reports/make-edition.ts'
import { citedIn } from '../reports/rules/cited.ts'
import type { Report } from '../reports/rules/report.ts'
import { openPress } from '../reports/worker/open-press.ts'
import type { ThemesView } from '../themes/contract.ts'
import { computeVenue } from './compute-venue.ts'
import type { CardView, CatchUpView } from './contract.ts'
import { viewCatchUp } from './index.ts'

// A jam of thousands at hour 60, in four languages, with a voice of three texts in a thousand and with a campaign; caught
// up with through the server by people who read nothing but what they are shown.

const READERS = 20
const VISITS = 3
const FEW = 12

let api: TestApi
let world: World
let jam: PlantedJam
let themes: ThemesView['themes']
let newcomer: CatchUpView
let root: pg.Client

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  root = api.fresh.root
  jam = await aPlantedJam(api.database, {
    ...{ hub: world.core, texts: 3_600, small: { texts: 12, people: 8 }, campaign: { texts: 500, people: FEW } },
    ...{ peopleOfLanguage: 70, atHour: 60 },
  })
  await untilComputed(world, jam.jamId)
  themes = ((await api.as(world.owner).get(`/api/venues/${jam.jamId}/themes`)).body as ThemesView).themes
  newcomer = await catchUp(await world.person('Newcomer'))
}, 120_000)
afterAll(async () => {
  await world.close()
  await api.close()
})

const catchUp = async (who: WorldPerson, query = '?minutes=10'): Promise<CatchUpView> =>
  (await api.as(who).get(`/api/catch-up${query}`)).body
const cardsOf = (view: CatchUpView): CardView[] => view.sections.flatMap(({ cards }) => cards)
const quotesOf = (view: CatchUpView) =>
  cardsOf(view).flatMap(({ quote, build, objection }) => [quote, build, objection].filter((one) => one !== null))
const asRoot = (text: string, values: readonly unknown[]) =>
  world.database.transaction({ role: 'jobs' }, (tx) => tx.rows(text, values))
/** Behind the product's back: time passes for what a person alone may change. */
const behind = (text: string) => root.query(text)

describe('who arrives at hour 60 with ten minutes', () => {
  test('sees at least 90 % of the people of the nine largest themes', () => {
    const shown = new Set(cardsOf(newcomer).map(({ theme }) => theme?.id))
    const top = themes.toSorted((a, b) => b.people - a.people).slice(0, 9)
    const peopleOf = (some: ThemesView['themes']) => some.reduce((sum, { people }) => sum + people, 0)
    expect(peopleOf(top.filter(({ id }) => shown.has(id))) / peopleOf(top)).toBeGreaterThanOrEqual(0.9)
  })

  test('meets every language of 2 % of the people', () => {
    const met = new Set(quotesOf(newcomer).map(({ language }) => language))
    expect([...met].sort()).toEqual(['en', ...SMALL_LANGUAGES].sort())
  })
})

describe('a voice of three texts in a thousand, which has no theme of its own', () => {
  /** Everybody reads what she is shown, three times, a third of the jam being said between one time and the next. The
   *  share of those who met the voice. */
  async function shareWhoMeets(name: string, visit: (who: WorldPerson) => Promise<CatchUpView>): Promise<number> {
    const people = await Promise.all(Array.from({ length: READERS }, (_, n) => world.person(`${name} ${n}`)))
    const met = new Set<string>()
    for (let at = 0; at < VISITS; at++) {
      if (at > 0) await saidMeanwhile(at)
      for (const who of people) {
        const contributionIds = quotesOf(await visit(who)).map(({ contributionId }) => contributionId)
        await api.as(who).post('/api/reading/seen', { contributionIds })
        if (contributionIds.some((id) => jam.topicOf.get(id) === 'small')) met.add(who.id)
      }
    }
    await behind('delete from reading_seen')
    return met.size / READERS
  }

  async function saidMeanwhile(part: number): Promise<void> {
    await behind(`update reading_seen set seen_at = seen_at - interval '1 hour'`)
    await behind(
      `update contribution set posted_at = now() - interval '10 minutes' where abs(hashtext(id::text)) % 3 = ${part}`,
    )
    await computeVenue(api.database, jam.jamId)
  }

  test('is missed where nothing is kept for the least heard', async () => {
    const opening = (who: WorldPerson) => [{ text: 'select open_as(sha256($1::bytea), null)', values: [who.token] }]
    const visit = (who: WorldPerson) =>
      world.database.transaction({ role: 'app', opening: opening(who) }, (tx) => {
        const actor = { ...nobody, personId: who.id }
        return viewCatchUp({ actor, tx, now: tx.now, say: sayFor('en') }, { minutes: 10, reserved: false })
      })
    expect(await shareWhoMeets('Control', visit)).toBeLessThan(0.95)
  }, 60_000)

  test('is met by at least 95 % of the readers within three catch-ups', async () => {
    expect(await shareWhoMeets('Reader', (who) => catchUp(who))).toBeGreaterThanOrEqual(0.95)
  }, 60_000)

  test('stands in the report, and would not without the places of small voices', async () => {
    await vi.waitFor(
      async () => {
        const found = await asRoot('select 1 from fold where venue_id = $1 and texts > 300', [jam.jamId])
        expect(found).toHaveLength(1)
      },
      { timeout: 40_000, interval: 500 },
    )
    const press = openPress()
    await makeEdition({ database: api.database, press, publicUrl: new URL(api.origin) }, jam.jamId, 'closing')
    await press.stop()
    const report = JSON.parse((await api.as(world.owner).get(`/jams/${jam.jamId}/report/1?form=json`)).text) as Report
    const hasIt = (cited: Pick<Report, 'themes' | 'opinions' | 'voices'>) =>
      [...citedIn(cited).keys()].some((id) => jam.topicOf.get(id) === 'small')
    expect(hasIt(report)).toBe(true)
    const byPeople = report.themes.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0)).slice(0, 9)
    expect(hasIt({ ...report, themes: byPeople, voices: [] })).toBe(false)
  }, 60_000)
})

test('in the report the copies are one campaign of twelve people', async () => {
  const report = JSON.parse((await api.as(world.owner).get(`/jams/${jam.jamId}/report/1?form=json`)).text) as Report
  const copied = (report.folds ?? []).filter(({ ids }) => ids.some((id) => jam.topicOf.get(id) === 'campaign'))
  const [largest] = copied.toSorted((a, b) => b.ids.length - a.ids.length)
  expect(largest).toMatchObject({ people: FEW, campaign: true })
  expect(largest?.ids.length).toBeGreaterThan(300)
})

test('500 copies by twelve people stand where twelve people stand', async () => {
  const sections = (await catchUp(await world.person('Ranks'), '?only=rising')).sections
  const cards = sections.find(({ key }) => key === 'rising')?.cards ?? []
  const told = cards.flatMap(({ theme, quote }) => {
    const figures = themes.find(({ id }) => id === theme?.id)
    return figures ? [{ ...figures, isCopied: jam.topicOf.get(quote?.contributionId ?? '') === 'campaign' }] : []
  })
  const copied = told.filter(({ isCopied }) => isCopied)
  const first = told.findIndex(({ isCopied }) => isCopied)
  expect(Math.max(...copied.map(({ people }) => people))).toBeLessThanOrEqual(FEW)
  // Nobody's theme of twice as many stands behind it; by texts it would be the first.
  expect(told.slice(first).filter(({ people }) => people >= 2 * FEW)).toEqual([])
  const most = told.toSorted((a, b) => b.contributions - a.contributions)[0]
  expect(most?.isCopied).toBe(true)
})
