import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, picture } from '../browser.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

const TABS_MAX = 60

let product: Product
let jam: OpenJam

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product)
  const writer = await jam.world.person('Wanda Writer')
  const threadId = await jam.write(writer, 'The first of them')
  await jam.fillThread(threadId, [writer], 12)
  await jam.write(writer, 'The second of them')
}, 180_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

/** How a person who does not see the page knows what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return ''
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null
    const named = document.getElementById(at.getAttribute('aria-labelledby') ?? '')
    const name = at.getAttribute('aria-label') ?? named?.textContent ?? labels?.[0]?.textContent ?? at.textContent
    return (name ?? '').trim()
  })
}

async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = []
  for (let n = 0; n < TABS_MAX; n += 1) {
    await page.keyboard.press(key)
    const here = await focused(page)
    if (typeof name === 'string' ? here.startsWith(name) : name.test(here)) return
    seen.push(here.slice(0, 30))
  }
  throw new Error(`no way by ${key} to ${name}: ${seen.join(' | ')}`)
}

async function pressUntil(page: Page, key: string, name: string): Promise<void> {
  const seen = [await focused(page)]
  for (let n = 0; n < 5 && seen.at(-1) !== name; n += 1) {
    await page.keyboard.press(key)
    seen.push(await focused(page))
  }
  expect(seen.at(-1), seen.join(' | ')).toBe(name)
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.type(text)
}

test('a host prepares and opens a jam without a mouse', { timeout: 120_000 }, async () => {
  const page = await product.visit('/jams', jam.host, DESKTOP)
  await page.getByRole('heading', { name: 'What do we stand for?' }).waitFor()
  await tabTo(page, 'Start a jam')
  await page.keyboard.press('Enter')
  await page.getByLabel('The question').waitFor()
  await typeInto(page, 'The question', 'What slows us down?')
  await typeInto(page, 'A short name', 'Speed')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Question' }).waitFor()
  await tabTo(page, 'Save and go on')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Promise' }).waitFor()
  await typeInto(page, 'Who decides', 'The board')
  await typeInto(page, 'By when', '01012030')
  await typeInto(page, 'What happens with the outcome', 'Every theme is answered.')
  await tabTo(page, 'Save and go on')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Forums' }).waitFor()
  await typeInto(page, 'Name of the forum', 'Everyday')
  await typeInto(page, 'Framing question', 'What waits?')
  await tabTo(page, 'Save')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Everyday' }).waitFor()
  await tabTo(page, 'On to: First contributions')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'First contributions' }).waitFor()
  await tabTo(page, 'On to: Dates')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Dates' }).waitFor()
  await typeInto(page, 'Closes', '01012029')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('1200AM')
  await tabTo(page, 'Save and go on')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Who takes part' }).waitFor()
  await tabTo(page, 'Save and go on')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Check and open' }).waitFor()
  await tabTo(page, 'Open the jam now')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Open the jam for everybody?' }).waitFor()
  await tabTo(page, 'Open the jam now')
  await page.keyboard.press('Enter')
  await page.getByText('Live · ').first().waitFor()
  expect(complaintsOf(page)).toEqual([])
})

test('a member reads, writes, votes and replies without a mouse', { timeout: 120_000 }, async () => {
  const page = await product.visit(jam.path, await jam.world.person('Kim Keyboard'), DESKTOP)
  await page.getByRole('heading', { name: 'The second of them' }).waitFor()
  await page.keyboard.press('j')
  expect(await focused(page)).toBe('The second of them')
  await page.keyboard.press('j')
  expect(await focused(page)).toBe('The first of them')
  await page.keyboard.press('k')
  expect(await focused(page)).toBe('The second of them')
  await tabTo(page, /^0 agree/)
  await page.keyboard.press('Space')
  await expect.poll(() => focused(page)).toMatch(/^1 agree/)

  await typeInto(page, 'Your contribution, in one line', 'Written by keys')
  await tabTo(page, 'Post')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Written by keys' }).waitFor()
  await tabTo(page, 'Skip to the content', 'Shift+Tab')
  await page.keyboard.press('Enter')

  await pressUntil(page, 'j', 'The first of them')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'The first of them' }).waitFor()
  await page.getByRole('article', { name: /^Reply 1 / }).waitFor()
  await page.keyboard.press('n')
  await expect.poll(() => focused(page)).toMatch(/^Reply 1 /)
  await page.keyboard.press('j')
  expect(await focused(page)).toMatch(/^Reply 2 /)
  await page.keyboard.press('r')
  await expect.poll(() => focused(page)).toContain('Your reply')
  await page.keyboard.type('Answered by keys')
  await tabTo(page, /^Reply$/)
  await page.keyboard.press('Enter')
  await page.getByRole('article').filter({ hasText: 'Answered by keys' }).first().waitFor()
  expect(complaintsOf(page)).toEqual([])
})

test('the sheet of keys and the palette open, work and close by keys', { timeout: 120_000 }, async () => {
  const page = await product.visit(jam.path, jam.host, DESKTOP)
  await page.getByRole('heading', { name: 'The second of them' }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await picture(page, 'shortcuts')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Search, go anywhere' }).waitFor()
  await page.keyboard.type('about')
  await picture(page, 'palette')
  await page.keyboard.press('Enter')
  await page.getByText('How everything is counted').waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).not.toBe('')
  expect(complaintsOf(page)).toEqual([])
})
