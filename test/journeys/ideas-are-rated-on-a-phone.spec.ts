import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESKTOP, look, PHONE } from '../browser.ts'
import { hoursFromNow } from '../jams.ts'
import type { WorldPerson } from '../world.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let jam: OpenJam
let mara: WorldPerson
let raters: WorldPerson[]

const SENTENCES = ['Any two of three colleagues may approve an answer.', 'Every hub has a quiet room for everybody.']

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product, {
    dates: { opensAt: null, rateAt: hoursFromNow(12), closesAt: hoursFromNow(24), archiveAt: null },
  })
  mara = await jam.world.person('Mara Member')
  raters = await Promise.all(Array.from({ length: 6 }, (_, at) => jam.world.person(`Rater ${at}`)))
  await jam.write(mara, 'Approvals wait for one person only')
  await jam.write(mara, 'There is no quiet place in the office')
}, 240_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

const asHost = () => product.api.as(jam.host)
const move = (to: string) => asHost().post(`/api/jams/${jam.id}/move`, { to, reason: 'It is time.' })

test('a host makes an idea of a contribution, and its author consents', { timeout: 120_000 }, async () => {
  const page = await product.visit(`${jam.path}/ideas`, jam.host, DESKTOP)
  await page.getByRole('button', { name: 'Make an idea' }).click()
  await page.getByLabel('The idea in one sentence').fill(SENTENCES[0] ?? '')
  await page.getByRole('checkbox', { name: 'Approvals wait for one person only' }).check()
  await look(page, 'idea-is-made-1440')
  await page.getByRole('button', { name: 'Make it and ask the authors' }).click()
  await page.getByText('authors are asked', { exact: true }).first().waitFor()

  const hers = await product.visit(`${jam.path}/ideas`, mara, PHONE)
  await hers.getByText('May what you wrote stand as a source of this idea?').first().waitFor()
  await look(hers, 'idea-asks-its-author-390')
  await hers.getByRole('button', { name: 'Yes, it may' }).first().click()
  await hers.getByText('will be rated', { exact: true }).first().waitFor()
  await hers.close()
})

test('a member rates on a phone, pauses, and goes on by keyboard elsewhere', { timeout: 120_000 }, async () => {
  const listed = (await product.api.as(mara).get(`/api/venues/${jam.id}/contributions`)).body.items
  const other = listed.find(({ title }: { title: string }) => title.startsWith('There is no quiet')).id
  await asHost().post(`/api/jams/${jam.id}/ideas`, { sentence: SENTENCES[1], contributionIds: [other], themeId: null })
  await move('rate')
  const ballotOf = async () => (await product.api.as(mara).get(`/api/jams/${jam.id}/ballot`)).body.state
  await expect.poll(ballotOf, { timeout: 20_000 }).toBe('open')

  const phone = await product.visit(`${jam.path}/rate`, mara, PHONE)
  await phone.getByRole('button', { name: 'Begin' }).click()
  await phone.getByText('Idea 1 of 2').first().waitFor()
  const impact = phone.getByRole('group', { name: 'How much would it change?' })
  await impact.getByRole('button', { name: '5, very much' }).click()
  await phone.getByRole('group', { name: 'How well can it be done?' }).getByRole('button', { name: '4' }).click()
  await phone.getByRole('group', { name: 'Would it help you?' }).getByRole('button', { name: 'Yes' }).click()
  await look(phone, 'idea-is-rated-390')
  await phone.getByRole('button', { name: 'Next' }).click()
  await phone.getByText('Idea 2 of 2').first().waitFor()
  await phone.close()

  const desk = await product.visit(`${jam.path}/rate`, mara, DESKTOP)
  await desk.getByText('Idea 2 of 2').first().waitFor()
  for (const key of ['2', '3', 'n', 'w']) await desk.keyboard.press(key)
  await desk.getByText('You rated 2 ideas and skipped 0.').waitFor()
  await desk.getByRole('button', { name: 'What I said (2)' }).click()
  await desk.getByText('Change 2, feasible 3, would not help me').waitFor()
  await look(desk, 'ballot-is-done-1440')
})

test('results appear once rating is over, and before that for nobody', { timeout: 120_000 }, async () => {
  const page = await product.visit(`${jam.path}/results`, jam.host, DESKTOP)
  await page.getByText('No results yet').waitFor()
  for (const rater of raters) {
    const asRater = product.api.as(rater)
    const { body } = await asRater.post(`/api/jams/${jam.id}/ballot`)
    for (const { id, sentence } of body.hand) {
      const rating = { impact: sentence === SENTENCES[0] ? 5 : 2, feasibility: 3, helps: sentence === SENTENCES[0] }
      await asRater.put(`/api/jams/${jam.id}/ballot`, { ideaId: id, rating })
    }
  }
  await move('report')
  await page.getByText('7 people rated.', { exact: false }).waitFor({ timeout: 40_000 })
  await page.getByText('Rank 1').waitFor()
  await look(page, 'results-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, 'results-390')
})
