import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
import { aCaughtUpJam, untilComputed } from '../caught-up-jam.ts'
import type { ThemedVenue } from '../themed-venue.ts'
import { aWorld, type World, type WorldPerson } from '../world.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let world: World
let jam: ThemedVenue
let mara: WorldPerson
let mine: string

beforeAll(async () => {
  product = await openProduct()
  world = await aWorld(product.api)
  const host = await world.person('Host', { role: 'host' })
  jam = await aCaughtUpJam(product.api, world, host)
  mara = await world.person('Mara Member')
  const { body } = await product.api
    .as(mara)
    .post(`/api/forums/${jam.forumId}/contributions`, { title: 'Let any two of three say yes to an answer', body: '' })
  mine = body.id
  await product.api.as(host).post(`/api/contributions/${mine}/replies`, {
    kind: 'question',
    body: 'Which three people would you trust with that in your hub?',
  })
  await untilComputed(world, jam.id)
}, 180_000)
afterAll(async () => {
  await world.close()
  await product.close()
})

const card = (page: Page, words: string) => page.locator('.catch-card', { hasText: words }).first()

async function answerOnPhone(): Promise<void> {
  const phone = await product.visit('/', mara, PHONE)
  const complaints = complaintsOf(phone)
  await phone.getByRole('heading', { name: 'To you' }).waitFor()
  await expectNoViolations(phone)
  await picture(phone, 'catch-up-phone')
  // Until what fits in two minutes has come, what she had before stays to be seen, and says that it is being replaced.
  const shorter = phone.waitForResponse('**/api/catch-up?*minutes=2')
  await phone.getByLabel('2 min').click()
  await shorter
  await phone
    .locator('.catch-found:not([aria-busy])')
    .getByText(/Shown \d+ of \d+ theme/)
    .waitFor()
  const question = card(phone, 'Which three people would you trust')
  await question.getByText('Why am I seeing this?').click()
  await question.getByText('Section: To you').waitFor()
  await question.getByRole('link', { name: 'Answer' }).click()
  await phone.waitForURL(`**/threads/${mine}?at=*`)
  const form = phone.getByRole('form', { name: 'Your reply' })
  await form.getByRole('textbox').fill('The three who were on call last winter.')
  await form.getByRole('button', { name: 'Reply', exact: true }).click()
  await phone.getByText('The three who were on call last winter.').first().waitFor()
  expect(complaints).toEqual([])
}

test('a member catches up on a phone, answers where she is asked, and goes on at a desk', async () => {
  await answerOnPhone()
  // What she read on the phone is read; her desk begins with what is left.
  await product.api.as(mara).post('/api/reading/seen', { contributionIds: [mine] })
  const desk = await product.visit('/catch-up?since=all&minutes=10', await world.session(mara), DESKTOP)
  await desk.getByRole('heading', { name: 'What people talk about' }).waitFor()
  await expectNoViolations(desk)
  await picture(desk, 'catch-up-desk')
  await desk.keyboard.press('j')
  const focused = desk.locator('.catch-card:focus')
  await focused.waitFor()
  await desk.keyboard.press('j')
  await desk.keyboard.press('k')
  await desk.locator('.catch-card:has(blockquote)').first().focus()
  await desk.keyboard.press('s')
  await desk.getByRole('button', { name: 'Kept' }).first().waitFor()
  await desk.getByRole('button', { name: 'Follow', exact: true }).first().click()
  await desk.getByRole('button', { name: 'Followed' }).first().waitFor()
  await desk.getByRole('button', { name: 'Not useful' }).last().click()
  await desk.getByText('Counted as read.').waitFor()
  await desk.goto(new URL('/follows', product.api.origin).href)
  await desk.getByText('One letter a day').waitFor()
  await desk.getByRole('button', { name: 'Follow no longer' }).waitFor()
  await expectNoViolations(desk)
  await picture(desk, 'follows-desk')
}, 120_000)

test('what comes while she reads waits, and moves nothing', async () => {
  const page = await product.visit('/catch-up?since=all', mara, { ...PHONE, colorScheme: 'dark' })
  await page.locator('.catch-card').first().waitFor()
  const before = await page.locator('.catch-card').allTextContents()
  await product.api
    .as(jam.crowd[0] ?? mara)
    .post(`/api/forums/${jam.forumId}/contributions`, { title: 'Something came while she was reading', body: '' })
  await page.getByRole('button', { name: '1 new contribution or reply' }).waitFor()
  expect(await page.locator('.catch-card').allTextContents()).toEqual(before)
  await picture(page, 'catch-up-waits-phone-dark')
  await page.getByRole('button', { name: '1 new contribution or reply' }).click()
  await page.getByRole('button', { name: '1 new contribution or reply' }).waitFor({ state: 'detached' })
})

test('without JavaScript it is a page too', async () => {
  const page = await product.visit('/catch-up/plain?since=all', mara, PHONE)
  await page.getByRole('heading', { name: 'Catch up' }).waitFor()
  await expectNoViolations(page)
  await picture(page, 'catch-up-plain-phone')
})
