import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
import { hoursFromNow, setUpOf, type TestPerson } from '../jams.ts'
import { aWorld, type World, type WorldPerson } from '../world.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let world: World
let host: WorldPerson
let jamId: string

beforeAll(async () => {
  product = await openProduct()
  world = await aWorld(product.api)
  host = await world.person('Rosa', { role: 'host' })
  await Promise.all(Array.from({ length: 5 }, (_, at) => world.person(`Member ${at}`)))
  const as = product.api.as(host)
  const begun = await as.post('/api/jams', { hubId: world.core.id, title: 'Values', question: 'What helps?' })
  jamId = begun.body.jam.id
  await as.post(`/api/jams/${jamId}/forums`, { title: 'Everyday', question: 'What helps every day?', hosts: [] })
  const dates = { opensAt: null, rateAt: hoursFromNow(20), closesAt: hoursFromNow(24), archiveAt: null }
  await as.put(`/api/jams/${jamId}`, setUpOf([world.core.id], [host as unknown as TestPerson], { dates }))
}, 120_000)
afterAll(async () => {
  await world.close()
  await product.close()
}, 60_000)

test('a host rehearses with 1,000 synthetic people', { timeout: 150_000 }, async () => {
  const page = await product.visit(`/jams/${jamId}/set-up`, host, DESKTOP)
  await page.getByRole('link', { name: 'Check and open' }).click()
  await page.getByRole('link', { name: 'Rehearse this jam' }).click()
  await page.getByLabel('Simulated people').fill('1000')
  await page.getByRole('button', { name: 'Rehearse' }).click()
  await page.getByText('Under way with 1,000 simulated people.').waitFor()
  await page.getByRole('link', { name: 'Look at the copy' }).waitFor()
  await picture(page, 'a-rehearsal-under-way')
  await page.getByText('everything of it is wiped').waitFor({ timeout: 120_000 })
  await page.getByText('Go: nothing stands in the way').waitFor()
  await expectNoViolations(page)
  await picture(page, 'a-rehearsal-is-over')
  expect(complaintsOf(page)).toEqual([])
})

test('the list reads on a phone, in the dark', { timeout: 60_000 }, async () => {
  const page = await product.visit(`/jams/${jamId}/rehearsal`, host, { ...PHONE, colorScheme: 'dark' })
  await page.getByText('Go: nothing stands in the way').waitFor()
  await expectNoViolations(page)
  await picture(page, 'a-rehearsal-on-a-phone')
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBe(0)
})
