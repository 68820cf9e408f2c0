import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { climb } from '../../test/ladder.ts'
import { type Contract, nobody, type SignedInActor } from '../kernel/index.ts'
import { newId } from '../platform/index.ts'
import { IdeasView, IdeaView, ideasContract } from './contract.ts'
import { ideasFor } from './index.ts'

let server: JamsServer
let host: TestPerson
let author: TestPerson
let other: TestPerson
let stranger: TestPerson
let jam: { id: string; path: string; forumId: string }

const SENTENCE = 'Every new colleague meets a mentor in the first week.'

const write = async (who: TestPerson, title: string): Promise<string> =>
  (await server.as(who).post(`/api/forums/${jam.forumId}/contributions`, { title, body: '' })).body.id
const make = (who: TestPerson, contributionIds: string[], sentence = SENTENCE) =>
  server.as(who).post(`${jam.path}/ideas`, { sentence, contributionIds, themeId: null })
const made = async (who: TestPerson, contributionIds: string[], sentence = SENTENCE): Promise<IdeaView> =>
  (await make(who, contributionIds, sentence)).body
const idea = async (who: TestPerson, id: string): Promise<IdeaView> =>
  (await server.as(who).get(`/api/ideas/${id}`)).body
const consent = (who: TestPerson, id: string, consents: boolean) =>
  server.as(who).put(`/api/ideas/${id}/consent`, { consents })

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  author = await server.person('member')
  other = await server.person('member')
  stranger = await server.person('member', server.hubs.south)
  jam = await openedJam(server, host)
})
afterAll(() => server.close())

describe('the ladder', () => {
  let ids: { idea: string; into: string; text: string }
  beforeAll(async () => {
    const text = await write(author, 'A ladder')
    ids = { text, idea: (await made(host, [text])).id, into: (await made(host, [text])).id }
  })
  const bodies: Record<string, () => Record<string, unknown>> = {
    'POST /api/jams/:jamId/ideas': () => ({ sentence: SENTENCE, contributionIds: [ids.text], themeId: null }),
    'PUT /api/ideas/:ideaId': () => ({ version: 1, sentence: SENTENCE, contributionIds: [ids.text] }),
    'PUT /api/ideas/:ideaId/consent': () => ({ consents: true }),
    'POST /api/ideas/:ideaId/merge': () => ({ intoId: ids.into }),
    'PUT /api/ideas/:ideaId/withdrawn': () => ({ withdrawn: true }),
  }
  for (const [route, contract] of Object.entries(ideasContract as Record<string, Contract>)) {
    const rung = () => {
      const path = route.split(' ')[1]?.replace(':jamId', jam.id).replace(':ideaId', ids.idea) ?? ''
      const body = bodies[route]?.()
      return { path, person: route.endsWith('/consent') ? author : host, ...(body && { body }) }
    }
    climb(() => server.api, { route, contract, rung })
  }
})

