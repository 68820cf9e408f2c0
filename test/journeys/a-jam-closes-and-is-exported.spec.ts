import fs from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP, expectNoViolations, PHONE, picture } from '../browser.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

const REASON = 'The board meets earlier than planned.'

let product: Product
let jam: OpenJam

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product, { lobby: 'public' })
}, 180_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

async function closeEarly(host: Page): Promise<void> {
  await host.getByRole('link', { name: 'Host desk' }).click()
  await host.getByRole('button', { name: 'Move on now' }).click()
  const dialog = host.getByRole('dialog', { name: 'Move on now' })
  await dialog.getByRole('radio', { name: 'Decide & report' }).check()
  await dialog.getByLabel('Reason').fill(REASON)
  await picture(host, 'close-early')
  await expectNoViolations(host)
  await dialog.getByRole('button', { name: 'Move on now' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return fs.readFile(await file.path(), 'utf8')
}

test('a jam closes early with a reason that everybody sees; what was being typed stays; all of it is exported', {
  timeout: 180_000,
}, async () => {
  const writer = await jam.world.person('Wanda Writer')
  const threadId = await jam.write(writer, 'Written in time', 'And *kept*.')
  const typing = await product.visit(jam.path, writer, DESKTOP)
  await typing.getByLabel('Your contribution, in one line').fill('Not finished when it closed')
  await typing.getByText('Draft kept').waitFor()

  const answering = await product.visit(`${jam.path}/threads/${threadId}?reply=plain`, jam.host, DESKTOP)
  await answering.getByLabel('Your reply').last().fill('A reply that comes too late')

  const host = await product.visit(jam.path, jam.host, DESKTOP)
  await closeEarly(host)
  await typing.getByText(REASON).waitFor()
  await typing.getByText('Being decided and reported').waitFor()
  await picture(typing, 'closed-while-writing')
  await expectNoViolations(typing)
  await typing.getByText('The time for writing here is over').first().waitFor()
  await typing.getByText('Not finished when it closed').waitFor()
  const { body } = await product.api.as(writer).get(`/api/drafts/forum:${jam.forumId}`)
  expect(body.draft.title).toBe('Not finished when it closed')

  await answering.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await answering.getByText('The time for writing here is over').first().waitFor()
  expect(await answering.getByText('A reply that comes too late').count()).toBeGreaterThan(0)
  await picture(answering, 'reply-too-late')

  await host.getByRole('heading', { name: 'Export' }).waitFor()
  await picture(host, 'host-desk-closed')
  await expectNoViolations(host)
  const lines = (await download(host, 'Whole jam (JSON Lines)')).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line)).find((one) => one.id === threadId)?.title).toBe('Written in time')
  expect(await download(host, 'Contributions')).toContain('Written in time')
  expect([...complaintsOf(typing), ...complaintsOf(host)]).toEqual([])
})

test('a closed jam stays readable in its archive, and in the lobby without JavaScript', {
  timeout: 120_000,
}, async () => {
  const asHost = product.api.as(jam.host)
  const moved = await asHost.post(`/api/jams/${jam.id}/move`, { to: 'archive', reason: 'All is answered.' })
  expect(moved.status).toBe(200)
  const member = await product.visit(jam.path, await jam.world.person('Mara Member'), PHONE)
  await member.getByText('In the archive').waitFor()
  await member.getByRole('link', { name: 'Written in time' }).click()
  await member.getByText('And kept.').waitFor()
  await picture(member, 'archive-thread-phone')
  await expectNoViolations(member)
  expect(complaintsOf(member)).toEqual([])

  const lobby = await product.visit(`/lobby/${jam.id}`, null, { ...DESKTOP, withoutScript: true })
  await lobby.getByRole('link', { name: 'Written in time' }).waitFor()
  await picture(lobby, 'lobby')
  await lobby.getByRole('link', { name: 'Written in time' }).click()
  await lobby.getByText('And kept.').waitFor()
  await picture(lobby, 'lobby-thread')
})
