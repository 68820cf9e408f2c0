import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jamFile, jamFileOf } from '../../test/jam-arbitrary.ts'
import { openTransferPlace, type TransferPlace } from '../../test/jam-transfer.ts'
import type { Line } from './rules/jam-format.ts'
import { formatLine } from './rules/jam-lines.ts'

let place: TransferPlace

beforeAll(async () => {
  place = await openTransferPlace()
})
afterAll(() => place.close())
beforeEach(() => place.empty())

const bytesOf = (lines: readonly Line[]) => lines.map(formatLine).join('')
const linesIn = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): Line => JSON.parse(line))
/** A file with threads, edits and votes in it. */
const rich = jamFileOf(11)

test('export, import into an empty organisation, export: the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(jamFile, async (lines) => {
      await place.empty()
      const { jamId } = await place.take(lines)
      const first = await place.give(jamId)
      expect(first).toBe(bytesOf(lines))
      await place.empty()
      await place.take(first)
      expect(await place.give(jamId)).toBe(first)
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('an organisation with a core of its own gives the same bytes back too', async () => {
  await place.root.query(
    `insert into hub values ('00000000-0000-7000-8000-00000000c0de', null, 'Ours', '{en}', 'UTC', '{00000000-0000-7000-8000-00000000c0de}', now())`,
  )
  const { jamId } = await place.take(rich)
  expect(await place.give(jamId)).toBe(bytesOf(rich))
})

test('what is written is rendered, placed and counted as if it had been written here', async () => {
  await place.take(rich)
  const { rows } =
    await place.root.query(`select c.html <> '' or c.body = '' as rendered, c.depth * 6 = length(c.path) as placed,
    c.agree = (select count(*) from vote v where v.contribution_id = c.id and v.value = 'agree') as voted,
    c.replies = case when c.parent_id is null then (select count(*) from contribution r where r.thread_id = c.id and r.id <> c.id)
      else (select count(*) from contribution r where r.parent_id = c.id) end as replied from contribution c`)
  expect(rows.length).toBeGreaterThan(2)
  expect(rows.every((row) => row.rendered && row.placed && row.voted && row.replied)).toBe(true)
})

test('who voted or replied before the import has read that, but for its author', async () => {
  await place.take(rich)
  const { rows } = await place.root.query(
    `select coalesce(e.people, 0) as people, (select least(count(distinct a.person), 8)::int from (
         select v.person_id from vote as v where v.contribution_id = c.id
         union all select r.author_id from contribution as r where r.parent_id = c.id) as a (person)
        where a.person is distinct from c.author_id) as acted
       from contribution as c left join exposure as e on e.contribution_id = c.id`,
  )
  expect(rows.some(({ acted }) => acted > 0)).toBe(true)
  expect(rows.map(({ people }) => people)).toEqual(rows.map(({ acted }) => acted))
})

test('the counts of the venue are those of its rows', async () => {
  const { jamId } = await place.take(rich)
  const { rows } = await place.root.query(
    `select n.contributions = (select count(*) from contribution where parent_id is null and retracted_at is null) as contributions,
       n.replies = (select count(*) from contribution where parent_id is not null and retracted_at is null) as replies,
       n.votes = (select count(*) from vote) as votes from venue_count n where n.venue_id = $1`,
    [jamId],
  )
  expect(rows).toEqual([{ contributions: true, replies: true, votes: true }])
})

test('a language that the file does not know is detected', async () => {
  const lines = rich.map(
    (line): Line =>
      line.type === 'contribution' && line.retractedAt === null
        ? { ...line, body: 'Die Politik muss handeln, bevor es zu spät ist.', language: null }
        : line,
  )
  await place.take(lines)
  const { rows } = await place.root.query(`select distinct language from contribution where body <> ''`)
  expect(rows).toEqual([{ language: 'de' }])
})

test('a jam that is here already is refused, and a copy of it is not', async () => {
  const { jamId } = await place.take(rich)
  await expect(place.take(rich)).rejects.toThrow('line 1: this jam is here already')
  const copy = await place.take(rich, 'A second round')
  expect(copy.jamId).not.toBe(jamId)
  expect(linesIn(await place.give(copy.jamId))[0]).toMatchObject({ title: 'A second round' })
  expect(await place.count('person')).toBe(rich.filter((line) => line.type === 'person').length)
})

test('a copy differs from its jam in ids and title, and has neither report nor answers of the other', async () => {
  const { jamId } = await place.take(rich, 'Copy')
  const given = linesIn(await place.give(jamId))
  const shapeOf = (lines: Line[]) => lines.map(({ type }) => type)
  const ofReport = new Set(['ledger', 'matter', 'promise', 'edition', 'piece'])
  expect(ofReport.difference(new Set<string>(shapeOf(rich)))).toEqual(new Set())
  // A theme that only an answer is about is not spoken of in the copy.
  const asked = new Set(rich.flatMap((line) => (line.type === 'poll' && line.place === 'theme' ? line.of : [])))
  const isLeft = (line: Line): boolean =>
    line.type === 'theme' ? asked.has(line.id) : line.type === 'theme-place' ? asked.has(line.theme) : true
  expect(rich.some((line) => !isLeft(line))).toBe(true)
  expect(shapeOf(given)).toEqual(shapeOf(rich.filter(isLeft)).filter((type) => !ofReport.has(type)))
  const words = (lines: Line[]) => lines.flatMap((line) => (line.type === 'contribution' ? line.body : [])).toSorted()
  expect(words(given)).toEqual(words(rich))
})

test('whoever is here already stays as they are', async () => {
  const person = rich.find((line) => line.type === 'person')
  await place.root.query(`insert into person values ($1, 'Known here', 'de', 'UTC', null, false, false, now())`, [
    person?.id,
  ])
  const { jamId } = await place.take(rich)
  expect(linesIn(await place.give(jamId)).find((line) => line.type === 'person')).toMatchObject({ name: 'Known here' })
})

test('who is known from imported jams alone is counted in her hub apart from those who belong to it, and once', async () => {
  await place.take(rich)
  await place.take(rich, 'Once more, with the same people')
  const { rows } = await place.root.query(
    `select h.id, coalesce(sum(s.people), 0)::int as people, coalesce(sum(s.imported), 0)::int as imported,
       (select count(*)::int from person as p where p.home_hub_id = h.id) as known
       from hub as h left join hub_step as s on s.hub_id = h.id group by h.id`,
  )
  expect(rows.some(({ known }) => known > 0)).toBe(true)
  for (const { people, imported, known } of rows) expect([people, imported]).toEqual([0, known])
})

test('a hub with the name of a neighbour gets a number', async () => {
  await place.root.query(
    `insert into hub values ('00000000-0000-7000-8000-00000000c0de', null, 'Ours', '{en}', 'UTC', '{00000000-0000-7000-8000-00000000c0de}', now()),
     ('00000000-0000-7000-8000-00000000c0df', '00000000-0000-7000-8000-00000000c0de', 'core', '{en}', 'UTC', '{00000000-0000-7000-8000-00000000c0de,00000000-0000-7000-8000-00000000c0df}', now())`,
  )
  await place.take(rich)
  const { rows } = await place.root.query(`select name from hub where name like 'Core%'`)
  expect(rows).toEqual([{ name: 'Core (2)' }])
})

test('a bad line is told with its number and reason, and nothing is half imported', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (at) => {
      const texts = bytesOf(rich).split('\n').slice(0, -1)
      const bad = at % texts.length
      const spoiled = texts
        .with(bad, '{"type":"vote"}')
        .map((text) => `${text}\n`)
        .join('')
      await expect(place.take(spoiled)).rejects.toThrow(new RegExp(`^line ${bad + 1}: must have required properties`))
      for (const table of ['hub', 'person', 'venue', 'jam', 'forum', 'contribution', 'vote']) {
        expect(await place.count(table)).toBe(0)
      }
    }),
    { numRuns: 10 },
  )
})

