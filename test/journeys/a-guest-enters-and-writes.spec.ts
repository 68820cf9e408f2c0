import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, expectNoViolations, picture } from '../browser.ts'
import { setUpOf } from '../jams.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let jam: OpenJam

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product, {})
}, 180_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

/** A second jam: the same people, but opened to guests. */
async function openToGuests(): Promise<string> {
  const { api } = product
  const asHost = api.as(jam.host)
  const hubId = jam.world.core.id
  const begun = await asHost.post('/api/jams', { hubId, title: 'Open door', question: 'What do you see from outside?' })
  const id: string = begun.body.jam.id
  await asHost.post(`/api/jams/${id}/forums`, { title: 'Outside', question: 'What do you see?', hosts: [] })
  const change = {
    title: 'Open door',
    question: 'What do you see from outside?',
    audience: { hubs: [hubId], guests: true },
  }
  await asHost.put(`/api/jams/${id}`, setUpOf([hubId], [jam.host], change))
  await asHost.post(`/api/jams/${id}/open`, { reason: null })
  return id
}

async function enter(link: string): Promise<Page> {
  const guest = await product.visit(link, null, DESKTOP)
  await guest.getByText('You come as a guest').waitFor()
  await expectNoViolations(guest)
  await guest.getByLabel('Your name').fill('Gil Guest')
  await guest.getByLabel('Your e-mail address').fill('gil@example.org')
  await guest.getByRole('button', { name: 'Accept and come in' }).click()
  await guest.waitForURL('**/jams')
  return guest
}

test('a guest enters by an invitation and writes with a badge; what is not opened to guests is not found', {
  timeout: 180_000,
}, async () => {
  const openId = await openToGuests()
  const hidden = await jam.write(jam.host, 'Only for members')
  const { body } = await product.api
    .as(jam.host)
    .post(`/api/hubs/${jam.world.core.id}/invitations`, { role: 'guest', label: '', maxUses: 1, days: 7 })
  const guest = await enter(body.link)

  await guest.getByRole('link', { name: 'What do you see from outside?' }).waitFor()
  expect(await guest.getByRole('link', { name: 'What do we stand for?' }).count()).toBe(0)
  await picture(guest, 'jams-of-a-guest')
  await guest.getByRole('link', { name: 'What do you see from outside?' }).click()
  await guest.getByLabel('Your contribution, in one line').fill('From outside it looks slow')
  await guest.getByRole('button', { name: 'Post' }).click()
  const card = guest.getByRole('article').filter({ hasText: 'From outside it looks slow' })
  await card.getByText('guest', { exact: true }).waitFor()
  await picture(guest, 'a-guest-wrote')
  await expectNoViolations(guest)

  const member = await product.visit(`/jams/${openId}`, jam.host, DESKTOP)
  await member.getByRole('article').filter({ hasText: 'From outside' }).getByText('guest', { exact: true }).waitFor()
  expect([...complaintsOf(guest), ...complaintsOf(member)]).toEqual([])

  for (const path of [jam.path, `${jam.path}/threads/${hidden}`]) {
    await guest.goto(new URL(path, product.api.origin).href)
    await guest
      .getByText(/not open to you/)
      .first()
      .waitFor()
    expect(await guest.getByText('Only for members').count()).toBe(0)
  }
  await picture(guest, 'not-for-guests')
  await expectNoViolations(guest)
})
