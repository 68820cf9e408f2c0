import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { complaintsOf, DESKTOP, expectNoViolations, look, PHONE, picture } from '../browser.ts'
import { aReportJam, type ReportJam } from '../report-jam.ts'
import { aWorld, type World, type WorldPerson } from '../world.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let world: World
let host: WorldPerson
let jam: ReportJam

beforeAll(async () => {
  product = await openProduct()
  world = await aWorld(product.api)
  host = await world.person('Rosa Host', { role: 'host' })
  jam = await aReportJam(product.api.database, { hub: world.core, host, themes: 4, each: 16, rated: true })
  const list = `/api/jams/${jam.jamId}/reports`
  await vi.waitFor(async () => expect((await product.api.as(host).get(list)).body.editions[0]?.hash).toBeTruthy(), {
    timeout: 150_000,
    interval: 500,
  })
}, 240_000)
afterAll(async () => {
  await world.close()
  await product.close()
})

const at = (part: string): string => `/jams/${jam.jamId}/${part}`

async function sound(page: Page, name: string): Promise<void> {
  await expectNoViolations(page)
  await picture(page, name)
  expect(complaintsOf(page)).toEqual([])
}

test('a host names, shortens and signs a theme on a phone and publishes the reviewed edition', {
  timeout: 120_000,
}, async () => {
  const page = await product.visit(at('report'), host, PHONE)
  await page.getByText('Closing edition, not yet reviewed').waitFor()
  await page.getByRole('link', { name: 'Review and sign' }).click()
  const theme = page.getByRole('form').first()
  await theme.getByLabel('Name of the theme').fill('Stop waiting for one person')
  await theme.getByRole('checkbox', { name: 'said shorter' }).first().check()
  await theme.getByRole('group', { name: 'Quotes' }).getByRole('checkbox').first().uncheck()
  await sound(page, 'review-a-theme')
  await theme.getByRole('button', { name: 'Sign this theme' }).click()
  await page.getByText('Signed by Rosa Host').first().waitFor()
  await page.getByRole('button', { name: 'Publish the reviewed edition' }).click()
  await page.getByRole('heading', { name: 'Edition 2' }).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'What changed' }).click()
  await page.getByRole('listitem').getByText('Stop waiting for one person').first().waitFor()
  await sound(page, 'editions-with-changes')
})

test('a board member reads the report without script and prints it', { timeout: 120_000 }, async () => {
  const board = await world.person('Bruno Board')
  const page = await product.visit(at('report/1'), board, { ...DESKTOP, withoutScript: true })
  await page.getByRole('heading', { name: 'What we did not hear' }).waitFor()
  await page.getByRole('link', { name: 'Themes', exact: true }).click()
  await picture(page, 'report-at-a-desk')
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.length).toBeGreaterThan(50_000)
  await fs.writeFile(path.join(process.env.SCREENSHOTS ?? os.tmpdir(), 'report.pdf'), pdf)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation').isVisible()).toBe(false)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBe(0)
})

test('what a theme’s ideas were rated is drawn, with a table behind it', { timeout: 120_000 }, async () => {
  const reader = await world.person('Rita Reader')
  for (const [name, window] of Object.entries({ 'a-phone': PHONE, 'a-desk': DESKTOP })) {
    const page = await product.visit(at('report/1'), reader, window)
    const results = page.getByRole('img', { name: 'Points of each idea' }).first()
    await results.waitFor()
    const rows = page.getByRole('table', { name: 'Points of each idea' }).first().getByRole('row')
    expect(await rows.count()).toBeGreaterThan(1)
    await rows
      .nth(1)
      .getByText(/^\d+\.\d \(\d+\.\d to \d+\.\d\)$/)
      .waitFor()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await look(page, `rated-ideas-at-${name}`, results)
  }
})

test('a participant reads her letter, and comes from a citation to the words it rests on', {
  timeout: 120_000,
}, async () => {
  const [id = ''] = jam.people
  const person = { ...(await world.person('Wanda')), id }
  await world.join(person, world.core)
  const writer = await world.session(person)
  const page = await product.visit(at('letter'), writer, PHONE)
  await page.getByText('stand in the report').waitFor()
  await page.getByText('Counted in').first().waitFor()
  await sound(page, 'my-letter')
  await page.goto(new URL(at('report/1'), product.api.origin).href)
  const cited = page.locator('sup a').first()
  const to = await cited.getAttribute('href')
  await cited.click()
  await page.waitForURL((url) => url.pathname.includes(to?.split('/').at(-1)?.split('?')[0] ?? 'none'))
  await page.locator('[data-feed-item], article').first().waitFor()
  // And back: what is cited says where.
  const used = page.getByRole('complementary', { name: 'Used in the report' })
  await used.waitFor()
  await sound(page, 'used-in-the-report')
  await used
    .getByRole('link', { name: /with the theme|with its theme/ })
    .first()
    .click()
  await page.waitForURL(/\/report\/[12]#t-/)
  await page.getByText('What we did not hear').first().waitFor()
})
