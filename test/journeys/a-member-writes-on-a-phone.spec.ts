import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

const WORDS =
  'anchors bakeries chimneys ditches elevators ferries gardens harvests islands journals kitchens lanterns markets nurseries orchards pavements quarries railways shelters theatres umbrellas valleys workshops yards'.split(
    ' ',
  )

let product: Product
let jam: OpenJam

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product)
  // Each in words of its own: what is nearly the same would stand in one place.
  for (const [at, word] of WORDS.entries())
    await jam.write(
      jam.host,
      `Contribution ${at + 1} of ${word}`,
      `${word} ${WORDS[(at * 7 + 3) % 24]} ${WORDS[(at * 5 + 11) % 24]}`,
    )
}, 180_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

async function invitationLink(): Promise<string> {
  const { body } = await product.api
    .as(jam.host)
    .post(`/api/hubs/${jam.world.core.id}/invitations`, { role: 'member', label: 'wall', maxUses: 5, days: 7 })
  return body.link
}

async function acceptOnPhone(): Promise<Page> {
  const phone = await product.visit(await invitationLink(), null, PHONE)
  await phone.getByText('invites you into the hub').waitFor()
  await picture(phone, 'invitation-phone')
  await expectNoViolations(phone)
  await phone.getByLabel('Your name').fill('Mara Member')
  await phone.getByLabel('Your e-mail address').fill('mara@example.org')
  await phone.getByLabel('Password').fill('a long enough password')
  await phone.getByRole('button', { name: 'Accept and come in' }).click()
  await phone.getByRole('link', { name: 'What do we stand for?' }).click()
  await phone.getByText('Live · ').first().waitFor()
  return phone
}

async function writeOnPhone(phone: Page, title: string): Promise<void> {
  await phone.getByRole('button', { name: 'Add your voice' }).click()
  await phone.getByLabel('Your contribution, in one line').fill(title)
  await picture(phone, 'composer-phone')
  await expectNoViolations(phone)
  await phone.getByRole('button', { name: 'Post' }).click()
  await phone.getByRole('heading', { name: title }).waitFor()
}

/** Where the window stands and where each contribution that is seen lies in it. */
function placesSeen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    `window ${Math.round(scrollY)}`,
    ...[...document.querySelectorAll('[data-feed-item]')]
      .map((item) => ({
        text: item.querySelector('h3')?.textContent,
        top: Math.round(item.getBoundingClientRect().top),
      }))
      .filter(({ top }) => top >= 0 && top < innerHeight)
      .map(({ text, top }) => `${text} ${top}`),
  ])
}

async function isStill(page: Page): Promise<boolean> {
  const earlier = await placesSeen(page)
  const later = await placesSeen(page)
  return earlier.join() === later.join()
}

async function readerInTheMiddle(): Promise<Page> {
  const reader = await product.visit(jam.path, await jam.world.person('Rita Reader'), DESKTOP)
  await reader.getByRole('heading', { name: 'Contribution 24 of' }).waitFor()
  await reader.mouse.move(600, 500)
  await reader.mouse.wheel(0, 700)
  await expect.poll(() => reader.evaluate(() => scrollY)).toBeGreaterThan(300)
  // What is above was measured: from here on nothing may move.
  await expect.poll(() => isStill(reader)).toBe(true)
  return reader
}

test('a member invited by link writes on a phone; somebody on a desktop sees it live without a jump', {
  timeout: 180_000,
}, async () => {
  const phone = await acceptOnPhone()
  const reader = await readerInTheMiddle()
  const before = await placesSeen(reader)

  await writeOnPhone(phone, 'Any two of three may answer')
  await reader.getByRole('button', { name: '1 new contribution' }).waitFor()
  expect(await placesSeen(reader)).toEqual(before)
  expect(await reader.getByRole('heading', { name: 'Any two of three' }).count()).toBe(0)
  await picture(reader, 'one-new-waits')
  await expectNoViolations(reader)

  await reader.getByRole('button', { name: '1 new contribution' }).click()
  await reader.getByRole('heading', { name: 'Any two of three may answer' }).waitFor()
  expect(await reader.evaluate(() => document.activeElement?.textContent)).toContain('Any two of three may answer')
  await picture(phone, 'jam-phone')
  expect([...complaintsOf(phone), ...complaintsOf(reader)]).toEqual([])
})
