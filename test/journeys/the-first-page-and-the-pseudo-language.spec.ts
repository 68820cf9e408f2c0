import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, PHONE, picture } from '../browser.ts'
import type { WorldPerson } from '../world.ts'
import { type LivelyJam, livelyJam } from './lively-jam.ts'
import { openProduct, type Product } from './open-product.ts'

const REQUESTS_MAX = 12

let product: Product
let lively: LivelyJam
let owner: WorldPerson

beforeAll(async () => {
  product = await openProduct()
  lively = await livelyJam(product)
  owner = await lively.jam.world.person('Olive Owner', { owner: true, role: 'host' })
}, 180_000)
afterAll(async () => {
  await lively.jam.close()
  await product.close()
})

type Opened = { readonly page: Page; readonly asked: readonly Request[]; readonly paths: readonly string[] }

async function openFirst(path: string, person: WorldPerson | null, words: string): Promise<Opened> {
  const page = await (await product.browserOf(person, DESKTOP)).newPage()
  const asked: Request[] = []
  page.on('request', (request) => asked.push(request))
  await page.goto(new URL(path, product.api.origin).href)
  await page.getByText(words).first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, asked, paths: asked.map((request) => new URL(request.url()).pathname) }
}

describe('the first page', () => {
  test.each([
    ['of all jams', '/jams', 'What do we stand for?'],
    ['for signing in', '/sign-in', 'Send me a link'],
  ])(
    `%s is there after at most ${REQUESTS_MAX} requests, none to another host`,
    { timeout: 120_000 },
    async (...row) => {
      const [, path, words] = row
      const { page, asked, paths } = await openFirst(path, path === '/jams' ? owner : null, words)
      expect(asked.filter((request) => new URL(request.url()).origin !== product.api.origin)).toEqual([])
      expect(paths.length, paths.join('\n')).toBeLessThanOrEqual(REQUESTS_MAX)
      expect(complaintsOf(page)).toEqual([])
    },
  )

  // Its live stream and what it asks the API come on top.
  test.each([
    ['a member', true],
    ['a stranger', false],
  ])(`of a jam is made of at most ${REQUESTS_MAX} files for %s`, { timeout: 120_000 }, async (_, isMember) => {
    const { page, asked, paths } = await openFirst(`/jams/${lively.jam.id}`, isMember ? owner : null, 'Approvals wait')
    console.info(`a jam as the first page: ${paths.length} requests\n  ${paths.join('\n  ')}`)
    const files = paths.filter((one) => !one.startsWith('/api/'))
    expect(asked.filter((request) => new URL(request.url()).origin !== product.api.origin)).toEqual([])
    expect(files.length, files.join('\n')).toBeLessThanOrEqual(REQUESTS_MAX)
    expect(complaintsOf(page)).toEqual([])
  })

  test('comes with a Content-Security-Policy that allows nothing inline, and the browser refuses what breaks it', {
    timeout: 120_000,
  }, async () => {
    const page = await (await product.browserOf(owner, DESKTOP)).newPage()
    const answer = await page.goto(new URL('/jams', product.api.origin).href)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe-inline')
    await page.evaluate(() => {
      const planted = document.createElement('script')
      planted.textContent = 'document.title = "planted"'
      document.head.append(planted)
    })
    await expect.poll(() => complaintsOf(page).join()).toContain('Content Security Policy')
    expect(await page.title()).not.toBe('planted')
  })
})

describe('a step', () => {
  const top = (page: Page) => page.evaluate(() => Math.round(scrollY))
  /** Where the page is scrolled to once nothing above moves it any more: not within ten frames. */
  const restingTop = (page: Page) =>
    page.evaluate(async () => {
      let [at, quiet] = [scrollY, 0]
      for (; quiet < 10; quiet = at === scrollY ? quiet + 1 : 0) {
        at = scrollY
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      return Math.round(at)
    })

  /** As letters that come after the words: what stands above what is read is lower than at first. */
  const growsSmallerLate = () =>
    addEventListener('DOMContentLoaded', () => {
      const late = document.createElement('div')
      late.id = 'late'
      late.style.height = '30px'
      document.body.prepend(late)
      const shrink = () => {
        late.style.height = '0'
      }
      const look = (): unknown => setTimeout(document.querySelector('.feed-item') ? shrink : look, 250)
      look()
    })

  test('back and a page loaded anew are where they were left; a new page begins at its top', {
    timeout: 120_000,
  }, async () => {
    const page = await (await product.browserOf(owner, PHONE)).newPage()
    await page.addInitScript(growsSmallerLate)
    await page.goto(new URL(`/jams/${lively.jam.id}`, product.api.origin).href)
    await page.getByRole('heading', { name: 'Approvals wait' }).waitFor()
    await page.waitForFunction(() => document.querySelector('#late')?.clientHeight === 0)
    await page.evaluate(() => scrollTo(0, 400))
    const left = await restingTop(page)
    expect(left).toBeGreaterThan(100)
    await page.getByRole('link', { name: 'Jams', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Jams', level: 1 }).waitFor()
    await expect.poll(() => top(page)).toBe(0)
    await page.goBack()
    await expect.poll(() => top(page)).toBe(left)
    await page.reload()
    await expect.poll(() => top(page)).toBe(left)
    expect(complaintsOf(page)).toEqual([])
  })
})

describe('in the pseudo-language, right to left and a third longer, nothing runs out of the page:', () => {
  const paths: readonly (readonly [string, () => string])[] = [
    ['jams', () => '/jams'],
    ['jam', () => `/jams/${lively.jam.id}`],
    ['thread', () => `/jams/${lively.jam.id}/threads/${lively.threadId}`],
    ['about', () => `/jams/${lively.jam.id}/about`],
    ['host desk', () => `/jams/${lively.jam.id}/host`],
    ['set-up', () => `/jams/${lively.preparedId}/set-up`],
    ['hub', () => `/hubs/${lively.jam.world.core.id}`],
    ['administration', () => '/administration'],
    ['profile', () => '/profile'],
  ]
  let page: Page
  beforeAll(async () => {
    page = await (await product.browserOf(owner, PHONE)).newPage()
  })
  for (const [name, path] of paths) {
    test(name, { timeout: 120_000 }, async () => {
      await page.goto(new URL(`${path()}?pseudo`, product.api.origin).href)
      await page.getByText('⟦').nth(12).waitFor()
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
      await picture(page, `pseudo-${name.replaceAll(' ', '-')}-${PHONE.width}`)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over).toBe(0)
      expect(complaintsOf(page)).toEqual([])
    })
  }
})
