import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { FamiliesView, FamilyView } from '../../src/themes/contract.ts'
import { complaintsOf, DESKTOP, expectNoViolations, look, PHONE, picture, type Viewer } from '../browser.ts'
import { plantTexts } from '../planted-texts.ts'
import { aTwoLanguageVenue } from '../two-languages.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let jam: OpenJam

const families = async (): Promise<FamiliesView> =>
  (await product.api.as(jam.host).get(`/api/venues/${jam.id}/families`)).body
/** Its themes, in whatever order. */
const made = ({ columns }: FamilyView): string =>
  columns
    .flatMap(({ themes }) => themes.map(({ id }) => id))
    .sort()
    .join()

beforeAll(async () => {
  product = await openProduct({ forTests: { computeThemesEveryMs: 3_000 } })
  jam = await openJam(product)
  const { world, id, forumId, host } = jam
  await aTwoLanguageVenue(product.api, world, { host, venue: { id, forumId } })
  // The product computes them by itself.
  const linked = async () => expect((await families()).families).toHaveLength(4)
  await vi.waitFor(linked, { timeout: 120_000, interval: 500 })
}, 300_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

const open = (part: string, viewer: Viewer) => product.visit(`${jam.path}/themes${part}`, jam.host, viewer)
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

test('on a phone a host reads what is one in two languages, and why', { timeout: 120_000 }, async () => {
  const phone = await open('', PHONE)
  const way = phone.getByRole('link', { name: /4 families join themes/ })
  await way.waitFor()
  await look(phone, 'across-languages-390', heading(phone, 'Languages'))
  await way.click()
  await phone.getByText('Why these are one').first().click()
  const reason = phone.getByText(/typed replies go from one to the other/).first()
  await reason.waitFor()
  await look(phone, 'families-390', heading(phone, 'Families across languages'))
  expect(complaintsOf(phone)).toEqual([])
})

test('a host who reads both languages confirms, everybody sees by whom, and one click takes it back', {
  timeout: 180_000,
}, async () => {
  const before = (await families()).families.map(made).sort()
  const page = await open('?part=families', DESKTOP)
  await page.getByText('Only hosts who read both languages').first().waitFor()
  expect(await page.getByRole('button', { name: 'One thing' }).count()).toBe(0)
  await page.locator('label', { hasText: 'German' }).click()
  await page.getByRole('button', { name: 'One thing' }).first().waitFor()
  await look(page, 'families-1440', heading(page, 'Families across languages'))
  await page.getByRole('button', { name: 'One thing' }).first().click()
  await page.getByText('They are one family now.').waitFor()
  await page.getByText('confirmed by hosts').first().waitFor()
  await heading(page, 'What hosts said').waitFor()

  await page.getByRole('button', { name: 'Two things' }).first().click()
  await page.getByText('They stay two.').waitFor()
  await expect.poll(async () => (await families()).families.length).toBe(3)

  const reader = await product.visit(`${jam.path}/themes`, jam.world.owner, PHONE)
  await reader
    .getByText(/are about two things/)
    .first()
    .waitFor()
  await reader.getByText('by Hanna Host').first().waitFor()
  await page.goto(page.url().replace('?part=families', ''))
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await page.getByRole('link', { name: /4 families join themes/ }).waitFor()
  expect((await families()).families.map(made).sort()).toEqual(before)
  expect([...complaintsOf(page), ...complaintsOf(reader)]).toEqual([])
})

test('whoever writes in one language is shown what is said of it in the other', { timeout: 120_000 }, async () => {
  const [one] = plantTexts({ subjects: 4, each: 17, seed: 11, language: 'en' }).entries.slice(64)
  const page = await product.visit(jam.path, jam.host, DESKTOP)
  const line = page.getByLabel('Your contribution, in one line')
  await line.pressSequentially(one?.text ?? '')
  const across = page.getByText('About the same thing, in German')
  // A server at work may answer that it found nothing in time: whoever goes on writing asks again.
  const isThere = async () => {
    if ((await across.count()) === 0) await line.press('.')
    return across.count()
  }
  await expect.poll(isThere, { timeout: 30_000, interval: 1_000 }).toBe(1)
  const other = page
    .getByRole('region', { name: /^Said before/ })
    .getByRole('listitem')
    .last()
  expect(await other.locator('[lang=de]').count()).toBe(1)
  await expectNoViolations(page)
  await picture(page, 'similar-across-1440')
  await other.getByRole('button', { name: 'Build on it' }).press('Enter')
  await expect
    .poll(() => page.getByLabel('What do you add?').inputValue(), { timeout: 15_000 })
    .toContain(one?.text.slice(0, 20))
  expect(complaintsOf(page)).toEqual([])
})
