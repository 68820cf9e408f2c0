import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
import { openProduct, type Product } from './open-product.ts'
import { type ThemedJam, themedJam } from './themed-jam.ts'

let product: Product
let jam: ThemedJam

beforeAll(async () => {
  product = await openProduct()
  jam = await themedJam(product)
}, 180_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

const idsOf = async (): Promise<string[]> => (await jam.themes()).themes.map(({ id }) => id).sort()
const part = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) })
const notes = (page: Page) => part(page, 'What changed')
const undoInToast = (page: Page) => page.locator('.toasts').getByRole('button', { name: 'Undo' })

/** What is new waits for the reader: one press shows it. */
async function showNew(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Themes were computed anew/ }).click()
}

test('a host merges two themes on a phone, somebody else sees it live, and undo brings both back', {
  timeout: 180_000,
}, async () => {
  const before = await idsOf()
  const reader = await product.visit(`${jam.path}/themes`, jam.crowd[1] ?? jam.host, DESKTOP)
  await reader.getByRole('heading', { name: 'What changed' }).waitFor()
  const phone = await product.visit(`${jam.path}/themes/${before[0]}`, jam.host, PHONE)
  await phone.getByRole('button', { name: 'Merge' }).click()
  const dialog = phone.getByRole('dialog', { name: 'Merge' })
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await phone.getByText('The themes are one now.').waitFor()
  await picture(phone, 'themes-merged-390')
  expect((await idsOf()).length).toBe(before.length - 1)

  await showNew(reader)
  await notes(reader)
    .getByText(/took in/)
    .waitFor()
  await notes(reader).getByText('by Hanna Host').first().waitFor()
  expect(await notes(reader).getByRole('button', { name: 'Undo' }).count()).toBe(0)

  await undoInToast(phone).click()
  await phone.getByText('Undone: it is as it was before.').waitFor()
  await expect.poll(idsOf).toEqual(before)
  await showNew(reader)
  await notes(reader)
    .getByText(/^Undone/)
    .waitFor()
  expect([...complaintsOf(phone), ...complaintsOf(reader)]).toEqual([])
})

test('a host puts contributions into a theme of their own, by keyboard, and takes it back', {
  timeout: 180_000,
}, async () => {
  const before = await idsOf()
  const phone = await product.visit(`${jam.path}/themes/${before[0]}`, jam.host, PHONE)
  await phone.getByRole('button', { name: 'Choose contributions' }).press('Enter')
  const boxes = phone.getByRole('checkbox')
  for (const at of [0, 1]) await boxes.nth(at).press('Space')
  await phone.getByText('2 chosen').waitFor()
  await picture(phone, 'themes-choosing-390')
  await expectNoViolations(phone)
  await phone.getByRole('button', { name: 'Into a theme of their own' }).press('Enter')
  await phone.getByText('2 contributions have a theme of their own.').waitFor()
  expect((await idsOf()).length).toBe(before.length + 1)
  await undoInToast(phone).press('Enter')
  await phone.getByText('Undone: it is as it was before.').waitFor()
  await expect.poll(idsOf).toEqual(before)
  expect(complaintsOf(phone)).toEqual([])
})

test('a host moves a contribution out of all themes, and from there into another', { timeout: 180_000 }, async () => {
  const [from = ''] = await idsOf()
  const phone = await product.visit(`${jam.path}/themes/${from}`, jam.host, PHONE)
  await phone.getByRole('button', { name: 'Choose contributions' }).click()
  const label = (await phone.getByRole('checkbox').first().getAttribute('id')) ?? ''
  const title = ((await phone.locator(`label[for="${label}"]`).textContent()) ?? '').slice(8, -1)
  await phone.getByRole('checkbox').first().check()
  await phone.getByRole('button', { name: 'Move …' }).click()
  await phone.getByLabel('Where to').selectOption({ label: 'In no theme' })
  await picture(phone, 'themes-move-390')
  await expectNoViolations(phone)
  await phone.getByRole('button', { name: 'Move', exact: true }).click()
  await phone.getByText('1 contribution is in no theme now.').waitFor()

  await phone.goto(new URL(`${jam.path}/themes?part=unsorted`, product.api.origin).href)
  await phone.getByRole('button', { name: 'Choose contributions' }).click()
  await phone.getByLabel(`Choose “${title}”`).check()
  await phone.getByRole('button', { name: 'Move …' }).click()
  await phone.getByRole('button', { name: 'Move', exact: true }).click()
  await phone.getByText('1 contribution was moved.').waitFor()
  expect(complaintsOf(phone)).toEqual([])
})

test('a reader walks from the map to a theme, and there to a voice that few have read', {
  timeout: 180_000,
}, async () => {
  const reader = await product.visit(`${jam.path}/themes`, jam.crowd[2] ?? jam.host, DESKTOP)
  await reader.locator('.theme-spot').first().waitFor()
  await picture(reader, 'themes-1440')
  await expectNoViolations(reader)
  const phone = await product.visit(`${jam.path}/themes`, jam.crowd[2] ?? jam.host, PHONE)
  await phone.locator('.theme-spot').first().waitFor()
  await picture(phone, 'themes-390')
  await expectNoViolations(phone)
  const places = await phone.evaluate(() =>
    ['.theme-list', '.theme-map'].map((part) => document.querySelector(part)?.getBoundingClientRect().top ?? 0),
  )
  expect(places[0]).toBeLessThan(places[1] ?? 0)

  await reader.locator('.theme-spot').first().click()
  const seldom = part(reader, 'Read by few so far')
  const voice = seldom.getByRole('article').getByRole('heading').getByRole('link').first()
  const words = (await voice.textContent()) ?? ''
  await picture(reader, 'theme-1440')
  await voice.click()
  await reader.getByRole('heading', { name: words, level: 1 }).waitFor()

  // Once it has stood before her for a second she is one of its readers: it needs her no more.
  const isStillThere = async () => {
    await reader.goBack()
    await reader.reload()
    await seldom.waitFor()
    const there = await seldom.getByText(words).count()
    await reader.goForward()
    return there
  }
  await expect.poll(isStillThere, { timeout: 30_000, interval: 2_000 }).toBe(0)
  expect(complaintsOf(reader)).toEqual([])
})
