import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aCaughtUpJam, untilComputed } from '../../test/caught-up-jam.ts'
import type { ThemedVenue } from '../../test/themed-venue.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { sayFor } from '../app/who-asks.ts'
import { nobody, type SignedInActor } from '../kernel/index.ts'
import type { Tx } from '../platform/index.ts'
import { type CardView, CatchUpView } from './contract.ts'
import { sendDigests, viewCatchUp } from './index.ts'

let api: TestApi
let world: World
let host: WorldPerson
let venue: ThemedVenue
let reader: WorldPerson
const fits = Compile(CatchUpView)

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  venue = await aCaughtUpJam(api, world, host)
  reader = await world.person('Reader')
}, 60_000)
afterAll(async () => {
  await world.close()
  await api.close()
})

const catchUp = async (who: WorldPerson, query = ''): Promise<CatchUpView> => {
  const { body } = await api.as(who).get(`/api/catch-up${query}`)
  expect(fits.Check(body)).toBe(true)
  return body
}
const cardsOf = (view: CatchUpView): CardView[] => view.sections.flatMap(({ cards }) => cards)
const quotesOf = (view: CatchUpView) =>
  cardsOf(view).flatMap(({ quote, build, objection }) => [quote, build, objection].filter((one) => one !== null))
const inSection = (view: CatchUpView, wanted: string) => view.sections.find(({ key }) => key === wanted)?.cards ?? []
const post = async (who: WorldPerson, title: string): Promise<string> =>
  (await api.as(who).post(`/api/forums/${venue.forumId}/contributions`, { title, body: '' })).body.id
const reply = async (who: WorldPerson, id: string, kind: string, body: string): Promise<string> =>
  (await api.as(who).post(`/api/contributions/${id}/replies`, { kind, body })).body.id
const asRoot = (text: string, values: readonly unknown[]) =>
  world.database.transaction({ role: 'jobs' }, (tx) => tx.rows(text, values))

