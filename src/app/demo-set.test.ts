import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type ConsultationSet, readSet, writeSet } from './demo-set.ts'

const folder = new URL('../../demo/', import.meta.url)
const files = ['bowling-green', 'vtaiwan-uberx', 'austria-climate', 'biodiversity']
const textOf = (file: string) => gunzipSync(readFileSync(new URL(`${file}.jsonl.gz`, folder))).toString()

test.each(files)('%s holds as many statements and votes as its first line says', (file) => {
  const { header, statements, ballots } = readSet(textOf(file))
  expect(statements).toHaveLength(header.statements)
  expect(ballots).toHaveLength(header.votes)
  expect(new Set(ballots.map(({ voter, statement }) => `${voter} ${statement}`)).size).toBe(header.votes)
})

test.each(files)('%s has its numbers, its link and what was left out in the README', (file) => {
  const { header } = readSet(textOf(file))
  const row = readFileSync(new URL('README.md', folder), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${file} `))
  expect(row).toContain(`| ${header.url} | ${header.statements} | ${header.refused} | ${header.votes} |`)
})

test.each(files)('%s is written as it was read', (file) => {
  const text = textOf(file)
  expect(writeSet(readSet(text)) === text).toBe(true)
})

test.each(files)('every statement of %s fits into a title', (file) => {
  const { statements } = readSet(textOf(file))
  const lengths = statements.map(({ text }) => [...text].length)
  expect(Math.min(...lengths)).toBeGreaterThan(0)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(250)
})

test('a strange sign in a vote is an error, not a vote', () => {
  const set: ConsultationSet = readSet(textOf('biodiversity'))
  const spoiled = writeSet({ ...set, ballots: set.ballots.slice(0, 1) }).replace(/[+\-0]"\}/u, '?"}')
  expect(() => readSet(spoiled)).toThrow('strange sign')
})
