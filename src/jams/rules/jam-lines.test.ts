import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jamFile } from '../../../test/jam-arbitrary.ts'
import { readJamFile } from './jam-file.ts'
import type { Line } from './jam-format.ts'
import { BadLine, formatLine, LINE_MAX, parseLine } from './jam-lines.ts'

const a = '00000000-0000-7000-8000-00000000000a'
const b = '00000000-0000-7000-8000-00000000000b'
const vote = { type: 'vote', contribution: a, person: b, value: 'agree', at: '2026-01-01T00:00:00.000Z' }
const person = { type: 'person', id: a, name: 'Participant 1', hub: null, guest: false }

function reasonOf(value: unknown): string {
  try {
    parseLine(typeof value === 'string' ? value : JSON.stringify(value), 7)
  } catch (error) {
    if (error instanceof BadLine) return `${error.line}: ${error.reason}`
    throw error
  }
  return 'taken'
}

test('a line that is written and read is the same, and its bytes are too', () => {
  fc.assert(
    fc.property(jamFile, (lines) => {
      for (const line of lines) {
        const bytes = formatLine(line)
        expect(parseLine(bytes.slice(0, -1), 1)).toEqual(line)
        expect(formatLine(parseLine(bytes, 1))).toBe(bytes)
      }
    }),
    { numRuns: 50 },
  )
})

test('keys stand in the order of the format, wherever they came from', () => {
  const shuffled = { at: vote.at, value: vote.value, person: b, contribution: a, type: 'vote' } as Line
  expect(formatLine(shuffled)).toBe(`${JSON.stringify(vote)}\n`)
})

test.each([
  ['no JSON', '{"type":', '7: not JSON'],
  ['a list', '[]', '7: not an object'],
  [
    'a strange type',
    { type: 'note' },
    '7: "type" must be one of jam, hub, person, forum, contribution, meeting, version, vote',
  ],
  ['a missing key', { ...vote, at: undefined }, '7: must have required properties at'],
  ['a strange key', { ...vote, email: 'x' }, '7: must not have additional properties'],
  ['an id that is none', { ...vote, person: 'me' }, '7: "person" must match pattern'],
  ['a strange value', { ...vote, value: 'maybe' }, '7: "value" must'],
  ['a day instead of an instant', { ...vote, at: '2026-01-01' }, '7: "at" must match pattern'],
  ['a day no calendar has', { ...vote, at: '2026-02-30T00:00:00.000Z' }, '7: "at" is no instant'],
  ['a name that is too long', { ...person, name: 'x'.repeat(121) }, '7: "name" must not have more than 120 characters'],
  ['a NUL', { ...person, name: 'a\0b' }, '7: "name" holds a character that is none'],
  ['half a pair', { ...person, name: '\ud800' }, '7: "name" holds a character that is none'],
  ['a line beyond all measure', 'x'.repeat(LINE_MAX + 1), '7: longer than 200000 characters'],
])('%s is refused with its line and reason', (_what, value, reason) => {
  expect(reasonOf(value)).toContain(reason)
})

test('the reason never repeats what somebody wrote', () => {
  expect(reasonOf({ ...person, name: `secret${'x'.repeat(200)}` })).not.toContain('secret')
})

test('a well-made line is taken', () => {
  expect(reasonOf(vote)).toBe('taken')
  expect(reasonOf(person)).toBe('taken')
})

function problemsIn(lines: readonly Line[]): (string | undefined)[] {
  const file = readJamFile()
  return [...lines.map((line) => file.check(line)), file.end()].filter((problem) => problem !== undefined)
}

test('a whole generated jam has no problem', () => {
  fc.assert(
    fc.property(jamFile, (lines) => {
      expect(problemsIn(lines)).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('without any line that another speaks of there is a problem', () => {
  fc.assert(
    fc.property(jamFile, fc.nat(), (lines, at) => {
      const isLast = (line: Line) => line.type === 'vote' || line.type === 'version'
      const spokenOf = lines.filter((line) => !isLast(line) && speaksOf(lines, line))
      const missing = spokenOf[at % spokenOf.length]
      expect(problemsIn(lines.filter((line) => line !== missing))).not.toEqual([])
    }),
    { numRuns: 50 },
  )
})

function speaksOf(lines: readonly Line[], line: Line): boolean {
  if (line.type === 'jam') return true
  // A poll may be about a theme that is gone.
  if (line.type === 'theme') return lines.some((other) => other.type === 'theme-place' && other.theme === line.id)
  return 'id' in line && lines.some((other) => other !== line && JSON.stringify(other).includes(line.id))
}

test('a line that comes twice is a problem', () => {
  fc.assert(
    fc.property(jamFile, fc.nat(), (lines, at) => {
      const twice = at % lines.length
      expect(problemsIn([...lines.slice(0, twice + 1), ...lines.slice(twice)])).not.toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('an empty file holds no jam', () => {
  expect(problemsIn([])).toEqual(['the file holds no jam'])
})
