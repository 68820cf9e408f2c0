import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { duplicates } from './duplicates.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duplicates-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Told = { rows: unknown[]; out: string; err: string }

async function find(lines: readonly string[], ...flags: string[]): Promise<Told> {
  const [input, output] = [path.join(folder, 'in.jsonl'), path.join(folder, 'out.jsonl')]
  await writeFile(input, lines.join('\n'))
  const io = { out: new PassThrough(), err: new PassThrough() }
  await analyse(['duplicates', input, '--out', output, ...flags], io, [duplicates])
  io.out.end()
  io.err.end()
  const written = (await readFile(output, 'utf8')).split('\n').filter((line) => line !== '')
  return { rows: written.map((line) => JSON.parse(line)), out: await text(io.out), err: await text(io.err) }
}

const line = (id: unknown, about: string): string => JSON.stringify({ id, text: about })

test('each text names the earlier one that it nearly repeats', async () => {
  const { rows, out, err } = await find([
    line('a', 'Safe bicycle lanes for schools'),
    line(7, 'More shade in the playgrounds'),
    line('b', 'SAFE bicycle lanes for schools!'),
    line('c', 'More shade in all the playgrounds'),
  ])
  expect(rows).toEqual([
    { id: 'a', duplicateOf: null, similarity: null },
    { id: 7, duplicateOf: null, similarity: null },
    { id: 'b', duplicateOf: 'a', similarity: 1 },
    { id: 'c', duplicateOf: 7, similarity: expect.closeTo(0.8, 0) },
  ])
  expect(JSON.parse(out)).toEqual({ texts: 4, duplicates: 2 })
  expect(err).toBe('')
})

test('bad lines are named and skipped, and the others are compared', async () => {
  const { rows, err } = await find([
    line('a', 'Safe bicycle lanes for schools'),
    '{"id":"b"',
    '["c"]',
    '{"id":"d"}',
    '{"text":"without an id"}',
    line('a', 'A second text under the same id'),
    line('e', 'Safe bicycle lanes for schools'),
  ])
  expect(rows).toEqual([
    { id: 'a', duplicateOf: null, similarity: null },
    { id: 'e', duplicateOf: 'a', similarity: 1 },
  ])
  for (const number of [2, 3, 4, 5, 6]) expect(err).toContain(`line ${number} is skipped`)
  expect(err).toContain('5 lines were skipped.')
})

test('an empty file gives an empty file', async () => {
  const { rows, out } = await find([])
  expect(rows).toEqual([])
  expect(JSON.parse(out)).toEqual({ texts: 0, duplicates: 0 })
})

test('the same seed gives the same file, and a word for a seed is refused', async () => {
  const lines = Array.from({ length: 50 }, (_, n) => line(n, `The fees are unfair, says number ${n % 9}`))
  expect((await find(lines, '--seed', '5')).rows).toEqual((await find(lines, '--seed=5')).rows)
  await expect(find(lines, '--seed', 'lucky')).rejects.toThrow('--seed needs a whole number')
  expect(await readdir(folder)).toEqual(['in.jsonl', 'out.jsonl'])
})