test('a contribution of another jam is not taken over', async () => {
  await place.take(rich)
  const twin = rich.map((line): Line => {
    if (line.type === 'jam') return { ...line, id: '00000000-0000-7000-8000-0000000000aa' }
    return line
  })
  await expect(place.take(twin)).rejects.toThrow(/^line \d+: a forum with this id is here already$/)
})

test('votes stand under pseudonyms that no second export shares and no person bears', async () => {
  const { jamId } = await place.take(rich)
  const known = new Set(rich.flatMap((line) => (line.type === 'person' ? line.id : [])))
  const votersIn = (text: string) => new Set(linesIn(text).flatMap((line) => (line.type === 'vote' ? line.person : [])))
  const [one, other] = [
    await place.give(jamId, { votes: 'pseudonymous' }),
    await place.give(jamId, { votes: 'pseudonymous' }),
  ]
  expect(votersIn(one).size).toBe(votersIn(bytesOf(rich)).size)
  expect(votersIn(one).isDisjointFrom(known)).toBe(true)
  expect(votersIn(one).isDisjointFrom(votersIn(other))).toBe(true)
})

test('an export under pseudonyms can be imported, and then gives the same bytes', async () => {
  const { jamId } = await place.take(rich)
  const disguised = await place.give(jamId, { votes: 'pseudonymous' })
  await place.empty()
  await place.take(disguised)
  expect(await place.give(jamId)).toBe(disguised)
})

test('a retracted contribution tells neither its words nor its author', async () => {
  const { jamId } = await place.take(rich)
  await place.root.query(`update contribution set retracted_at = '2026-02-01', title = null, body = '', html = '',
    author_id = (select id from person limit 1) where parent_id is null`)
  await place.root.query('delete from contribution_version')
  const roots = linesIn(await place.give(jamId)).filter((line) => line.type === 'contribution' && line.parent === null)
  expect(roots.every((line) => line.type === 'contribution' && line.author === null && line.title === null)).toBe(true)
})

test('CSV holds one type with a row for each object', async () => {
  const { jamId } = await place.take(rich)
  const text = await place.give(jamId, { format: { of: 'csv', type: 'vote' } })
  expect(text.split('\r\n')[0]).toBe('\uFEFFcontribution,person,value,at')
  expect(text.trimEnd().split('\r\n')).toHaveLength(1 + rich.filter((line) => line.type === 'vote').length)
})

test('an export of what is not there writes nothing', async () => {
  await expect(place.give('00000000-0000-7000-8000-0000000000bb')).rejects.toThrow('not-found')
})

test('after many rows the planner knows how many there are; for a few it is not asked to look', async () => {
  const told = async (): Promise<number> =>
    (await place.root.query(`select reltuples::int as n from pg_class where relname = 'contribution'`)).rows[0].n
  const before = await told()
  await place.take(rich)
  expect(await told()).toBe(before)
  await place.empty()
  const model = rich.find((line) => line.type === 'contribution') ?? expect.unreachable('no contribution')
  const id = (n: number): string => `0199ffff-0000-7000-8000-${String(n).padStart(12, '0')}`
  const many = Array.from({ length: 1_000 }, (_, n): Line => ({ ...model, id: id(n), parent: null }) as Line)
  const cut = rich.findIndex((line) => line.type === 'contribution')
  await place.take([...rich.slice(0, cut), ...many])
  expect(await told()).toBeGreaterThanOrEqual(1_000)
})
