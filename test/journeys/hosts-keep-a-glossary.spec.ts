import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESKTOP, look, type Viewer } from '../browser.ts'
import { aTwoLanguageVenue, computeFamilies } from '../two-languages.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let jam: OpenJam

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product)
  const { world, id, forumId, host } = jam
  await aTwoLanguageVenue(product.api, world, { host, venue: { id, forumId } })
  await computeFamilies(product.api.database, id)
}, 240_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

const open = (part: string, viewer: Viewer) => product.visit(`/jams/${jam.id}/themes${part}`, jam.host, viewer)

test('a host keeps the glossary', { timeout: 120_000 }, async () => {
  const page = await open('?part=glossary', DESKTOP)
  await page.getByRole('button', { name: 'Add a thing' }).click()
  await page.getByLabel('English').fill('rent')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('An entry needs its words in two languages.').first().waitFor()
  await page.getByLabel('German').fill('Miete, Zins')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Miete, Zins').waitFor()
  await page
    .getByRole('button', { name: /^Add: .+ = / })
    .first()
    .click()
  await page.getByText('It is in the glossary.').waitFor()
  await look(page, 'glossary-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, 'glossary-390')
  await page.getByRole('button', { name: /^Take out: Miete/ }).click()
  await page.getByRole('button', { name: 'Take out' }).last().click()
  await expect.poll(() => page.getByText('Miete, Zins').count(), { timeout: 15_000 }).toBe(0)
})
