import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ringClocks } from '../../src/promises/index.ts'
import { complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
import { aReportJam, type ReportJam } from '../report-jam.ts'
import { aWorld, type World, type WorldPerson } from '../world.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let world: World
let host: WorldPerson
let sponsor: WorldPerson
let keeper: WorldPerson
let jam: ReportJam

beforeAll(async () => {
  product = await openProduct()
  world = await aWorld(product.api)
  host = await world.person('Rosa Host', { role: 'host' })
  sponsor = await world.person('Sara Sponsor')
  keeper = await world.person('Karl Keeper', { locale: 'de' })
  jam = await aReportJam(product.api.database, { hub: world.core, host, themes: 4, each: 16 })
  await vi.waitFor(async () => expect((await decisions()).matters.length).toBeGreaterThan(1), {
    timeout: 150_000,
    interval: 500,
  })
}, 240_000)
afterAll(async () => {
  await world.close()
  await product.close()
})

const at = (part: string): string => `/jams/${jam.jamId}/${part}`
const decisions = async () => (await product.api.as(sponsor).get(`/api/jams/${jam.jamId}/decisions`)).body
const reports = async () => (await product.api.as(sponsor).get(`/api/jams/${jam.jamId}/reports`)).body

async function sound(page: Page, name: string): Promise<void> {
  await expectNoViolations(page)
  await picture(page, name)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBe(0)
  expect(complaintsOf(page)).toEqual([])
}

test('a host names on a phone who decides', { timeout: 90_000 }, async () => {
  const page = await product.visit(at('decisions'), host, PHONE)
  await page.getByText('Nobody is named yet').waitFor()
  await page.getByRole('button', { name: 'Name who decides' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Find people').fill('Sara')
  await dialog.getByRole('button', { name: /Sara Sponsor/ }).click()
  await sound(page, 'name-who-decides')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('An answer binds when all of them have signed').waitFor()
})

test('a sponsor answers a theme, signs it, and everybody reads it', { timeout: 120_000 }, async () => {
  const page = await product.visit(at('decisions'), sponsor, DESKTOP)
  const first = page.getByRole('article').first()
  await first.getByRole('button', { name: /Write an answer/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Adapt' }).check()
  await dialog.getByLabel('Reason').fill('Two of three approve from March on; the third is told.')
  await dialog.getByLabel('Find people').fill('Karl')
  await dialog.getByRole('button', { name: /Karl Keeper/ }).click()
  await dialog.getByLabel('By when').fill('2099-03-01')
  await sound(page, 'write-an-answer')
  await dialog.getByRole('button', { name: 'Save the draft' }).click()
  await first.getByText('binds nobody yet').waitFor()
  await sound(page, 'a-draft-to-sign')
  await first.getByRole('button', { name: /Sign/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).click()
  await first.getByText('Signed by Sara Sponsor').waitFor()
  await first.getByText('open', { exact: true }).waitFor()
})

test('the answered edition appears by itself when the last theme is answered', { timeout: 120_000 }, async () => {
  const { matters } = await decisions()
  const before = (await reports()).editions[0].number
  for (const matter of matters.slice(1)) {
    const no = { follows: 0, answer: 'decline', reason: 'The law forbids it.', owner: null, due: null, budget: null }
    const sponsors = product.api.as(sponsor)
    const { body } = await sponsors.post(`/api/matters/${matter.id}/decisions`, { ...no, changeReason: null })
    const { latest } = body.matters.find(({ id }: { id: string }) => id === matter.id)
    await sponsors.post(`/api/decisions/${latest.id}/signature`, {})
  }
  await vi.waitFor(
    async () => {
      const [latest] = (await reports()).editions
      expect([latest.number, latest.kind, latest.hash !== null]).toEqual([before + 1, 'answered', true])
    },
    { timeout: 60_000, interval: 500 },
  )
  const page = await product.visit(at('report'), sponsor, PHONE)
  await page.getByText('Answered edition').waitFor()
  await page.getByRole('button', { name: 'What changed' }).first().click()
  await page
    .getByText(/Two of three approve/)
    .first()
    .waitFor()
  await sound(page, 'the-answered-edition')
  await page.goto(new URL(at(`report/${before + 1}`), product.api.origin).href)
  await page.getByText('Adapted. Two of three approve').first().waitFor()
  await page
    .getByText(/Responsible: Karl Keeper/)
    .first()
    .waitFor()
  await picture(page, 'the-answered-report')
})

test('somebody who wrote reads what became of hers', { timeout: 90_000 }, async () => {
  const writer = await whomItConcerns()
  const page = await product.visit(at('letter'), writer, PHONE)
  await page.getByRole('heading', { name: 'What became of mine' }).waitFor()
  await page.getByText('you wrote here').first().waitFor()
  await sound(page, 'what-became-of-mine')
})

/** One of those who came with the jam's file, now a member with a session, whose theme was answered. */
async function whomItConcerns(): Promise<WorldPerson> {
  for (const id of jam.people.slice(0, 20)) {
    const person = { ...sponsor, id }
    await world.join(person, world.core)
    const writer = await world.session(person)
    const { body } = await product.api.as(writer).get(`/api/jams/${jam.jamId}/letter`)
    if (body.became.some(({ why }: { why: string[] }) => why.includes('wrote'))) return writer
  }
  throw new Error('no answer concerns anybody')
}

test('who keeps a promise finds it overdue, in German on a phone, and tells how it goes', {
  timeout: 120_000,
}, async () => {
  const promiseId = (await decisions()).matters[0].promise.id
  await product.api.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows(
      `update promise set due = current_date - 2, due_at = now() - interval '1 day', next_at = now() - interval '8 days' where id = $1`,
      [promiseId],
    ),
  )
  await ringClocks(product.api.database)
  const page = await product.visit('/promises', keeper, PHONE)
  const first = page.getByRole('listitem').filter({ hasText: 'überfällig' }).first()
  await first.waitFor()
  await sound(page, 'the-ledger')
  await page.getByRole('switch', { name: 'Nur meine' }).click()
  await page
    .getByRole('link')
    .filter({ hasText: (await decisions()).matters[0].name })
    .first()
    .click()
  await page.getByText('Der Tag ist vorbei').waitFor()
  await page.getByLabel('Was neu ist').fill('Die Schulung ist fertig, im Mai beginnen wir.')
  await page.getByRole('button', { name: 'Allen berichten' }).click()
  await page.getByRole('link', { name: 'Gespräch (0 Antworten)' }).waitFor()
  await sound(page, 'a-promise')
})

test('somebody who wrote asks in the discussion of a promise', { timeout: 90_000 }, async () => {
  const member = await world.person('Mina Member')
  const promiseId = (await decisions()).matters[0].promise.id
  const page = await product.visit(`/promises/${promiseId}`, member, DESKTOP)
  await page.getByRole('link', { name: 'Discussion (0 replies)' }).click()
  await page.getByText('Die Schulung ist fertig').waitFor()
  await sound(page, 'discussion-of-a-promise')
  const thread = new URL(page.url()).pathname.split('/').at(-1)
  await product.api
    .as(member)
    .post(`/api/contributions/${thread}/replies`, { kind: 'question', body: 'Who is trained?' })
  await page.goto(new URL(`/promises/${promiseId}`, product.api.origin).href)
  await page.getByRole('link', { name: 'Discussion (1 reply)' }).waitFor()
})
