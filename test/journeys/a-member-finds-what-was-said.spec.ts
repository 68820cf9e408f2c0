import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, look, PHONE } from '../browser.ts'
import type { WorldPerson } from '../world.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let jam: OpenJam
let mara: WorldPerson
let thread: string

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product)
  const { world, host, write } = jam
  mara = await world.person('Mara Member')
  thread = await write(
    host,
    'Approvals wait for one person only',
    `${'Everybody waits, and nobody knows for how long. '.repeat(12)}We lost a weekend to it.`,
  )
  for (let n = 1; n <= 24; n += 1) await write(host, `Kitchen rota ${n}`, 'Who cooks, and who cleans?')
  await product.api
    .as(mara)
    .post(`/api/contributions/${thread}/replies`, { kind: 'example', body: 'Last Easter nobody was there to approve.' })
}, 120_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

test('on a phone a member types what she remembers, and goes to where it was said', async () => {
  const phone = await product.visit('/search', mara, PHONE)
  const field = phone.getByLabel('Words to look for')
  // Letter by letter as slowly as the search waits: each asks, and none is lost.
  await field.pressSequentially('approve weekends', { delay: 250 })
  expect(await field.inputValue()).toBe('approve weekends')
  await phone.getByText('1 place is shown').waitFor()
  expect(await phone.locator('.found mark').allTextContents()).toEqual(['Approvals', 'weekend'])
  await look(phone, 'search-390')
  await field.fill('easter')
  const found = phone.getByRole('link', { name: 'Last Easter nobody was there to approve.' })
  await found.click()
  await phone.waitForURL(`**/threads/${thread}?at=*`)
  await phone.getByText('Last Easter nobody was there').waitFor()
  // Going back shows the same words again.
  await phone.goBack()
  await found.waitFor()
  expect(await field.inputValue()).toBe('easter')
  await field.fill('no such words')
  await phone.locator('.state', { hasText: 'Nothing holds these words' }).waitFor()
  await look(phone, 'search-none-390')
  expect(complaintsOf(phone)).toEqual([])
})

test('at a desk by keyboard alone: from anywhere, within one jam, page by page, and a word is followed', async () => {
  const page = await product.visit(jam.path, mara, DESKTOP)
  // What says nearly the same stands once.
  await page.getByRole('heading', { name: 'Kitchen rota' }).first().waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').pressSequentially('kitchen')
  await page.getByRole('option', { name: 'Search for “kitchen” in this jam Values jam' }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/search?q=kitchen&jam=${jam.id}`)
  await page.getByText('The first 20 places are shown, there are more').waitFor()
  await page.getByText('Only in “Values jam”').waitFor()
  await page.getByRole('radio', { name: 'Newest' }).press('Space')
  await page.locator('.found', { hasText: 'Kitchen rota 24' }).waitFor()
  await look(page, 'search-1440')
  await page.getByRole('button', { name: 'Show more' }).press('Enter')
  await page.getByText('24 places are shown').waitFor()
  await page.getByRole('button', { name: 'Search everywhere' }).press('Enter')
  await page.waitForURL('**/search?q=kitchen&order=newest')
  await page.getByRole('button', { name: 'Follow' }).press('Enter')
  await expect
    .poll(async () => (await product.api.as(mara).get('/api/follows')).body.follows)
    .toMatchObject([{ kind: 'word', target: 'kitchen' }])
  await page.locator('h1').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/threads/*')
  expect(complaintsOf(page)).toEqual([])
})
