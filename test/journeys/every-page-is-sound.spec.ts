import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countReach } from '../../src/reach/count-reach.ts'
import { makeEdition } from '../../src/reports/make-edition.ts'
import { openPress } from '../../src/reports/worker/open-press.ts'
import type { WithSession } from '../api.ts'
import { changeScheme, complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
import { type LivelyJam, livelyJam } from './lively-jam.ts'
import { openProduct, type Product } from './open-product.ts'
import { type Places, type Visit, visits } from './pages-to-visit.ts'

let product: Product
let lively: LivelyJam
let owner: WithSession
let places: Places

beforeAll(async () => {
  product = await openProduct()
  lively = await livelyJam(product)
  const { world } = lively.jam
  const person = await world.person('Olive Owner', { owner: true, role: 'host' })
  owner = person
  places = await placesIn(lively, person)
}, 180_000)
afterAll(async () => {
  await lively.jam.close()
  await product.close()
})

async function placesIn({ jam, threadId, preparedId }: LivelyJam, person: WithSession): Promise<Places> {
  const hub = jam.world.core.id
  const invite = { role: 'member', label: '', maxUses: 5, days: 7 }
  const invited = await product.api.as(person).post(`/api/hubs/${hub}/invitations`, invite)
  const folded = await jam.write(jam.host, 'Approvals wait for one single person only')
  const alone = await jam.write(jam.host, 'A kitchen for everybody')
  const host = product.api.as(jam.host)
  await host.post(`/api/contributions/${folded}/fold`, { otherId: threadId })
  const theme = await aTheme('approvals, weekend', lively)
  const idea = { sentence: 'Any two of three approve an answer.', contributionIds: [threadId], themeId: null }
  await host.post(`/api/jams/${jam.id}/ideas`, idea)
  const poll = { options: ['Approvals', 'Forms', 'Meetings'], endsAt: null }
  for (const asked of [
    { place: 'thread', placeId: threadId, kind: 'single', question: 'Which of these waits longest?' },
    { place: 'theme', placeId: theme, kind: 'ranked', question: 'What should go first?' },
  ])
    await host.post(`/api/venues/${jam.id}/polls`, { ...asked, ...poll })
  const sheet = { people: 14, place: 'Night shift, hall 3', day: '2026-01-05', consent: true }
  const said = [{ title: 'The machines are too loud at night', body: 'Since March.' }]
  await host.post(`/api/forums/${jam.forumId}/meetings`, { ...sheet, contributions: said })
  await countReach(product.api.database, jam.id)
  const press = openPress()
  await makeEdition(
    { database: product.api.database, press, publicUrl: new URL(product.api.origin) },
    jam.id,
    'closing',
  )
  await press.stop()
  const { promiseId, threadId: toldThread } = await aToldPromise(lively)
  return {
    jam: jam.id,
    hub,
    forum: jam.forumId,
    thread: threadId,
    prepared: preparedId,
    theme,
    folded,
    alone,
    promise: promiseId,
    toldThread,
    invitation: new URL(invited.body.link).search,
  }
}

/** The jam's own promise, of which somebody who decides has told how it goes. */
async function aToldPromise({ jam }: LivelyJam): Promise<{ promiseId: string; threadId: string }> {
  const host = product.api.as(jam.host)
  await host.put(`/api/jams/${jam.id}/deciders`, { people: [jam.host.id], needed: null })
  const promiseId = (await host.get(`/api/promises?jamId=${jam.id}`)).body.promises[0].id
  const { body } = await host.post(`/api/promises/${promiseId}/progress`, { text: 'We are reading everything.' })
  return { promiseId, threadId: body.history.at(-1).thread.id }
}

/** A theme of one contribution, as a computation would leave it: a jam this small has none of its own. */
async function aTheme(label: string, { jam, threadId }: LivelyJam): Promise<string> {
  const id = randomUUID()
  await product.api.database.transaction({ role: 'jobs' }, async (tx) => {
    const values = [id, jam.id, label]
    await tx.rows(`insert into theme (id, venue_id, language, label, born_at) values ($1, $2, 'en', $3, now())`, values)
    await tx.rows('insert into theme_state (venue_id) values ($1) on conflict do nothing', [jam.id])
    // As a host would put it: what waits for the machine would be placed anew a second later.
    const place = `insert into theme_place (contribution_id, venue_id, theme_id, provisional, by_host)
      values ($1, $2, $3, false, true) on conflict (contribution_id) do update
        set theme_id = excluded.theme_id, provisional = false, by_host = true, waiting = false`
    await tx.rows(place, [threadId, jam.id, id])
  })
  return id
}

const nameOf = ({ page, also }: Visit): string =>
  `${page.replaceAll(/\W+/g, '-')}${also ? `-${also}` : ''}`.replace(/^-+/, '') || 'home'

/** What the browser itself notes of an answer with 4xx is no fault of the page that shows it. */
const faultsOf = (page: Page): string[] => complaintsOf(page).filter((one) => !/status of 40[134]/.test(one))

async function expectToFit(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `sideways scrolling on ${page.url()}`).toBe(0)
}

