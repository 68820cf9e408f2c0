import fs from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPasswords } from '../../src/identity/index.ts'
import { complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
import { aWorld, type World, type WorldPerson } from '../world.ts'
import { openProduct, type Product } from './open-product.ts'

const PASSWORD = 'a long enough password'

let product: Product
let world: World
let anna: WorldPerson

beforeAll(async () => {
  product = await openProduct()
  world = await aWorld(product.api)
  const passwordHash = await openPasswords({ memoryKib: 8, passes: 1, parallelism: 1 }).hash(PASSWORD)
  anna = await world.person('Anna Angler', { email: 'anna@example.org', passwordHash })
}, 120_000)
afterAll(async () => {
  await world.close()
  await product.close()
})

/** The link in the letter to somebody, once it has been delivered to the mail folder. */
async function linkFor(email: string): Promise<string> {
  const folder = path.join(product.api.dataDir, 'mail')
  let link: string | undefined
  await expect
    .poll(
      async () => {
        const files = await fs.readdir(folder).catch(() => [])
        const letters = await Promise.all(files.map((file) => fs.readFile(path.join(folder, file), 'utf8')))
        const letter = letters
          .find((text) => text.includes(`To: ${email}`))
          ?.replace(/=\n/g, '')
          .replaceAll('=3D', '=')
        link = /\/sign-in\/link\?token=[A-Za-z0-9_-]{43}/.exec(letter ?? '')?.[0]
        return link
      },
      { timeout: 15_000 },
    )
    .toBeDefined()
  return link ?? ''
}

test('a page that needs a person asks to sign in, and opens once the password was right', {
  timeout: 90_000,
}, async () => {
  const page = await product.visit('/hubs', null, DESKTOP)
  await page.getByLabel('E-mail address').fill('anna@example.org')
  await picture(page, 'sign-in')
  await expectNoViolations(page)
  await page.getByLabel('Password').fill('not the right one')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('do not fit together').waitFor()
  await picture(page, 'sign-in-wrong')
  await expectNoViolations(page)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Hubs' }).waitFor()
  // From the page that one lands on as well: what was hers leaves it at once.
  await page.getByRole('link', { name: 'Catch up' }).first().click()
  await page.getByRole('heading', { name: 'Catch up' }).waitFor()
  await page.getByRole('button', { name: 'You and this device' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Send me a link' }).waitFor()
  expect(await page.getByRole('button', { name: 'You and this device' }).count()).toBe(0)
  // The browser itself notes each answer with 4xx in its console.
  expect(complaintsOf(page).filter((one) => !/status of 40[013]/.test(one))).toEqual([])
})

test('a link by mail signs in by its button, once', { timeout: 90_000 }, async () => {
  const page = await product.visit('/sign-in', null, PHONE)
  await page.getByLabel('E-mail address').fill('anna@example.org')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByText('Look into your mail').waitFor()
  await expectNoViolations(page)
  await page.goto(new URL(await linkFor('anna@example.org'), product.api.origin).href)
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await picture(page, 'link-phone')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/jams')
  await page.getByRole('heading', { name: 'Jams', exact: true }).waitFor()
  expect(complaintsOf(page)).toEqual([])
})

test('a session that is ended elsewhere asks to sign in again', { timeout: 90_000 }, async () => {
  const [here, there] = [await world.session(anna), await world.session(anna)]
  const lost = await product.visit('/hubs', there, DESKTOP)
  await lost.getByRole('heading', { name: 'Hubs' }).waitFor()
  const profile = await product.visit('/profile', here, DESKTOP)
  await profile.getByText('This browser').waitFor()
  await expectNoViolations(profile)
  const ends = profile.getByRole('button', { name: /^End the session/ })
  for (let left = await ends.count(); left > 0; left -= 1) {
    await ends.first().click()
    await expect.poll(() => ends.count(), { timeout: 10_000 }).toBe(left - 1)
  }
  await lost.getByRole('link', { name: 'Meadow' }).last().click()
  await lost.getByRole('button', { name: 'Send me a link' }).waitFor()
  expect(complaintsOf(profile)).toEqual([])
})

test('who chooses German reads everything in German at once', { timeout: 90_000 }, async () => {
  const page = await product.visit('/profile', await world.session(anna), PHONE)
  await page.getByLabel('Language').selectOption('de')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.getByRole('heading', { name: 'Ihr Profil' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
  await page.getByText('Wo Sie angemeldet sind').waitFor()
  await picture(page, 'profile-german-phone')
  await expectNoViolations(page)
  await page.reload()
  await page.getByRole('heading', { name: 'Ihr Profil' }).waitFor()
  expect(complaintsOf(page)).toEqual([])
})

test('an owner finds mail, work and health in the administration; a member does not', { timeout: 90_000 }, async () => {
  const page = await product.visit('/administration', world.owner, DESKTOP)
  await page.getByRole('heading', { name: 'Administration' }).waitFor()
  await page.getByLabel('Name of the organisation').fill('Meadow & Brook')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  await page.getByRole('link', { name: 'Mail', exact: true }).click()
  await page.getByText('anna@example.org').first().waitFor()
  expect(await page.getByText('/sign-in/link').count()).toBe(0)
  await page.getByRole('link', { name: 'Background work' }).click()
  await page.getByText('Nothing has failed').waitFor()
  await page.getByRole('link', { name: 'Health' }).click()
  await page.getByText('Ready now').waitFor()
  expect(complaintsOf(page)).toEqual([])

  const member = await product.visit('/administration/mail', await world.session(anna), DESKTOP)
  await member.getByText('nur Inhaberinnen und Inhaber').first().waitFor()
  await picture(member, 'administration-refused')
  expect(await member.getByText('anna@example.org').count()).toBe(0)
})
