import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ballotsOf, campBallots } from '../../../test/ballots.ts'
import { adjustedRand } from '../agreement.ts'
import { findOpinionGroups, type OpinionGroups } from './find-opinion-groups.ts'

const campOf = ({ id }: { id: string }, camps: number): number => Number(id.slice(1)) % camps
const agreement = ({ participants }: OpinionGroups, camps: number): number =>
  adjustedRand(
    participants.map(({ group }) => group),
    participants.map((one) => campOf(one, camps)),
  )

test.each([2, 3])('%i camps that vote alike are found as so many groups', (camps) => {
  const found = findOpinionGroups(campBallots({ camps, people: 150, statements: 40, seed: 3 }), { seed: 1 })
  expect(found.groups.map(({ id }) => id)).toEqual(Array.from({ length: camps }, (_, id) => id))
  expect(agreement(found, camps)).toBeGreaterThan(0.95)
})

test('what everybody agrees with leads by group-informed consensus, what splits the camps does not', () => {
  const rows = Array.from({ length: 60 }, (_, person): [string, string, number][] => [
    [`p${person}`, 'all agree', 1],
    [`p${person}`, 'larger camp', person % 3 === 0 ? -1 : 1],
    ...Array.from({ length: 10 }, (_, s): [string, string, number] => [
      `p${person}`,
      `s${s}`,
      person % 3 === 0 ? -1 : 1,
    ]),
  ]).flat()
  const { statements, groups } = findOpinionGroups(ballotsOf(rows), { seed: 1 })
  const [common, split] = statements
  expect(groups.map(({ size }) => size)).toEqual([40, 20])
  expect(common).toMatchObject({ id: 'all agree', share: 1, agrees: 60, seen: 60 })
  expect(common?.groupInformed).toBeCloseTo((41 / 42) * (21 / 22), 12)
  expect(split).toMatchObject({ id: 'larger camp', agrees: 40, disagrees: 20 })
  expect(split?.groupInformed).toBeCloseTo((41 / 42) * (1 / 22), 12)
  expect(common?.groups.map(({ represents }) => represents)).toEqual([null, null])
  expect(split?.groups.map(({ represents }) => represents?.side)).toEqual(['agree', 'disagree'])
})

test('who votes twice on one statement has one vote, and too few to be grouped', () => {
  const camps = campBallots({ camps: 2, people: 40, statements: 12, seed: 9 })
  const changed = {
    ...camps,
    participants: [...camps.participants, 'late'],
    whose: Uint32Array.from([...camps.whose, 40, 40, 40, 40, 40, 40, 40]),
    which: Uint32Array.from([...camps.which, 3, 3, 3, 3, 3, 3, 3]),
    values: Int8Array.from([...camps.values, 1, -1, 1, 1, 1, 1, -1]),
  }
  const found = findOpinionGroups(changed, { seed: 1 })
  const without = findOpinionGroups(camps, { seed: 1 })
  const voted = (result: OpinionGroups) => result.statements[3]?.seen ?? 0
  expect(voted(found)).toBe(voted(without))
  expect(found.participants.some(({ id }) => id === 'late')).toBe(false)
})

test('the same ballots, seed and memory give the same answer', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 30 }), (seed, camps, people) => {
      const ballots = campBallots({ camps, people, statements: 9, seed })
      const found = findOpinionGroups(ballots, { seed })
      expect(findOpinionGroups(ballots, { seed })).toEqual(found)
      expect(found.participants.length).toBeGreaterThanOrEqual(Math.min(15, new Set(ballots.whose).size))
      const again = findOpinionGroups(ballots, { seed, memory: JSON.parse(JSON.stringify(found.memory)) })
      expect(again.participants.map(({ group }) => group)).toEqual(found.participants.map(({ group }) => group))
    }),
    { numRuns: 30 },
  )
})

