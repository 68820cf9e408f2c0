import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { newId } from '../platform/index.ts'

let server: JamsServer
let host: TestPerson
let member: TestPerson
let open: Awaited<ReturnType<typeof openedJam>>
let threadId: string

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
  open = await openedJam(server, host, { lobby: 'public' })
  const asMember = server.as(member)
  const posted = await asMember.post(`/api/forums/${open.forumId}/contributions`, {
    title: 'A <b>bold</b> idea',
    body: '<script>alert(1)</script>\n\n**told** plainly',
  })
  threadId = posted.body.id
  await asMember.post(`/api/contributions/${threadId}/replies`, { kind: 'objection', body: 'But who pays?' })
})
afterAll(() => server.close())

const language = (tag: string) => ({ headers: { 'accept-language': tag } })
const stranger = () => server.api.as(null)

describe('the lobby of a public jam', () => {
  test('is HTML without a script or a style in it, and may load nothing from elsewhere', async () => {
    const page = await stranger().get(`/lobby/${open.id}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.text).not.toMatch(/<script|\sstyle=|\son[a-z]+=/i)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
    expect(page.headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/)
  })

  test('shows what was contributed, as words', async () => {
    const { text } = await stranger().get(`/lobby/${open.id}`)
    expect(text).toContain('A &lt;b&gt;bold&lt;/b&gt; idea')
    expect(text).toContain('<strong>told</strong>')
  })

  test('tells the reason of hosts for more time as soon as they give it, and none before', async () => {
    const before = await stranger().get(`/lobby/${open.id}`)
    expect(before.text).not.toContain('more time')
    const until = new Date(Date.now() + 90 * 86_400_000).toISOString()
    await server.as(host).post(`/api/jams/${open.id}/extend`, { until, reason: 'The <night> shift had no time' })
    const { text } = await stranger().get(`/lobby/${open.id}`)
    expect(text).toContain('The &lt;night&gt; shift had no time')
  })

  test('shows a thread with its replies', async () => {
    const { text } = await stranger().get(`/lobby/${open.id}/threads/${threadId}`)
    expect(text).toContain('But who pays?')
  })

  test('speaks the language that the browser asks for, or that was chosen', async () => {
    const german = await stranger().get(`/lobby/${open.id}`, language('de-AT,de;q=0.9'))
    expect(german.text).toContain('<html lang="de">')
    expect(german.text).toContain('Die Zusage')
    const chosen = await stranger().get(`/lobby/${open.id}?language=en`, language('de'))
    expect(chosen.text).toContain('The promise')
  })

  test('may be kept by caches for strangers, and by nobody for those who are signed in', async () => {
    const forAll = await stranger().get(`/lobby/${open.id}`)
    expect(forAll.headers.get('cache-control')).toBe('public, max-age=30')
    const forOne = await server.api.as(member).get(`/lobby/${open.id}`)
    expect(forOne.headers.get('cache-control')).toBe('no-store')
  })
})

describe('a lobby that is not open to the reader', () => {
  test('looks like one that does not exist', async () => {
    const closed = await openedJam(server, host, { lobby: 'members' })
    const hidden = await stranger().get(`/lobby/${closed.id}`)
    const absent = await stranger().get(`/lobby/${newId()}`)
    expect([hidden.status, absent.status]).toEqual([404, 404])
    expect(hidden.text).toBe(absent.text)
    expect((await server.api.as(member).get(`/lobby/${closed.id}`)).status).toBe(200)
  })

  test('opens with its link only, and is kept by no cache and no search engine', async () => {
    const linked = await openedJam(server, host, { lobby: 'link' })
    const { body } = await server.api.as(host).get(`/api/jams/${linked.id}`)
    const link = new URL(body.lobbyLink)
    const page = await stranger().get(`${link.pathname}${link.search}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.text).toContain('noindex')
    const wrong = await stranger().get(`${link.pathname}?link=${'x'.repeat(22)}`)
    expect(wrong.status).toBe(404)
  })

  test('does not show a thread of another jam', async () => {
    const other = await openedJam(server, host, { lobby: 'public' })
    expect((await stranger().get(`/lobby/${other.id}/threads/${threadId}`)).status).toBe(404)
  })
})

test('an unknown parameter is refused', async () => {
  expect((await stranger().get(`/lobby/${open.id}?colour=red`)).status).toBe(400)
})

test('the method is read by anyone, in either language, without a script', async () => {
  const english = await stranger().get('/method')
  expect([english.status, english.headers.get('cache-control')]).toEqual([200, 'public, max-age=30'])
  expect(english.text).toContain('<h2>Opinion groups</h2>')
  expect(english.text).not.toMatch(/<script/i)
  expect((await stranger().get('/method?language=de')).text).toContain('<h2>Meinungsgruppen</h2>')
})
