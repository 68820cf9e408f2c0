import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { complaintsOf, DESKTOP, newPage, picture } from '../browser.ts'
import { holdPort, Installation, type Run } from '../start/run-dandelion.ts'

const SAID = 'Said before the fall'
const SENT = 'Sent while nobody answered'
const TYPED = 'Typed and not yet sent'

let installation: Installation
let port: string
let page: Page

beforeAll(async () => {
  installation = new Installation()
  await installation.makeAsStartedBefore()
  const held = await holdPort()
  port = String(held.port)
  await held.release()
  page = await newPage(DESKTOP)
}, 60_000)
afterAll(async () => {
  await page.context().close()
  await installation.remove()
})

/** The product as its administrator starts it: a process of its own, the same address each time. */
async function startServer(): Promise<Run> {
  const server = installation.start(['start'], { env: { PORT: port } })
  await server.ready
  return server
}

async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Name of the organisation').fill('Meadow')
  await page.getByLabel('Your name').fill('Olive Owner')
  await page.getByLabel('Your e-mail address').fill('olive@example.org')
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Open Dandelion' }).click()
  await page.getByText('No jam yet').waitFor()
}

/** A jam as the owner's browser would make it, without the clicks. */
function openJam(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const send = async (method: string, path: string, body: object) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const answer = await fetch(path, { method, headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(await answer.text())
      return answer.json()
    }
    const { hubs } = await (await fetch('/api/hubs')).json()
    const { jam, hosts } = await send('POST', '/api/jams', { hubId: hubs[0].id, title: 'Jam', question: 'What holds?' })
    await send('POST', `/api/jams/${jam.id}/forums`, { title: 'Forum', question: 'What?', hosts: [] })
    await send('PUT', `/api/jams/${jam.id}`, {
      title: 'Jam',
      question: 'What holds?',
      promise: { decides: 'The board', by: '2030-01-01', text: 'All is answered.' },
      audience: { hubs: [hubs[0].id], guests: false },
      lobby: 'members',
      dates: {
        opensAt: null,
        rateAt: null,
        closesAt: new Date(Date.now() + 86_400_000).toISOString(),
        archiveAt: null,
      },
      hosts: hosts.map((host: { id: string }) => host.id),
    })
    await send('POST', `/api/jams/${jam.id}/open`, { reason: null })
    return `/jams/${jam.id}`
  })
}

async function writeAndPost(page: Page, title: string): Promise<void> {
  await page.getByLabel('Your contribution, in one line').fill(title)
  await page.getByRole('button', { name: 'Post' }).click()
}

type Written = { readonly title: string | null; readonly html: string }

/** What the server holds at an address that gives items. */
async function itemsAt(page: Page, path: string): Promise<Written[]> {
  return page.evaluate(async (from) => (await (await fetch(from)).json()).items, path)
}

test('the server is killed while people write; nobody loses an acknowledged word, and what was typed arrives once', {
  timeout: 240_000,
}, async () => {
  const first = await startServer()
  const link = /http\S+\/setup\S+/
  await vi.waitFor(() => expect(first.said()).toMatch(link), { timeout: 20_000 })
  await setUp(page, link.exec(first.said())?.[0] ?? '')
  const jam = await openJam(page)
  await page.goto(`http://localhost:${port}${jam}`)
  await writeAndPost(page, SAID)
  const thread = await page.getByRole('link', { name: SAID }).getAttribute('href')
  const other = await page.context().newPage()
  // A part whose server falls while it loads does not come: it takes nothing with it.
  await other.route(/FoldNote-|health/, (route) => route.abort())
  const missed = other.waitForEvent('requestfailed', (request) => request.url().includes('FoldNote-'))
  await other.goto(`http://localhost:${port}${thread}?reply=plain`)
  await missed
  await other.getByLabel('Your reply').last().waitFor()

  first.kill('SIGKILL')
  await first.ended
  await writeAndPost(page, SENT)
  await page.getByText('Not sent yet').waitFor()
  const interrupted = page.getByText('Nothing new arrives at the moment')
  await interrupted.waitFor()
  await other.getByLabel('Your reply').last().fill(TYPED)
  await other.getByText('Kept on this device').waitFor()
  await picture(page, 'server-away')

  const second = await startServer()
  expect(second.said()).toContain('adopted PostgreSQL')
  await page.getByRole('heading', { name: SENT }).waitFor({ timeout: 40_000 })
  await interrupted.waitFor({ state: 'detached', timeout: 40_000 })
  await other.unroute(/FoldNote-|health/)
  await other.reload()
  const reply = other.getByLabel('Your reply').last()
  await expect.poll(() => reply.inputValue(), { timeout: 15_000 }).toBe(TYPED)
  await other.getByText('Draft kept').waitFor()
  // What is typed stands in the page before it is sent: the answer says that it was taken.
  const taken = other.waitForResponse((answer) => answer.url().endsWith('/replies') && answer.ok())
  await other.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await taken
  await other.getByRole('article').filter({ hasText: TYPED }).first().waitFor()
  await picture(other, 'after-the-restart')

  const contributions = await itemsAt(page, `/api/venues/${jam.split('/').at(-1)}/contributions`)
  expect(contributions.map((item) => item.title).toSorted()).toEqual([SAID, SENT])
  const replies = await itemsAt(page, `/api/threads/${thread?.split('/').at(-1)}`)
  expect(replies.filter((item) => item.html.includes(TYPED))).toHaveLength(1)
  const ofTheKill = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/
  const complaints = complaintsOf(page).filter((one) => !ofTheKill.test(one))
  expect(complaints).toEqual([])
})
