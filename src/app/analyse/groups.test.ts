import { expect, test } from 'vitest'
import { runAnalyse } from '../../../test/analyse.ts'

/** Two camps of ten on eight statements, by name. */
const votes = Array.from({ length: 20 }, (_, person) =>
  Array.from({ length: 8 }, (_, statement) => [`p-${person}`, `s-${statement}`, person % 2 === 0 ? 1 : -1] as const),
).flat()
const long = ['participant,statement,vote', ...votes.map((vote) => vote.join(','))].join('\n')
const wide = [
  'participant,group-id,n-votes,s-0,s-1,s-2,s-3,s-4,s-5,s-6,s-7',
  ...Array.from({ length: 20 }, (_, p) => `p-${p},,8,${new Array(8).fill(p % 2 === 0 ? 1 : -1).join(',')}`),
].join('\n')

const rowsOf = (written: string | undefined) =>
  (written ?? '')
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','))
const groupsOf = (written: string | undefined) =>
  rowsOf(written)
    .slice(1)
    .map(([id, group]) => `${id} ${group}`)

test('people of the two camps are written in two groups, each with her place', async () => {
  const { written, out, code } = await runAnalyse('groups', long)
  const [head, ...rows] = rowsOf(written)
  expect(head).toEqual(['participant', 'group', 'x', 'y'])
  expect(rows).toHaveLength(20)
  expect(new Set(rows.map(([id, group]) => `${Number(id?.slice(2)) % 2} ${group}`)).size).toBe(2)
  for (const [, , x, y] of rows) expect(Number.isFinite(Number(x)) && Number.isFinite(Number(y))).toBe(true)
  expect(JSON.parse(out)).toMatchObject({ participants: 20, counted: 20, statements: 8, votes: 160 })
  expect(code).toBe(0)
})

test.each([
  ['the wide form', wide],
  ['CRLF, a byte order mark and semicolons', `\uFEFF${long.replaceAll(',', ';').replaceAll('\n', '\r\n')}\r\n`],
  ['quoted fields', long.replace(/(p-\d+),(s-\d+)/g, '"$1","$2"')],
  ['no line of names', long.split('\n').slice(1).join('\n')],
  [
    'columns in another order',
    ['vote,statement,participant', ...votes.map((vote) => vote.toReversed().join(','))].join('\n'),
  ],
])('%s says the same', async (_, input) => {
  const expected = await runAnalyse('groups', long)
  const found = await runAnalyse('groups', input)
  expect(found.err).toBe('')
  expect(groupsOf(found.written)).toEqual(groupsOf(expected.written))
})

test('with times the last vote counts, wherever it stands in the file', async () => {
  const timed = (late: number, early: number) =>
    ['timestamp,comment-id,voter-id,vote', `${late},a,one,1`, `${early},a,one,-1`].join('\n')
  const common = async (input: string) => JSON.parse((await runAnalyse('groups', input)).out).common[0].share
  expect(await common(timed(2000, 1000))).toBe(1)
  expect(await common(timed(1000, 2000))).toBe(0)
})

test('bad lines are named with their number and reason, left out whole, and counted', async () => {
  const bad = ['p-0,s-0,2', ',s-0,1', 'p-0,,1', 'p-0,"s-0,1', 'p-0,s-0,yes']
  const { err, written } = await runAnalyse('groups', [long, ...bad].join('\n'))
  expect(err.split('\n')).toEqual([
    'in.txt, line 162 is skipped: the vote "2" is not -1, 0 or 1.',
    'in.txt, line 163 is skipped: it names no participant.',
    'in.txt, line 164 is skipped: it names no statement.',
    'in.txt, line 165 is skipped: a quotation mark is not closed.',
    'in.txt, line 166 is skipped: the vote "yes" is not -1, 0 or 1.',
    '5 lines were skipped.',
    '',
  ])
  expect(groupsOf(written)).toEqual(groupsOf((await runAnalyse('groups', long)).written))
})

test('an id that holds a comma or a quote is written so that it can be read again', async () => {
  const { written } = await runAnalyse('groups', 'participant,statement,vote\n"Lee, ""A""",x,1\n')
  expect(written?.split('\n')[1]).toMatch(/^"Lee, ""A""",0,/)
})

test('an empty file and one without votes give no people', async () => {
  expect(await runAnalyse('groups', '')).toMatchObject({ written: 'participant,group,x,y\n', code: 0 })
  expect(await runAnalyse('groups', 'participant,statement,vote\n')).toMatchObject({
    written: 'participant,group,x,y\n',
  })
})

test('a file of another kind is refused in one sentence', async () => {
  await expect(runAnalyse('groups', 'name,age\nLee,40\n')).rejects.toThrow(
    /does not begin with the names of its columns/,
  )
})
