import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTemplate, signedText, writeTemplate } from '../../src/jams/rules/template.ts'
import { openSigner } from '../../src/platform/index.ts'
import { countReach } from '../../src/reach/count-reach.ts'
import { complaintsOf, DESKTOP, look, PHONE } from '../browser.ts'
import type { WorldPerson } from '../world.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

let product: Product
let jam: OpenJam
let voters: WorldPerson[]
let thread: string

const OPTIONS = ['Before the early shift', 'At noon', 'After the late shift']

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product)
  voters = await Promise.all(Array.from({ length: 6 }, (_, at) => jam.world.person(`Voter ${at}`)))
  const night = await jam.world.hub('Night shift')
  await jam.world.person('Nina Night', { hub: night, role: 'host' })
  for (let at = 0; at < 5; at++) await jam.world.person(`Sleeper ${at}`, { hub: night })
  thread = await jam.write(voters[0] as WorldPerson, 'When should the canteen open?')
}, 240_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

test('a host asks a poll in a thread, people put its options in an order, and what came out is drawn', {
  timeout: 120_000,
}, async () => {
  const desk = await product.visit(`${jam.path}/threads/${thread}`, jam.host, DESKTOP)
  await desk.getByRole('button', { name: 'Ask a poll' }).click()
  await desk.getByLabel('Question').fill('When should the canteen open?')
  await desk.getByLabel('Options, one a line (2 to 12)').fill(OPTIONS.join('\n'))
  await desk.getByRole('radio', { name: 'In an order' }).check()
  await look(desk, 'poll-is-asked-1440')
  await desk.getByRole('form', { name: 'Ask a poll' }).getByRole('button', { name: 'Ask a poll' }).click()
  const poll = desk.getByRole('article', { name: 'When should the canteen open?' }).last()
  await poll.getByText('Fewer than five have voted so far').waitFor()

  const phone = await product.visit(`${jam.path}/threads/${thread}`, voters[0] as WorldPerson, PHONE)
  await phone.getByRole('button', { name: `Put next: ${OPTIONS[2]}` }).click()
  await phone.getByRole('button', { name: `Put next: ${OPTIONS[0]}` }).click()
  await phone.getByRole('button', { name: `Move up: ${OPTIONS[0]}` }).click()
  await look(phone, 'poll-in-an-order-390')
  await phone.getByRole('button', { name: 'Vote', exact: true }).click()
  await phone.getByText('You voted.').first().waitFor()
  await phone.reload()
  await phone.getByRole('button', { name: 'Change my vote' }).waitFor()
  await phone.close()

  const pollId = (await product.api.as(jam.host).get(`/api/venues/${jam.id}/polls`)).body.polls[0].id
  for (const voter of voters.slice(1))
    await product.api.as(voter).put(`/api/polls/${pollId}/ballot`, { choices: [0, 2, 1] })
  await poll.getByRole('button', { name: 'End now' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'End now' }).click()
  await desk.getByText('6 people voted').waitFor({ timeout: 20_000 })
  const first = desk.getByRole('region', { name: 'What came out' }).getByRole('listitem').first()
  expect(await first.innerText()).toContain(OPTIONS[0])
  await look(desk, 'poll-is-over-1440')
  expect(complaintsOf(desk)).toEqual([])
  await desk.close()
})

test('a host enters what people without access said, and it stands in the jam with where it comes from', {
  timeout: 120_000,
}, async () => {
  const page = await product.visit(`${jam.path}/meetings`, jam.host, PHONE)
  await page.getByRole('button', { name: 'Enter a meeting' }).click()
  await page.getByLabel('Where').fill('Hall 3, night shift')
  await page.getByLabel('Day').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel('How many people were there').fill('12')
  await page.getByLabel('In a sentence').fill('The gate is locked when the late bus leaves.')
  const enter = page.getByRole('form', { name: 'Enter a meeting' }).getByRole('button', { name: 'Enter a meeting' })
  expect(await enter.isDisabled()).toBe(true) // without their consent nothing is sent
  await page.getByRole('checkbox', { name: 'Those who were there agree that this is published here' }).check()
  await look(page, 'meeting-sheet-390')
  await enter.click()
  await page.getByText('1 meeting, 12 people, counted apart').waitFor()
  await page.getByRole('link', { name: 'The gate is locked when the late bus leaves.' }).click()
  await page.getByText('Hall 3, night shift', { exact: false }).first().waitFor()
  await look(page, 'said-at-a-meeting-390')
})

test('a host sees of which hub nobody came and asks its hosts, not its people', { timeout: 120_000 }, async () => {
  await countReach(product.api.database, jam.id)
  const page = await product.visit(`${jam.path}/reach`, jam.host, DESKTOP)
  await page.getByRole('button', { name: 'Ask its hosts to tell the people of Night shift' }).click()
  await page.getByText('Its hosts were asked', { exact: false }).waitFor()
  await look(page, 'reach-1440')
  const letters = async () => {
    const { body } = await product.api.as(jam.world.owner).get('/api/administration/mail')
    return body.mail.map(({ subject }: { subject: string }) => subject)
  }
  await expect.poll(letters, { timeout: 20_000 }).toHaveLength(1)
  expect((await letters())[0]).toContain('tell the people of Night shift')
})

test('a host takes the set-up of another installation only after saying so', { timeout: 120_000 }, async () => {
  const own = (await product.api.as(jam.host).get(`/api/jams/${jam.id}/template`)).text
  const elsewhere = await fs.mkdtemp(path.join(os.tmpdir(), 'dandelion-elsewhere-'))
  const { template } = readTemplate(own) ?? expect.unreachable(own)
  const signer = openSigner(elsewhere)
  const by = { name: 'Elsewhere', key: signer.key }
  const foreign = writeTemplate({ template, by, signature: signer.sign(signedText({ template, by })) })
  const page = await product.visit('/jams/from-template', jam.host, DESKTOP)
  await page.getByRole('radio', { name: 'A file' }).check()
  await page
    .getByLabel('File with the set-up of a jam')
    .setInputFiles({ name: 'set-up.json', mimeType: 'application/json', buffer: Buffer.from(foreign) })
  await page.getByLabel('A short name').fill('From elsewhere')
  await page.getByRole('button', { name: 'Begin to prepare' }).click()
  const asked = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await asked.getByText('Elsewhere', { exact: false }).first().waitFor()
  await look(page, 'foreign-template-1440')
  await asked.getByRole('button', { name: 'Cancel' }).click()
  expect((await product.api.as(jam.host).get('/api/jams')).text).not.toContain('From elsewhere')
  await page.getByRole('button', { name: 'Begin to prepare' }).click()
  await asked.getByRole('button', { name: 'I know it, take it' }).click()
  await page.waitForURL(/\/set-up$/)
  await page.getByText('From elsewhere').first().waitFor()
  await fs.rm(elsewhere, { recursive: true })
})
