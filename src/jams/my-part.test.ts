import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import type { Actor, SignedInActor } from '../kernel/index.ts'
import { type Ctx, hashToken } from '../platform/index.ts'
import { viewMyPart } from './my-part.ts'

let server: JamsServer
let host: TestPerson
let me: TestPerson
let other: TestPerson
let jam: Awaited<ReturnType<typeof openedJam>>
let mine: string
let theirs: string

async function post(person: TestPerson, title: string, body = ''): Promise<string> {
  const posted = await server.as(person).post(`/api/forums/${jam.forumId}/contributions`, { title, body })
  return posted.body.id
}
async function answer(person: TestPerson, to: string, body: string): Promise<string> {
  const replied = await server.as(person).post(`/api/contributions/${to}/replies`, { kind: 'objection', body })
  return replied.body.id
}

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  me = await server.person('member')
  other = await server.person('member')
  jam = await openedJam(server, host)
  mine = await post(me, '=1+1 is a title', '# Heading\n\nBody with "quotes", *stars* and <script>alert(1)</script>')
  theirs = await post(other, 'Another thought', 'Theirs')
  await answer(other, mine, 'I object\nin two lines')
  await answer(me, mine, 'My own afterthought')
  await answer(me, theirs, '@SUM(A1)')
  await server.as(other).put(`/api/contributions/${mine}/vote`, { value: 'agree' })
  await server.as(me).put(`/api/contributions/${theirs}/vote`, { value: 'disagree' })
  await server.as(me).put(`/api/contributions/${theirs}/favourite`, { favourite: true })
  await server.as(me).put(`/api/drafts/forum:${jam.forumId}`, { kind: 'contribution', title: 'Draft', body: 'unsaid' })
})
afterAll(() => server.close())

const part = async () => (await server.as(me).get(`${jam.path}/mine`)).body
const file = (format: string, more = '') => server.as(me).get(`${jam.path}/mine/download?format=${format}${more}`)

test('my part holds what I wrote, newest first', async () => {
  const bodies = (await part()).written.map(
    (item: { contribution: { title: string | null } }) => item.contribution.title,
  )
  expect(bodies).toEqual([null, null, '=1+1 is a title'])
})

test('my part holds the answers of others, not my own', async () => {
  const answers = (await part()).written.at(-1).answers
  expect(answers.map((each: { html: string }) => each.html)).toEqual([expect.stringContaining('I object')])
})

test('my part counts what I wrote, what came of it, and how I voted', async () => {
  const { totals, myVotes } = await part()
  expect(totals).toEqual({ contributions: 1, replies: 2, answers: 1, agree: 1, disagree: 0, votes: 1 })
  expect(myVotes).toEqual({ agree: 0, disagree: 1, pass: 0 })
})

test('my part holds what I kept of others', async () => {
  expect((await part()).favourites.map((each: { id: string }) => each.id)).toEqual([theirs])
})

test('my part holds nothing of what others wrote or kept for themselves', async () => {
  const seen = (await server.as(other).get(`${jam.path}/mine`)).body
  expect(seen.written.map((item: { contribution: { id: string } }) => item.contribution.id)).toEqual([
    expect.not.stringContaining(mine),
    theirs,
  ])
  expect(seen.favourites).toEqual([])
})

test('a draft is nobody’s part yet', async () => {
  const texts = await Promise.all(['md', 'html', 'json', 'csv'].map(async (format) => (await file(format)).text))
  expect(texts.filter((text) => text.includes('unsaid'))).toEqual([])
})

test('what I retract leaves my part', async () => {
  const id = await post(me, 'A slip')
  await server.as(me).delete(`/api/contributions/${id}`)
  expect(JSON.stringify(await part())).not.toContain(id)
})

test('the pages of my part hold everything once', async () => {
  const person = await server.person('member')
  const ids: string[] = []
  for (let count = 0; count < 32; count++) ids.unshift(await post(person, `Thought ${count}`))
  const first = (await server.as(person).get(`${jam.path}/mine`)).body
  const second = (await server.as(person).get(`${jam.path}/mine?before=${first.next}`)).body
  const seen = [...first.written, ...second.written].map(
    (item: { contribution: { id: string } }) => item.contribution.id,
  )
  expect(seen).toEqual(ids)
  expect(second.next).toBeNull()
})

test('my part takes four statements, whatever it holds', async () => {
  const opening = [{ text: 'select open_as($1, null) as actor', values: [hashToken(me.token)] }]
  const sent = await server.database.transaction({ role: 'app', opening }, async (tx) => {
    let count = 0
    const rows: typeof tx.rows = (text, values) => {
      count++
      return tx.rows(text, values)
    }
    const row: typeof tx.row = async (text, values) => (await rows(text, values))[0] as never
    const actor = (tx.opened[0] as { actor: Actor }).actor as SignedInActor
    const ctx: Ctx = { actor, tx: { ...tx, rows, row }, now: tx.now, say: (key) => key }
    await viewMyPart(ctx, { jamId: jam.id })
    return count
  })
  expect(sent).toBe(4)
})

test('a download is a file with a name, and nothing in it runs', async () => {
  const { headers } = await file('html')
  expect(headers.get('content-disposition')).toBe('attachment; filename="my-part.html"')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('the HTML holds no script, whatever was written', async () => {
  const { text } = await file('html')
  expect(text).toContain('=1+1 is a title')
  expect(text).not.toContain('<script')
})

test('the Markdown keeps what I wrote as a quotation of its own', async () => {
  const { text } = await file('md')
  expect(text).toContain('> # Heading\n>\n> Body with "quotes", *stars* and <script>alert(1)</script>')
})

test('no heading of the Markdown file was written by a person', async () => {
  const headings = (await file('md')).text.split('\n').filter((line) => /^#{1,2} /.test(line))
  expect(headings).toEqual(['# My part in “Values jam”', '## What I wrote', '## My favourites', '## What I read'])
})

test('no cell of the CSV is a formula, and every text is whole', async () => {
  const rows = parse((await file('csv')).text, { bom: true, columns: true }) as Record<string, string>[]
  const cells = rows.flatMap((row) => Object.values(row))
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  expect(rows.map((row) => row.Text)).toContain('I object\nin two lines')
  expect(rows.map((row) => row.Text)).toContain("'@SUM(A1)")
})

test('the JSON holds the Markdown of everything', async () => {
  const { text } = await file('json')
  expect(JSON.parse(text).written.map((item: { body: string }) => item.body)).toContain('@SUM(A1)')
})

test('headings come in the language asked for, the words of people as they wrote them', async () => {
  const { text } = await file('md', '&language=de')
  expect(text).toContain('## Was ich geschrieben habe')
  expect(text).toContain('I object')
})

test('times are said in the zone of the person', async () => {
  expect((await file('md')).text).toMatch(/GMT\+[12]|CES?T/)
})

test('somebody who did nothing has a part that says so', async () => {
  const idle = await server.person('member')
  const { text } = await server.as(idle).get(`${jam.path}/mine/download?format=md`)
  expect(text).toContain('I have not written anything here.')
})