/** A long list measures each part unseen before it shows it: true once nothing is unseen and nothing has moved for some
 *  frames. Other pages have no such parts. */
function isSettled(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const places = (): string[] =>
      [...document.querySelectorAll('[data-feed-item]')].map(
        (item) => `${getComputedStyle(item).visibility} ${item.getBoundingClientRect().top}`,
      )
    const before = places()
    if (before.length === 0) return true
    for (let n = 0; n < 12; n += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
    return before.join() === places().join() && !before.join().includes('hidden')
  })
}

const VIEWERS = { phone: PHONE, desktop: DESKTOP } as const
const SCHEMES = { phone: ['light', 'dark'], desktop: ['dark', 'light'] } as const
const tabs = new Map<string, Promise<Page>>()

/** One tab for all visits of the same person on the same device: what the browser has fetched once it has. */
function tabOf(on: keyof typeof VIEWERS, { stranger }: Visit): Promise<Page> {
  const key = `${on} ${stranger ? 'stranger' : 'owner'}`
  const tab =
    tabs.get(key) ?? product.browserOf(stranger ? null : owner, VIEWERS[on]).then((browser) => browser.newPage())
  tabs.set(key, tab)
  return tab
}

/** By its address on a phone. On a desktop from the page before, as by a link, where both are pages of the application. */
async function open(page: Page, on: keyof typeof VIEWERS, { page: pattern, also, stranger, to }: Visit): Promise<void> {
  const href = new URL(to(places), product.api.origin).href
  const isOfApp = pattern.startsWith('/') && !stranger && !also
  const isThere = new URL(page.url()).pathname === new URL(href).pathname
  if (on === 'phone' || !isOfApp || isThere || !(await page.$('#main h1'))) {
    await page.goto(href)
    return
  }
  await page.evaluate((address) => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    history.pushState(null, '', address)
  }, href)
  // Where reading begins: the title of a page has the focus once it is there, or the field that it begins with.
  await page.waitForFunction(() => document.activeElement?.matches('#main h1, #main input[type=search]'))
  // What is about to be replaced stands there in pale colours.
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
}

/** Opens the page as it is on this device first: the phone in light, the desktop in dark. Whoever wants pictures sees the
 *  other scheme as well. */
async function look(visit: Visit, on: keyof typeof SCHEMES): Promise<void> {
  const [first, second] = SCHEMES[on]
  const page = await tabOf(on, visit)
  const before = faultsOf(page).length
  await page.emulateMedia({ colorScheme: first })
  await open(page, on, visit)
  await page.getByText(visit.shows).first().waitFor()
  await expectSound(page, `${nameOf(visit)}-${VIEWERS[on].width}-${first}`)
  if (process.env.SCREENSHOTS) {
    await changeScheme(page, second)
    // Only the colours are others.
    await expectSound(page, `${nameOf(visit)}-${VIEWERS[on].width}-${second}`, ['color-contrast'])
  }
  expect(faultsOf(page).slice(before), page.url()).toEqual([])
}

async function expectSound(page: Page, name: string, rules?: readonly string[]): Promise<void> {
  await expect.poll(() => isSettled(page), { timeout: 15_000 }).toBe(true)
  await expectNoViolations(page, rules)
  await expectToFit(page)
  await picture(page, name)
}

test('no page of the router is left out', () => {
  const source = fs.readFileSync(path.join(import.meta.dirname, '../../src/app/web.tsx'), 'utf8')
  const routed = [...source.matchAll(/\bpage\(\s*'([^']+)'/g)].map((found) => found[1])
  expect(routed.length).toBeGreaterThan(20)
  expect(routed.filter((one) => visits.every((visit) => visit.page !== one))).toEqual([])
})

describe('on a phone and on a desktop, light and dark, without a fault:', () => {
  for (const visit of visits) {
    test(`${visit.page} ${visit.also ?? ''}`, { timeout: 120_000 }, async () => {
      await Promise.all([look(visit, 'phone'), look(visit, 'desktop')])
    })
  }
})
