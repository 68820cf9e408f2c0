import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readJamFile } from '../jams/rules/jam-file.ts'
import { formatLine, parseLine } from '../jams/rules/jam-lines.ts'
import { archivedJams, closingJam, type DemoJam, demoHubs, liveJam } from './demo-jams.ts'
import { demoId, demoLines } from './demo-lines.ts'
import { happeningsOf, LONGEST_GAP_MS, partOf, waitBetween } from './demo-schedule.ts'
import { readSet } from './demo-set.ts'

const place = { coreId: demoId('core'), hostIds: [demoId('host')], hubs: demoHubs }
const setOf = (jam: DemoJam) =>
  readSet(gunzipSync(readFileSync(new URL(`../../demo/${jam.file}.jsonl.gz`, import.meta.url))).toString())
const jams = [...archivedJams, closingJam, liveJam]

test.each(jams.map((jam) => [jam.title, jam] as const))('%s is a jam file without a problem', (_title, jam) => {
  const set = setOf(jam)
  const times = { phase: 'archive', openedAt: 0, closesAt: 1, shiftMs: 0 } as const
  const file = readJamFile()
  let problems = 0
  for (const line of demoLines({
    jam,
    set: { ...set, ballots: set.ballots.slice(0, 2_000) },
    everybody: set,
    times,
    place,
  })) {
    if (file.check(parseLine(formatLine(line), 1)) !== undefined) problems++
  }
  expect([problems, file.end()]).toEqual([0, undefined])
})

test('everything happens once, in its order, and nobody votes on what is not there yet', () => {
  const set = setOf(liveJam)
  const happenings = happeningsOf(set)
  expect(happenings).toHaveLength(set.statements.length + set.ballots.length)
  const written = new Set<number>()
  let atMs = 0
  for (const happening of happenings) {
    expect(happening.at >= atMs).toBe(true)
    atMs = happening.at
    if ('place' in happening) written.add(happening.place)
    else expect(written.has(happening.ballot.statement)).toBe(true)
  }
})

test('what has happened and what is still to happen are the whole', () => {
  const set = setOf(liveJam)
  const happenings = happeningsOf(set)
  const past = partOf(set, happenings.slice(0, 9_000))
  expect(past.statements.length + past.ballots.length).toBe(9_000)
  expect(past.statements).toEqual(set.statements.slice(0, past.statements.length))
})

test('a pause of years is over soon, and a second passes as fast as it was asked for', () => {
  expect(waitBetween(0, 1_321 * 86_400_000, 60)).toBe(LONGEST_GAP_MS)
  expect(waitBetween(0, 60_000, 60)).toBe(1_000)
  expect(waitBetween(5, 0, 60)).toBe(0)
})