describe('an idea', () => {
  test('is made by hosts of anything, by authors of their own, and by nobody else', async () => {
    const text = await write(author, 'Mentors')
    const byHost = await make(host, [text])
    expect(byHost.status).toBe(200)
    expect([...Compile(IdeaView).Errors(byHost.body)]).toEqual([])
    expect((await made(author, [text])).state).toBe('ready')
    const refused = await make(other, [text])
    expect([refused.status, refused.body.error.key]).toEqual([403, 'ideas.only-own'])
    expect((await make(stranger, [text])).status).toBe(404)
  })

  test('is one sentence, neither short nor long, of contributions that are there', async () => {
    const text = await write(author, 'Sentences')
    const keyOf = async (sentence: string, id = text) => (await make(host, [id], sentence)).body.error?.key
    expect(await keyOf('Short')).toBe('ideas.too-short')
    expect(await keyOf(`Long ${'long '.repeat(50)}`)).toBe('ideas.too-long')
    expect(await keyOf('We want more mentors. They should have time for it.')).toBe('ideas.one-sentence')
    expect(await keyOf(SENTENCE, jam.forumId)).toBe('ideas.source-gone')
    expect(await keyOf('Mentors, e.g. from other hubs, meet newcomers each week.')).toBeUndefined()
  })

  test('says where it comes from and whether the authors consent; a "no" is told to hosts and to its author', async () => {
    const [mine, theirs] = [await write(author, 'Mine'), await write(other, 'Theirs')]
    const { id, state, sources } = await made(host, [mine, theirs])
    expect([state, sources.map(({ consent: answer }) => answer)]).toEqual(['asked', ['asked', 'asked']])
    expect((await idea(author, id)).askedOfMe).toBe(true)
    expect((await consent(author, id, true)).body.askedOfMe).toBe(false)
    expect((await consent(other, id, false)).body.state).toBe('ready')
    const titles = async (who: TestPerson) => (await idea(who, id)).sources.map(({ title }) => title)
    expect([await titles(author), await titles(other), await titles(host)]).toEqual([
      ['Mine'],
      ['Mine', 'Theirs'],
      ['Mine', 'Theirs'],
    ])
    const refused = await consent(host, id, true)
    expect([refused.status, refused.body.error.key]).toEqual([403, 'ideas.not-its-author'])
  })

  test('asks anew after a rewording, but nobody who said no; without a source that stands it is a draft', async () => {
    const [mine, theirs] = [await write(author, 'Anew'), await write(other, 'Never')]
    const { id, version } = await made(host, [mine, theirs])
    await consent(author, id, true)
    await consent(other, id, false)
    const body = { version, sentence: `${SENTENCE.slice(0, -1)} of work.`, contributionIds: [mine, theirs] }
    const reworded = await server.as(host).put(`/api/ideas/${id}`, body)
    expect(reworded.body.sources.map(({ consent: answer }: { consent: string }) => answer)).toEqual([
      'asked',
      'declined',
    ])
    expect((await server.as(host).put(`/api/ideas/${id}`, body)).body.error.key).toBe('ideas.changed-meanwhile')
    await server.as(author).delete(`/api/contributions/${mine}`)
    expect((await idea(host, id)).state).toBe('draft')
  })

  test('asks also whoever made it of her own words, once somebody else words it', async () => {
    const { id, version } = await made(author, [await write(author, 'My own words')])
    expect((await idea(author, id)).askedOfMe).toBe(false)
    const ids = (await idea(author, id)).sources.map((source) => source.contributionId)
    const body = { version, sentence: 'We do the opposite of what was said.', contributionIds: ids }
    expect((await server.as(host).put(`/api/ideas/${id}`, body)).body.state).toBe('asked')
    expect((await idea(author, id)).askedOfMe).toBe(true)
    const back = { ...body, version: version + 1, sentence: 'We do what was said, from May on.' }
    expect((await server.as(author).put(`/api/ideas/${id}`, back)).body).toMatchObject({
      state: 'ready',
      askedOfMe: false,
    })
  })

  /** Ideas of these contributions that were merged into one before, as rows. */
  const mergedBefore = (intoId: string, count: number, contributionIds: readonly string[] = []) =>
    server.root.query(
      `with made as (insert into idea (id, venue_id, sentence, language, merged_into, made_at)
         select m, $1, 'One of many ideas.', 'en', $2, now() from unnest($3::uuid[]) as m returning id)
       insert into idea_source (idea_id, contribution_id, venue_id, consent)
         select m.id, c, $1, 'given' from made as m cross join unnest($4::uuid[]) as c`,
      [jam.id, intoId, Array.from({ length: count }, newId), contributionIds],
    )

  test('takes in fifty others and no more, as its view promises', async () => {
    const text = await write(author, 'One of many')
    const [into, last, beyond] = [
      await made(host, [await write(author, 'Of many')]),
      await made(host, [text]),
      await made(host, [text]),
    ]
    await mergedBefore(into.id, 49)
    expect((await server.as(host).post(`/api/ideas/${last.id}/merge`, { intoId: into.id })).status).toBe(200)
    const full = await idea(host, into.id)
    expect([...Compile(IdeaView).Errors(full)]).toEqual([])
    expect(full.merged).toHaveLength(50)
    const refused = await server.as(host).post(`/api/ideas/${beyond.id}/merge`, { intoId: into.id })
    expect([refused.status, refused.body.error.key]).toEqual([422, 'ideas.too-many-merged'])
    expect((await idea(host, beyond.id)).state).not.toBe('merged')
    // The control: with one more the view would not be what the contract says.
    await mergedBefore(into.id, 1)
    expect([...Compile(IdeaView).Errors(await idea(host, into.id))]).not.toEqual([])
  })

  test('comes from five hundred contributions and no more, its own and those of what was merged into it', async () => {
    const text = await write(author, 'One more')
    const texts = await Promise.all(Array.from({ length: 20 }, (_, n) => write(author, `Many ${n}`)))
    const into = await made(host, texts)
    await mergedBefore(into.id, 23, texts)
    const more = await made(host, texts)
    expect((await server.as(host).post(`/api/ideas/${more.id}/merge`, { intoId: into.id })).status).toBe(200)
    const full = await idea(host, into.id)
    expect(full.sources).toHaveLength(500)
    const change = { version: full.version, sentence: SENTENCE, contributionIds: [...texts, text] }
    const refused = await server.as(host).put(`/api/ideas/${into.id}`, change)
    expect([refused.status, refused.body.error.key]).toEqual([422, 'ideas.too-many-sources'])
  })

  test('merged into another one is named by it, and one click undoes it', async () => {
    const [a, b] = [await made(host, [await write(author, 'A')]), await made(host, [await write(other, 'B')])]
    const merged = await server.as(host).post(`/api/ideas/${b.id}/merge`, { intoId: a.id })
    expect(merged.body).toMatchObject({ state: 'merged', mergedInto: { id: a.id } })
    const into = await idea(author, a.id)
    expect([into.merged.map(({ id }) => id), into.sources.map(({ from }) => from)]).toEqual([[b.id], [null, b.id]])
    expect((await server.as(other).delete(`/api/ideas/${b.id}/merge`)).status).toBe(403)
    expect((await server.as(host).delete(`/api/ideas/${b.id}/merge`)).body.state).toBe('asked')
    expect((await idea(author, a.id)).sources).toHaveLength(1)
  })

  test('is counted for the ballot when it stands and has a source, and listed with what waits for me', async () => {
    const before = (await server.as(author).get(`${jam.path}/ideas`)).body.counts
    const { id } = await made(host, [await write(author, 'Counted')])
    const page = (await server.as(author).get(`${jam.path}/ideas?limit=2`)).body
    expect([...Compile(IdeasView).Errors(page)]).toEqual([])
    expect([page.counts.rated - before.rated, page.counts.askedOfMe - before.askedOfMe]).toEqual([1, 1])
    expect(page.ideas[0].id).toBe(id)
    const next = (await server.as(author).get(`${jam.path}/ideas?limit=2&before=${page.next}`)).body.ideas
    expect(next.map((one: IdeaView) => one.id)).not.toContain(id)
    const asked = (await server.as(author).get(`${jam.path}/ideas?of=asked-of-me`)).body.ideas
    expect(asked.every((one: IdeaView) => one.askedOfMe)).toBe(true)
    await server.as(host).put(`/api/ideas/${id}/withdrawn`, { withdrawn: true })
    expect((await server.as(author).get(`${jam.path}/ideas`)).body.counts).toEqual(before)
  })
})