test('with memory, groups keep their ids and people their side while votes come in; without it they may not', () => {
  const all = campBallots({ camps: 2, people: 120, statements: 30, seed: 5 })
  const upTo = (count: number) => ({
    ...all,
    whose: all.whose.slice(0, count),
    which: all.which.slice(0, count),
    values: all.values.slice(0, count),
  })
  let before = findOpinionGroups(upTo(1200), { seed: 1 })
  for (let count = 1300; count <= all.whose.length; count += 100) {
    const after = findOpinionGroups(upTo(count), { seed: count, memory: before.memory })
    const was = new Map(before.participants.map((one) => [one.id, one]))
    const known = after.participants.filter(({ id }) => was.has(id))
    expect(known.length).toBe(before.participants.length)
    expect(known.filter(({ id, group }) => was.get(id)?.group === group).length / known.length).toBeGreaterThan(0.9)
    const along = known.reduce((sum, { id, x }) => sum + x * (was.get(id)?.x ?? 0), 0)
    expect(along).toBeGreaterThan(0)
    before = after
  }
})

test('another number of groups is shown only after it was the best four times in a row', () => {
  const two = campBallots({ camps: 2, people: 90, statements: 40, seed: 2 })
  const three = campBallots({ camps: 3, people: 90, statements: 40, seed: 3 })
  let found = findOpinionGroups(two, { seed: 1 })
  const shown: number[] = []
  for (let update = 0; update < 5; update++) {
    found = findOpinionGroups(three, { seed: 1, memory: found.memory })
    shown.push(found.groups.length)
  }
  expect(shown).toEqual([2, 2, 2, 3, 3])
  expect(new Set(found.groups.map(({ id }) => id)).size).toBe(3)
})

test('nobody, one person and people who all agree make no groups or one', () => {
  expect(findOpinionGroups(ballotsOf([]), { seed: 1 })).toMatchObject({ participants: [], groups: [], statements: [] })
  expect(findOpinionGroups(ballotsOf([['one', 'a', 1]]), { seed: 1 }).groups).toEqual([{ id: 0, size: 1, x: 0, y: 0 }])
  const rows = Array.from({ length: 40 }, (_, person): [string, string, number] => [
    `p${person % 20}`,
    `s${person >> 4}`,
    1,
  ])
  expect(findOpinionGroups(ballotsOf(rows), { seed: 1 }).groups).toHaveLength(1)
})

const datasets = resolve(process.env.DANDELION_DATASETS ?? '../shared/data')
const polis = ['vtaiwan.uberx', 'american-assembly.bowling-green', 'scoop-hivemind.biodiversity']

for (const set of polis) {
  const file = join(datasets, 'polis', set, 'participants-votes.csv')
  test.skipIf(!existsSync(file))(`${set}: people count and stand together as in Polis (needs ${file})`, () => {
    const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true })
    const statements = Object.keys(rows[0] ?? {}).filter((column) => /^\d+$/.test(column))
    const cast = rows.flatMap((row, whose) =>
      statements.flatMap((column, which) => (row[column] === '' ? [] : [[whose, which, Number(row[column])] as const])),
    )
    const found = findOpinionGroups(
      {
        participants: rows.map((row) => row.participant ?? ''),
        statements,
        whose: Uint32Array.from(cast, ([whose]) => whose),
        which: Uint32Array.from(cast, ([, which]) => which),
        values: Int8Array.from(cast, ([, , value]) => value),
      },
      { seed: 1 },
    )
    const theirs = new Map(rows.map((row) => [row.participant, row['group-id']]))
    const ours = new Set(found.participants.map(({ id }) => id))
    const agreed = rows.filter((row) => (row['group-id'] !== '') === ours.has(row.participant ?? ''))
    expect(agreed.length / rows.length).toBeGreaterThanOrEqual(0.98)
    const inBoth = found.participants.filter(({ id }) => theirs.get(id) !== '')
    expect(found.groups).toHaveLength(new Set(inBoth.map(({ id }) => theirs.get(id))).size)
    const ari = adjustedRand(
      inBoth.map(({ group }) => group),
      inBoth.map(({ id }) => Number(theirs.get(id))),
    )
    expect(ari).toBeGreaterThanOrEqual(0.7)
  })
}
