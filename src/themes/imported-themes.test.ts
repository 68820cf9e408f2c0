import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTransferPlace, type TransferPlace } from '../../test/jam-transfer.ts'
import { plantTexts } from '../../test/planted-texts.ts'
import { newId } from '../platform/index.ts'
import { putUpForAnswer } from '../promises/index.ts'
import { computeVenue } from './compute-venue.ts'
import { openFeeding } from './feed-engine.ts'
import { type Engine, openEngine } from './worker/open-engine.ts'

let place: TransferPlace
let engine: Engine

beforeAll(async () => {
  place = await openTransferPlace()
  engine = openEngine()
})
afterAll(async () => {
  await engine.stop()
  await place.close()
})

const at = '2026-01-01T00:00:00.000Z'
const [hub, jam, forum] = [newId(), newId(), newId()]
const people = Array.from({ length: 8 }, newId).toSorted()

/** A jam in which eight people have written on two subjects. */
function fileOfTwoSubjects(): string {
  const dates = { opensAt: at, rateAt: null, closesAt: '2099-01-01T00:00:00.000Z', archiveAt: null }
  const set = { hub, audience: { hubs: [hub], guests: false }, lobby: 'members', phase: 'discuss', dates }
  const promise = { decides: 'The board', by: '2099-02-01', text: 'We answer.' }
  const head = { type: 'jam', format: 1, id: jam, title: 'Work', question: 'What is next?', ...set, promise }
  const course = { openedAt: at, closedAt: null, hosts: [], changes: [] }
  const { hub: _, audience, lobby, phase, ...rest } = head
  const ordered = {
    type: rest.type,
    format: 1,
    id: jam,
    title: rest.title,
    question: rest.question,
    hub,
    audience,
    lobby,
  }
  const lines = [
    { ...ordered, promise, phase, dates, ...course },
    { type: 'hub', id: hub, parent: null, name: 'Core', locales: ['en'], timeZone: 'UTC' },
    ...people.map((id, n) => ({ type: 'person', id, name: `Person ${n}`, hub, guest: false })),
    { type: 'forum', id: forum, title: 'Ideas', question: '', position: 0, hosts: [] },
    ...plantTexts({ subjects: 2, each: 12 }).entries.map(({ text }, n) => ({
      ...{ type: 'contribution', id: newId(), forum, parent: null, number: 0, kind: 'contribution' },
      ...{ author: people[Math.floor(n / 2) % people.length], title: text, body: text, language: 'en', postedAt: at },
      ...{ seed: false, version: 1, editedAt: null, retractedAt: null },
    })),
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

async function computed(): Promise<Map<string, string[]>> {
  engine.forget(jam) // what an earlier computation knew is not what an import knows
  await computeVenue(
    { database: place.database, engine, feeding: openFeeding({ database: place.database, engine }) },
    jam,
  )
  const { rows } = await place.root.query(
    `select theme_id as id, array_agg(contribution_id order by contribution_id) as members from theme_place
      where theme_id is not null group by theme_id order by count(*) desc, theme_id`,
  )
  return new Map(rows.map(({ id, members }) => [id, members]))
}

/** A theme of two in a jam that is exported and imported once `speakOf` has said something about it; then computed anew. */
async function broughtOver(speakOf: (theme: string) => Promise<unknown>) {
  await place.empty()
  await place.take(fileOfTwoSubjects())
  const before = await computed()
  const [[theme, members] = ['', []], [other] = ['']] = [...before]
  expect(other).not.toBe('')
  await speakOf(theme)
  await place.root.query(`update theme set name = 'Called so by a host' where id = $1`, [theme])
  const file = await place.give(jam)
  await place.empty()
  await place.take(file)
  const [again, after] = [await place.give(jam), await computed()]
  const { rows } = await place.root.query('select name, gone_at from theme where id = $1', [theme])
  return { theme, other, before, after, members, file, again, rows }
}

type Brought = Awaited<ReturnType<typeof broughtOver>>

function expectKept({ theme, other, before, after, members, file, again, rows }: Brought): void {
  expect(again).toBe(file)
  expect(after.get(theme)).toEqual(members)
  expect(rows).toEqual([{ name: 'Called so by a host', gone_at: null }])
  // Nothing speaks of the other: it is found anew, as the one spoken of would be without its lines.
  expect([after.size, after.has(other)]).toEqual([before.size, false])
}

test('a poll stands in its theme still, with the same contributions, where its jam was imported and computed anew', async () => {
  const poll = `insert into poll (id, venue_id, place, place_id, kind, question, options, asked_at, salt)
    values ($1, $2, 'theme', $3, 'single', 'Which first?', '{a,b}', $4, '\\x00')`
  expectKept(await broughtOver((theme) => place.root.query(poll, [newId(), jam, theme, at])))
}, 60_000)

test('an answer is about its theme still, with the same contributions, where its jam was imported and computed anew', async () => {
  const brought = await broughtOver(async (theme) => {
    const matter = { kind: 'theme', subjectId: theme, name: 'Answered' } as const
    await place.database.transaction({ role: 'jobs' }, (tx) => putUpForAnswer(tx, jam, [matter]))
    await place.root.query(
      `insert into decision (id, matter_id, jam_id, version, answer, reason, at, bound_at)
       select $1, m.id, $2, 1, 'decline', 'No.', $3, $3 from matter as m where m.jam_id = $2`,
      [newId(), jam, at],
    )
  })
  expectKept(brought)
  const { rows } = await place.root.query(
    `select m.subject_id as theme, d.answer from matter as m join decision as d on d.matter_id = m.id where m.jam_id = $1`,
    [jam],
  )
  expect(rows).toEqual([{ theme: brought.theme, answer: 'decline' }])
}, 60_000)
