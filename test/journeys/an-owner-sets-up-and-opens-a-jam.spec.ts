import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, expectNoViolations, picture } from '../browser.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product

beforeAll(async () => {
  product = await openProduct()
}, 120_000)
afterAll(() => product.close())

/** A wall time as the date field takes it, some days from now, in the zone of the browser (Vienna). */
function wallTime(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16)
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name }).waitFor()
  await picture(page, `set-up-${name.toLowerCase().replaceAll(/\W+/g, '-')}`)
  await expectNoViolations(page)
}

async function setUp(page: Page): Promise<void> {
  await step(page, 'Question')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await step(page, 'Promise')
  await page.getByLabel('Who decides').fill('The service board')
  await page.getByLabel('By when').fill(wallTime(60).slice(0, 10))
  await page.getByLabel('What happens with the outcome').fill('Every headline theme is answered.')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await step(page, 'Forums')
  await page.getByLabel('Name of the forum').fill('Approvals')
  await page.getByLabel('Framing question').fill('What waits for whom?')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('What waits for whom?').waitFor()
  await page
    .getByRole('link', { name: /First contributions/ })
    .last()
    .click()
  await step(page, 'First contributions')
  await page.getByLabel('Contribution, in one line').fill('Several people should be able to say yes')
  await page.getByRole('button', { name: 'Put it in' }).click()
  await page.getByText('Several people should be able to say yes').first().waitFor()
  await page.getByRole('link', { name: /Dates/ }).last().click()
  await step(page, 'Dates')
  await page.getByLabel('Closes').fill(wallTime(3))
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await step(page, 'Who takes part')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await step(page, 'Check and open')
}

test('an owner founds the organisation, prepares a jam and opens it', { timeout: 180_000 }, async () => {
  const page = await product.visit(await product.setupLink(), null, DESKTOP)
  await page.getByLabel('Name of the organisation').fill('Meadow')
  await page.getByLabel('Your name').fill('Owner')
  await page.getByLabel('Your e-mail address').fill('owner@example.org')
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByLabel('First hubs').fill('North\nSouth')
  await picture(page, 'setup')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Open Dandelion' }).click()
  await page.waitForURL('**/jams')
  await page.getByText('No jam yet').waitFor()
  await picture(page, 'jams-empty')
  await expectNoViolations(page)
  await page
    .getByRole('link', { name: /jam/i })
    .filter({ hasText: /start|prepare/i })
    .first()
    .click()
  await page.getByLabel('The question').fill('What should we stop doing so that we can serve people better?')
  await page.getByLabel('A short name').fill('Values')
  await picture(page, 'jam-start')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Begin to prepare' }).click()
  await setUp(page)
  await page.getByRole('button', { name: 'Open the jam now' }).click()
  const asks = page.getByRole('dialog', { name: 'Open the jam for everybody?' })
  await asks.waitFor()
  await expectNoViolations(page)
  await picture(page, 'open-the-jam-1440')
  await asks.getByRole('button', { name: 'Open the jam now' }).click()
  await page.getByText(/Live · /).waitFor()
  await page.getByText('Several people should be able to say yes').first().waitFor()
  await picture(page, 'jam-open')
  await expectNoViolations(page)
  expect(complaintsOf(page)).toEqual([])
})
