import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeScheme, complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
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

const similarTo = (page: Page) => page.getByRole('region', { name: /^Said before/ })
const line = (page: Page) => page.getByLabel('Your contribution, in one line')

/** Writes, and goes on until something similar is found: a server at work may answer that it found nothing in time. */
async function writeUntilSimilar(page: Page, text: string): Promise<void> {
  await line(page).pressSequentially(text)
  const isThere = async () => {
    if ((await similarTo(page).count()) === 0) await line(page).press('.')
    return similarTo(page).count()
  }
  await expect.poll(isThere, { timeout: 30_000, interval: 1_000 }).toBe(1)
}

test('whoever writes is shown what is like it, supports one in place and builds on another without losing a word', {
  timeout: 120_000,
}, async () => {
  const [text = ''] = jam.texts
  const member = await jam.world.person('Mira Member')
  const page = await product.visit(jam.path, member, DESKTOP)
  await line(page).click()
  await writeUntilSimilar(page, text)
  const written = await line(page).inputValue()
  expect(await line(page).evaluate((field) => field === document.activeElement)).toBe(true)
  await page.getByLabel('More about it').fill('And it matters here.')
  const items = similarTo(page).getByRole('listitem')
  await expect.poll(() => items.count()).toBeGreaterThan(1)
  expect(await items.count()).toBeLessThanOrEqual(5)
  await picture(page, 'similar-1440')
  await expectNoViolations(page)

  await items.nth(1).getByRole('button', { name: 'Support it' }).click()
  await items.nth(1).getByRole('button', { name: 'Support it', pressed: true }).waitFor()
  const words = (await items.first().getByRole('link').textContent()) ?? ''
  await items.first().getByRole('button', { name: 'Build on it' }).press('Enter')
  await page.getByRole('heading', { name: words, level: 1 }).waitFor()
  const reply = page.getByLabel('What do you add?')
  await expect.poll(() => reply.inputValue()).toBe(`${written}\n\nAnd it matters here.`)
  await picture(page, 'similar-built-1440')
  await page.getByRole('button', { name: 'Reply' }).last().click()
  await page.getByText('Your reply stands in the thread.').waitFor()
  await page.goBack()
  await line(page).waitFor()
  expect(await line(page).inputValue()).toBe('')
  expect(complaintsOf(page)).toEqual([])
})

test('on a phone what is similar is folded away, and one posts all the same', { timeout: 120_000 }, async () => {
  const [, text = ''] = jam.texts
  const page = await product.visit(jam.path, jam.crowd[0] ?? jam.host, PHONE)
  await page.getByRole('button', { name: 'Add your voice' }).click()
  await writeUntilSimilar(page, text)
  await picture(page, 'similar-390')
  await changeScheme(page, 'dark')
  await picture(page, 'similar-390-dark')
  await expectNoViolations(page)
  await similarTo(page).getByRole('button', { name: 'Hide' }).click()
  expect(await similarTo(page).getByRole('listitem').count()).toBe(0)
  await page.getByRole('button', { name: 'Post' }).click()
  await page.getByRole('heading', { name: text.slice(0, -1) }).waitFor()
  expect(complaintsOf(page)).toEqual([])
})
