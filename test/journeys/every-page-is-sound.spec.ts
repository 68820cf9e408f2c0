import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeEdition } from '../../src/reports/make-edition.ts'
import { openPress } from '../../src/reports/worker/open-press.ts'
import type { WithSession } from '../api.ts'
import { complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
import { type LivelyJam, livelyJam } from './lively-jam.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let lively: LivelyJam
let owner: WithSession
let invitation: string
let themeId: string
let foldedId: string
let aloneId: string
let told: { promiseId: string; threadId: string }

beforeAll(async () => {
  product = await openProduct()
  lively = await livelyJam(product)
  const { world } = lively.jam
  const person = await world.person('Olive Owner', { owner: true, role: 'host' })
  owner = person
  const { body } = await product.api
    .as(person)
    .post(`/api/hubs/${world.core.id}/invitations`, { role: 'member', label: '', maxUses: 5, days: 7 })
  invitation = new URL(body.link).search
  const { jam, threadId } = lively
  foldedId = await jam.write(jam.host, 'Approvals wait for one single person only')
  aloneId = await jam.write(jam.host, 'A kitchen for everybody')
  await product.api.as(jam.host).post(`/api/contributions/${foldedId}/fold`, { otherId: threadId })
  themeId = await aTheme('approvals, weekend', lively)
  const idea = { sentence: 'Any two of three approve an answer.', contributionIds: [threadId], themeId: null }
  await product.api.as(jam.host).post(`/api/jams/${jam.id}/ideas`, idea)
  const press = openPress()
  await makeEdition({ database: product.api.database, press }, lively.jam.id, 'closing')
  await press.stop()
  told = await aToldPromise(lively)
}, 180_000)
afterAll(async () => {
  await lively.jam.close()
  await product.close()
})

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

type Visit = {
  /** The page of src/app/web.tsx; with `also` a second state of it. */
  readonly page: string
  readonly also?: string
  readonly to: () => string
  readonly stranger?: boolean
  /** Words that are there once it is whole. */
  readonly shows: string | RegExp
}

const jamId = (): string => lively.jam.id
const hubId = (): string => lively.jam.world.core.id

const visits: readonly Visit[] = [
  { page: '/', to: () => '/', shows: 'What happened since you last read' },
  { page: '/catch-up', to: () => '/catch-up?since=all&minutes=30', shows: 'Time to read' },
  { page: '/follows', to: () => '/follows', shows: 'One letter a day' },
  { page: '/jams', to: () => '/jams', shows: 'What do we stand for?' },
  { page: '/jams/new', to: () => '/jams/new', shows: 'A short name' },
  { page: '/jams/:jamId', to: () => `/jams/${jamId()}`, shows: 'Approvals wait for one person only' },
  { page: '/jams/:jamId', also: 'stranger', to: () => `/jams/${jamId()}`, stranger: true, shows: 'Approvals wait' },
  { page: '/jams/:jamId', also: 'absent', to: () => `/jams/${hubId()}`, shows: 'This jam is not here' },
  { page: '/jams/:jamId/forums', to: () => `/jams/${jamId()}/forums`, shows: 'What helps every day?' },
  {
    page: '/jams/:jamId/forums/:forumId',
    to: () => `/jams/${jamId()}/forums/${lively.jam.forumId}`,
    shows: 'Approvals wait',
  },
  {
    page: '/jams/:jamId/threads/:threadId',
    to: () => `/jams/${jamId()}/threads/${lively.threadId}?reply=build`,
    shows: 'We lost a weekend',
  },
  {
    page: '/jams/:jamId/threads/:threadId',
    also: 'stranger',
    to: () => `/jams/${jamId()}/threads/${lively.threadId}`,
    stranger: true,
    shows: 'We lost a weekend',
  },
  {
    page: '/jams/:jamId/folds/:contributionId',
    to: () => `/jams/${jamId()}/folds/${foldedId}`,
    shows: '2 contributions say nearly the same',
  },
  {
    page: '/jams/:jamId/folds/:contributionId',
    also: 'alone',
    to: () => `/jams/${jamId()}/folds/${aloneId}`,
    shows: 'This contribution stands alone',
  },
  { page: '/jams/:jamId/themes', to: () => `/jams/${jamId()}/themes`, shows: 'The larger a circle' },
  {
    page: '/jams/:jamId/themes',
    also: 'empty',
    to: () => `/jams/${lively.preparedId}/themes`,
    shows: 'No themes yet',
  },
  {
    page: '/jams/:jamId/themes',
    also: 'unsorted',
    to: () => `/jams/${jamId()}/themes?part=unsorted`,
    shows: 'In no theme',
  },
  {
    page: '/jams/:jamId/themes',
    also: 'seldom',
    to: () => `/jams/${jamId()}/themes?part=seldom`,
    shows: 'so that no order buries them',
  },
  {
    page: '/jams/:jamId/themes',
    also: 'families',
    to: () => `/jams/${jamId()}/themes?part=families`,
    shows: 'Families across languages',
  },
  {
    page: '/jams/:jamId/themes',
    also: 'glossary',
    to: () => `/jams/${jamId()}/themes?part=glossary`,
    shows: 'What is one thing in the languages',
  },
  {
    page: '/jams/:jamId/themes/:themeId',
    to: () => `/jams/${jamId()}/themes/${themeId}`,
    shows: 'Approvals wait for one person only',
  },
  {
    page: '/jams/:jamId/themes/:themeId',
    also: 'absent',
    to: () => `/jams/${jamId()}/themes/${hubId()}`,
    shows: 'This theme is no longer there',
  },
  { page: '/jams/:jamId/opinions', to: () => `/jams/${jamId()}/opinions`, shows: 'Too few votes to see groups' },
  { page: '/jams/:jamId/ideas', to: () => `/jams/${jamId()}/ideas`, shows: 'Any two of three approve an answer.' },
  { page: '/jams/:jamId/rate', to: () => `/jams/${jamId()}/rate`, shows: 'Rating has not begun yet' },
  { page: '/jams/:jamId/results', to: () => `/jams/${jamId()}/results`, shows: 'No results yet' },
  { page: '/jams/:jamId/report', to: () => `/jams/${jamId()}/report`, shows: 'Read the report' },
  {
    page: '/jams/:jamId/decisions',
    to: () => `/jams/${jamId()}/decisions`,
    shows: 'An answer binds when all of them have signed',
  },
  { page: '/promises', to: () => '/promises', shows: 'Answer everything that' },
  { page: '/promises/:promiseId', to: () => `/promises/${told.promiseId}`, shows: 'We are reading everything' },
  {
    page: '/promises/:promiseId/threads/:threadId',
    to: () => `/promises/${told.promiseId}/threads/${told.threadId}`,
    shows: 'We are reading everything',
  },
  { page: '/jams/:jamId/report-review', to: () => `/jams/${jamId()}/report-review`, shows: 'Theme by theme' },
  { page: '/jams/:jamId/letter', to: () => `/jams/${jamId()}/letter`, shows: /stands? in the report/ },
  { page: '/jams/:jamId/mine', to: () => `/jams/${jamId()}/mine`, shows: 'Your part begins' },
  { page: '/jams/:jamId/about', to: () => `/jams/${jamId()}/about`, shows: 'How everything is counted' },
  { page: '/jams/:jamId/host', to: () => `/jams/${jamId()}/host`, shows: 'Whole jam' },
  { page: '/jams/:jamId/set-up', to: () => `/jams/${lively.preparedId}/set-up?step=forums`, shows: 'Which tools?' },
  {
    page: '/jams/:jamId/set-up',
    also: 'open',
    to: () => `/jams/${lively.preparedId}/set-up?step=open`,
    shows: 'Missing before it can open',
  },
  { page: '/setup', to: () => '/setup?token=x', stranger: true, shows: 'This link does not open anything' },
  { page: '/sign-in', to: () => '/sign-in', stranger: true, shows: 'Send me a link' },
  {
    page: '/sign-in/link',
    to: () => `/sign-in/link?token=${'a'.repeat(43)}`,
    stranger: true,
    shows: 'One press and you are in',
  },
  { page: '/invitation', to: () => `/invitation${invitation}`, stranger: true, shows: 'Accept and come in' },
  {
    page: '/invitation',
    also: 'over',
    to: () => '/invitation?token=x',
    stranger: true,
    shows: 'does not hold any more',
  },
  { page: '/profile', to: () => '/profile', shows: 'This browser' },
  { page: '/hubs', to: () => '/hubs', shows: 'North' },
  { page: '/hubs/:hubId', to: () => `/hubs/${hubId()}`, shows: 'Hubs below' },
  { page: '/hubs/:hubId/people', to: () => `/hubs/${hubId()}/people`, shows: 'Hanna Host' },
  { page: '/hubs/:hubId/invitations', to: () => `/hubs/${hubId()}/invitations`, shows: 'Make an invitation' },
  { page: '/administration', to: () => '/administration', shows: 'Name of the organisation' },
  { page: '/administration/people', to: () => '/administration/people', shows: 'Mara Member' },
  { page: '/administration/mail', to: () => '/administration/mail', shows: 'No mail was sent yet' },
  { page: '/administration/work', to: () => '/administration/work', shows: 'Nothing has failed' },
  { page: '/administration/health', to: () => '/administration/health', shows: 'Ready now' },
  { page: 'edition', to: () => `/jams/${jamId()}/report/1`, shows: 'In this report' },
  { page: 'lobby', to: () => `/lobby/${jamId()}`, stranger: true, shows: 'Approvals wait' },
  { page: 'method', to: () => '/method', stranger: true, shows: 'Opinion groups' },
  { page: 'nowhere', to: () => '/no/such/page', shows: 'There is nothing here' },
]

const nameOf = ({ page, also }: Visit): string =>
  `${page.replaceAll(/\W+/g, '-')}${also ? `-${also}` : ''}`.replace(/^-+/, '') || 'home'

/** What the browser itself notes of an answer with 4xx is no fault of the page that shows it. */
const faultsOf = (page: Page): string[] => complaintsOf(page).filter((one) => !/status of 40[134]/.test(one))

async function expectToFit(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `sideways scrolling on ${page.url()}`).toBe(0)
}

/** A long list measures each part unseen before it shows it: true once nothing is unseen and nothing has moved for some
 *  frames. */
function isSettled(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const places = (): string[] =>
      [...document.querySelectorAll('[data-feed-item]')].map(
        (item) => `${getComputedStyle(item).visibility} ${item.getBoundingClientRect().top}`,
      )
    const before = places()
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

/** Opens the page in one scheme, then in the other: the phone in light first, the desktop in dark. */
async function look(visit: Visit, on: keyof typeof SCHEMES): Promise<void> {
  const [first, second] = SCHEMES[on]
  const page = await tabOf(on, visit)
  const before = faultsOf(page).length
  await page.emulateMedia({ colorScheme: first })
  await page.goto(new URL(visit.to(), product.api.origin).href)
  await page.getByText(visit.shows).first().waitFor()
  await expectSound(page, `${nameOf(visit)}-${VIEWERS[on].width}-${first}`)
  await page.emulateMedia({ colorScheme: second })
  // A page that is open may still be on its way from one scheme to the other.
  await page.reload()
  await page.getByText(visit.shows).first().waitFor()
  // Only the colours are others.
  await expectSound(page, `${nameOf(visit)}-${VIEWERS[on].width}-${second}`, ['color-contrast'])
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
