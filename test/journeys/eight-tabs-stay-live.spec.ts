import type { BrowserContext, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, DESKTOP } from '../browser.ts'
import type { WorldPerson } from '../world.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import { openProduct, type Product } from './open-product.ts'

const TABS = 8

let product: Product
let jam: OpenJam
let writer: WorldPerson

beforeAll(async () => {
  product = await openProduct()
  jam = await openJam(product)
  writer = await jam.world.person('Wanda Writer')
  await jam.write(writer, 'There from the beginning')
}, 180_000)
afterAll(async () => {
  await jam.close()
  await product.close()
})

/** Tells which tabs hold a stream at this moment. */
function watchStreams(context: BrowserContext): () => Page[] {
  const open = new Map<Request, Page>()
  context.on('request', (request) => {
    if (request.url().includes('/api/live')) open.set(request, request.frame().page())
  })
  context.on('requestfailed', (request) => open.delete(request))
  context.on('requestfinished', (request) => open.delete(request))
  return () => [...open.values()].filter((tab) => !tab.isClosed())
}

const waiting = (tab: Page, sentence: string): Promise<void> => tab.getByRole('button', { name: sentence }).waitFor()

test('eight tabs of one browser stay live on one stream, also when the tab that holds it closes', {
  timeout: 240_000,
}, async () => {
  const context = await product.browserOf(await jam.world.person('Rita Reader'), DESKTOP)
  const holders = watchStreams(context)
  const tabs: Page[] = []
  for (let n = 0; n < TABS; n += 1) {
    const tab = await context.newPage()
    await tab.goto(new URL(jam.path, product.api.origin).href)
    await tab.getByRole('heading', { name: 'There from the beginning' }).waitFor()
    tabs.push(tab)
  }
  await expect.poll(() => holders().length).toBe(1)

  await jam.write(writer, 'Heard in every tab')
  await Promise.all(tabs.map((tab) => waiting(tab, '1 new contribution')))
  await expect.poll(() => holders().length).toBe(1)

  const [leader] = holders()
  await leader?.close()
  // Written in the moment in which nobody holds the stream: it must not be missed.
  await jam.write(writer, 'Said while the stream changed hands')
  const left = tabs.filter((tab) => tab !== leader)
  await Promise.all(left.map((tab) => waiting(tab, '2 new contributions')))
  await jam.write(writer, 'And afterwards')
  await Promise.all(left.map((tab) => waiting(tab, '3 new contributions')))
  await expect.poll(() => holders().length).toBe(1)
  expect(left).toHaveLength(TABS - 1)
  expect(left.flatMap((tab) => complaintsOf(tab))).toEqual([])
})
