import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { expectNoViolations, PHONE, picture } from '../browser.ts'
import type { WorldPerson } from '../world.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let jam: OpenJam
let ann: WorldPerson
let ben: WorldPerson
let first: string
let own: string

const LONG = { timeout: 60_000 }

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product)
  ann = await jam.world.person('Ann Author')
  ben = await jam.world.person('Ben Builder')
  first = await jam.write(ann, 'Let every team close its door one morning a week', 'Nobody calls, nobody writes.')
  own = await jam.write(ben, 'Let every team close its door one morning each week', 'Nobody calls, nobody writes.')
  await jam.write(ben, 'A garden on the roof')
  const isFolded = async () => {
    const { body } = await product.api.as(ann).get(`/api/contributions/${own}/fold`)
    expect(body.fold).not.toBeNull()
  }
  await vi.waitFor(isFolded, { timeout: 90_000, interval: 500 })
}, 240_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

test('an author finds hers in a fold, sees the others, and lets it stand on its own', async () => {
  const page = await product.visit(`/jams/${jam.id}/threads/${own}`, ben, PHONE)
  await page.getByText('1 other wrote nearly the same').waitFor(LONG)
  await page.getByText('Yours stands together with them').waitFor()
  await picture(page, 'fold-author-thread')
  await expectNoViolations(page)
  await page.goto(new URL(`/jams/${jam.id}`, product.api.origin).href)
  await page.getByText('A garden on the roof').waitFor(LONG)
  await page.getByText('Let every team close its door one morning a week').waitFor()
  expect(await page.getByText('Let every team close its door one morning each week').count()).toBe(0)
  await picture(page, 'fold-feed-phone')
  await page.getByRole('link', { name: '1 other wrote nearly the same' }).click()
  await page.getByText('2 contributions say nearly the same').waitFor(LONG)
  await page.getByText('Let every team close its door one morning each week').waitFor()
  await picture(page, 'fold-page-phone')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Show mine on its own' }).press('Enter')
  await page.getByText('This contribution stands alone').waitFor(LONG)
}, 180_000)

test('a host sees that it is kept alone, and folds two others by hand and takes that back', async () => {
  const page = await product.visit(`/jams/${jam.id}/threads/${own}`, jam.host)
  await page.getByText('Its author wants this to stand on its own').waitFor(LONG)
  await picture(page, 'fold-kept-alone')
  await page.goto(new URL(`/jams/${jam.id}/threads/${first}`, product.api.origin).href)
  await page.getByRole('button', { name: 'Fold with …' }).press('Enter')
  await page.getByText('Choose the contribution that says nearly the same').waitFor()
  await page.locator('nav.crumbs').getByRole('link').nth(1).click()
  const garden = page.locator('article', { hasText: 'A garden on the roof' })
  await garden.getByRole('button', { name: /^Fold with “Let every team/ }).waitFor(LONG)
  await picture(page, 'fold-picking')
  await expectNoViolations(page)
  await garden.getByRole('button', { name: /^Fold with “Let every team/ }).press('Enter')
  await page.goto(new URL(`/jams/${jam.id}/folds/${first}`, product.api.origin).href)
  await page.getByText('2 contributions say nearly the same').waitFor(LONG)
  await page.getByText(/put two together/).waitFor()
  await picture(page, 'fold-page-host')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await page.getByText('This contribution stands alone').waitFor(LONG)
}, 180_000)