/** What the database itself gives to somebody. */
const as = <T>(who: WorldPerson, work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.database.transaction(
    { role: 'app', opening: [{ text: 'select open_as(sha256($1::bytea), null)', values: [who.token] }] },
    work,
  )

describe('what somebody is told who has read nothing', () => {
  test('nothing is lost: what is shown and what is left out are all contributions', async () => {
    for (const minutes of [2, 10, 30]) {
      const view = await catchUp(reader, `?minutes=${minutes}`)
      const [row] = await asRoot('select count(*)::int as n from contribution where venue_id = $1', [venue.id])
      const left = view.remainders.reduce((sum, { said }) => sum + said, 0)
      expect(view.shown.said + left).toBe((row as { n: number }).n)
      expect(view.of.said).toBe((row as { n: number }).n)
      expect(new Set(quotesOf(view).map(({ contributionId }) => contributionId)).size).toBe(quotesOf(view).length)
    }
  })

  test('every quoted sentence is a part of what its author wrote', async () => {
    const view = await catchUp(reader)
    expect(quotesOf(view).length).toBeGreaterThan(3)
    for (const { contributionId, sentence } of quotesOf(view)) {
      const { contribution, body } = (await api.as(reader).get(`/api/contributions/${contributionId}`)).body
      expect(`${contribution.title}\n${body}`).toContain(sentence)
    }
  })

  test('the themes are there with their people, and each card says why', async () => {
    const [card] = inSection(await catchUp(reader), 'rising')
    expect(card?.line).toMatch(/\+\d+ people, 1 hub from the beginning/)
    expect(card?.why.join()).toMatch(/People with something new: \d/)
  })

  test('it takes three statements, whatever there is', async () => {
    const asked: string[] = []
    await as(reader, async (tx) => {
      const counting: Tx = {
        ...tx,
        rows(text, values) {
          asked.push(text)
          return tx.rows(text, values)
        },
        row(text, values) {
          asked.push(text)
          return tx.row(text, values)
        },
      }
      const actor: SignedInActor = { ...nobody, personId: reader.id }
      return viewCatchUp({ actor, tx: counting, now: tx.now, say: sayFor('en') }, {})
    })
    expect(asked).toHaveLength(3)
  })
})

describe('what was read', () => {
  test('opening marks nothing; what was read is told on no device, and its own anchor moves when the visit is over', async () => {
    const person = await world.person('Two devices')
    const phone = await world.session(person)
    const before = await catchUp(person)
    expect((await catchUp(phone)).of).toEqual(before.of)
    const read = quotesOf(before)
      .slice(0, 2)
      .map(({ contributionId }) => contributionId)
    await api.as(phone).post('/api/reading/seen', { contributionIds: read })
    const after = await catchUp(person)
    expect(after.of.said).toBe(before.of.said - 2)
    expect(quotesOf(after).some(({ contributionId }) => read.includes(contributionId))).toBe(false)
    // Half an hour later the visit is over: what is older than the newest thing read is behind.
    await asRoot(`update contribution set posted_at = now() - interval '3 hours' where venue_id = $1`, [venue.id])
    await asRoot('update catch_up_state set stale_at = now() where venue_id = $1', [venue.id])
    await untilComputed(world, venue.id)
    expect((await catchUp(person)).of.said).toBe(before.of.said - 2)
  }, 30_000)

  test('a dismissed theme is read up to now', async () => {
    const person = await world.person('Dismisses')
    const [card] = inSection(await catchUp(person), 'rising')
    const before = await catchUp(person)
    expect((await api.as(person).post('/api/catch-up/seen', { themeIds: [card?.theme?.id] })).status).toBe(200)
    const after = await catchUp(person)
    expect(after.of.themes).toBe(before.of.themes - 1)
    expect((await catchUp(person, '?since=all')).of.themes).toBe(before.of.themes)
  })

  test('without a history it goes by time', async () => {
    const person = await world.person('No history')
    await api.as(person).put('/api/reading', { kept: false })
    const view = await catchUp(person)
    expect(view.kept).toBe(false)
    expect(cardsOf(view).find(({ theme }) => theme)?.line).toMatch(/since/)
    await api.as(person).post('/api/catch-up/seen', { themeIds: [cardsOf(view).find(({ theme }) => theme)?.theme?.id] })
    expect((await catchUp(person)).of.themes).toBe(view.of.themes)
  })
})

describe('what is addressed to somebody', () => {
  test('answers and questions come first, and are gone as soon as they are taken back or edited', async () => {
    const [asker, author] = [await world.person('Asks'), await world.person('Wrote')]
    const mine = await post(author, 'We should meet once a month in every hub')
    const question = await reply(asker, mine, 'question', 'Who would pay for the travel of the smaller hubs?')
    const answer = await reply(host, mine, 'plain', 'In the north we already do that twice a year.')
    await untilComputed(world, venue.id)
    const told = inSection(await catchUp(author), 'to-you')
    expect(told.map(({ quote }) => quote?.contributionId)).toEqual([question, answer])
    expect(told[0]?.line).toBe('A question to you')
    await api.as(asker).put(`/api/contributions/${question}`, {
      version: 1,
      title: null,
      body: 'Who pays for all of this travelling in winter?',
    })
    await api.as(host).delete(`/api/contributions/${answer}`)
    const after = inSection(await catchUp(author), 'to-you')
    expect(after.map(({ quote }) => quote?.sentence)).toEqual(['Who pays for all of this travelling in winter?'])
    const [wayIn] = inSection(await catchUp(reader, '?only=way-in'), 'way-in')
    expect(wayIn?.quote?.contributionId ?? question).toBe(question)
  })

  test('what was edited or taken back is gone from every form within five seconds', async () => {
    const { address } = (await api.as(reader).post('/api/catch-up/feed', {})).body
    const forms = ['/api/catch-up', '/catch-up/plain', '/catch-up/text', new URL(address).pathname]
    const texts = async () => (await Promise.all(forms.map((form) => api.as(reader).get(form)))).map(({ text }) => text)
    const [first, second] = quotesOf(await catchUp(reader))
    const authorOf = async (id: string) => {
      const { author } = (await api.as(reader).get(`/api/contributions/${id}`)).body.contribution
      return venue.crowd.find((one) => one.id === author.id) ?? reader
    }
    if (!first || !second) throw new Error('nothing is quoted')
    // Before: the words are there in each form, so that their absence says something.
    for (const text of await texts()) expect(text).toContain(first.sentence)
    await api.as(await authorOf(first.contributionId)).delete(`/api/contributions/${first.contributionId}`)
    const edited = { version: 1, title: 'Said otherwise by now', body: '' }
    await api.as(await authorOf(second.contributionId)).put(`/api/contributions/${second.contributionId}`, edited)
    await vi.waitFor(
      async () => {
        for (const text of await texts())
          for (const { sentence } of [first, second]) expect(text).not.toContain(sentence)
      },
      { timeout: 5_000, interval: 200 },
    )
  })

  test('what others may not see is told to nobody else', async () => {
    const outside = await world.person('Outside', { hub: await world.hub('Elsewhere'), role: 'guest' })
    expect(await catchUp(outside)).toMatchObject({ of: { themes: 0, said: 0 }, jams: [] })
    expect(await catchUp(outside, `?jamId=${venue.id}`)).toMatchObject({ of: { themes: 0, said: 0 } })
    const figures =
      'select (select count(*)::int from catch_up_delta) + (select count(*)::int from catch_up_theme) as n'
    expect((await as(outside, (tx) => tx.row<{ n: number }>(figures)))?.n).toBe(0)
    expect((await as(reader, (tx) => tx.row<{ n: number }>(figures)))?.n).toBeGreaterThan(0)
  })
})

describe('the other forms', () => {
  test('plain HTML runs nothing, and the text is short', async () => {
    const html = await api.as(reader).get('/catch-up/plain?minutes=2')
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html.text).not.toContain('<script')
    const text = await api.as(reader).get('/catch-up/text?minutes=30')
    expect(new TextEncoder().encode(text.text).length).toBeLessThan(50_000)
    expect(text.text).toContain(quotesOf(await catchUp(reader))[0]?.sentence)
  })

  test('the feed is read by its secret alone, and a new address ends the old one', async () => {
    const make = async () => new URL((await api.as(reader).post('/api/catch-up/feed', {})).body.address).pathname
    const first = await make()
    expect((await api.as(null).get(first)).text).toContain('<entry>')
    const second = await make()
    expect((await api.as(null).get(first)).status).toBe(404)
    expect((await api.as(null).get(second)).status).toBe(200)
    await api.as(reader).delete('/api/catch-up/feed')
    expect((await api.as(null).get(second)).status).toBe(404)
  })

  test('a digest comes at its hour, once, and is left by one click without signing in', async () => {
    const person = await world.person('Digest', { timeZone: 'UTC' })
    const digestHour = new Date().getUTCHours()
    const choice = { minutes: 10, digest: true, digestHour, quietFrom: 0, quietTo: 0, bridges: true }
    await api.as(person).put('/api/catch-up/choice', choice)
    await asRoot(`update contribution set posted_at = now() - interval '2 hours' where venue_id = $1`, [venue.id])
    await asRoot('update catch_up_state set stale_at = now() where venue_id = $1', [venue.id])
    await untilComputed(world, venue.id)
    const sending = { database: api.database, publicUrl: new URL(api.origin), sayFor }
    await sendDigests(sending)
    await sendDigests(sending)
    const letter = await letterTo(person)
    expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const leave = /List-Unsubscribe:\s+<([^>]+)>/.exec(letter)?.[1] ?? ''
    const page = await fetch(`${api.url}${new URL(leave).pathname}`)
    expect(await page.text()).toContain('<form method="post">')
    expect((await api.as(person).get('/api/catch-up/choice')).body.digest).toBe(true)
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    }
    expect((await fetch(`${api.url}${new URL(leave).pathname}`, form)).status).toBe(200)
    expect((await api.as(person).get('/api/catch-up/choice')).body.digest).toBe(false)
  }, 30_000)
})

/** The only letter to somebody, as it lies in the folder. */
async function letterTo({ email }: WorldPerson): Promise<string> {
  const folder = path.join(api.dataDir, 'mail')
  for (;;) {
    const files = await readdir(folder).catch(() => [])
    const all = await Promise.all(
      files.filter((name) => name.endsWith('.eml')).map((name) => readFile(path.join(folder, name), 'utf8')),
    )
    const mine = all.filter((text) => text.includes(email))
    if (mine.length > 1) throw new Error('more than one letter')
    if (mine[0]) return mine[0].replace(/\r?\n[ \t]+/g, ' ')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