test('nobody consents for somebody else, even past the rules', async () => {
  const { id } = await made(host, [await write(author, 'Second wall')])
  const asHost = `set role dandelion_app; select set_config('app.person', '${host.id}', false),
    set_config('app.venues', '{${jam.id}}', false)`
  await server.root.query(asHost)
  const answered = await server.root.query(`update idea_source set consent = 'given' where idea_id = '${id}'`)
  await server.root.query('reset role')
  expect(answered.rowCount).toBe(0)
})

test('from the beginning of rating ideas are fixed, and silence stays what it is', async () => {
  const { id, version } = await made(host, [await write(author, 'Fixed')])
  await server.as(host).post(`${jam.path}/move`, { to: 'rate', reason: 'Time to rate.' })
  const text = (await idea(host, id)).sources.map(({ contributionId }) => contributionId)
  expect((await make(host, text)).body.error.key).toBe('ideas.fixed')
  const change = await server.as(host).put(`/api/ideas/${id}`, { version, sentence: SENTENCE, contributionIds: text })
  expect(change.body.error.key).toBe('ideas.fixed')
  expect((await consent(author, id, false)).body.error.key).toBe('ideas.answer-too-late')
  expect((await idea(author, id)).state).toBe('asked')
})

test('other modules are given the standing ideas alone, with the contributions they come from', async () => {
  const here = await openedJam(server, host)
  const posted = await server.as(author).post(`/api/forums/${here.forumId}/contributions`, { title: 'Here', body: '' })
  const body = { sentence: SENTENCE, contributionIds: [posted.body.id], themeId: null }
  const [stays, goes] = [
    (await server.as(host).post(`${here.path}/ideas`, body)).body.id,
    (await server.as(host).post(`${here.path}/ideas`, body)).body.id,
  ]
  await server.as(host).put(`/api/ideas/${goes}/withdrawn`, { withdrawn: true })
  const text = `select set_config('app.person', $1, true), set_config('app.venues', $2, true)`
  const opening = [{ text, values: [author.id, `{${here.id}}`] }]
  const actor: SignedInActor = { ...nobody, personId: author.id }
  const found = await server.database.transaction({ role: 'app', opening }, (tx) =>
    ideasFor({ tx, actor, now: tx.now, say: (key) => key }, here.id),
  )
  expect(found).toEqual([
    { id: stays, sentence: SENTENCE, themeId: null, state: 'asked', contributionIds: [posted.body.id] },
  ])
})
