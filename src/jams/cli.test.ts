import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { jamFileOf } from '../../test/jam-arbitrary.ts'
import { readConfig } from '../platform/index.ts'
import { jamCommands } from './cli.ts'
import { formatLine } from './rules/jam-lines.ts'

let fresh: FreshDatabase
let folder: string
const lines = jamFileOf(11)
const bytes = lines.map(formatLine).join('')
const jamId = lines[0]?.type === 'jam' ? lines[0].id : ''

beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'dandelion-cli-'))
  await writeFile(join(folder, 'jam.jsonl'), bytes)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await fresh.drop()
})

async function run(name: string, ...args: string[]) {
  const command = jamCommands.find((known) => known.name === name)
  const [out, err] = [new PassThrough(), new PassThrough()]
  const config = readConfig({ DANDELION_DATA: folder })
  const said = [text(out), text(err)] as const
  const code = await command?.run(args, { config, connection: fresh.connection, out, err }).finally(() => {
    out.end()
    err.end()
  })
  return { code, out: await said[0], err: await said[1] }
}

test('a jam is imported from a file and exported into another with the same bytes', async () => {
  expect(await run('jam import', join(folder, 'jam.jsonl'))).toMatchObject({ code: 0, err: '' })
  expect((await run('jam export', jamId)).out).toBe(bytes)
  const path = join(folder, 'again.jsonl')
  await run('jam export', jamId, path)
  expect(await readFile(path, 'utf8')).toBe(bytes)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a second import of the same jam is refused in a sentence, a copy is not', async () => {
  const again = await run('jam import', join(folder, 'jam.jsonl'))
  expect(again).toMatchObject({ code: 1, out: '' })
  expect(again.err).toMatch(/^Nothing was imported: line 1: this jam is here already/)
  const copy = await run('jam import', join(folder, 'jam.jsonl'), '--new', 'A second round')
  expect(copy.out).toMatch(/^Imported "A second round" as [0-9a-f-]{36}: 1 jam, /)
})

test('a bad line is told with its number', async () => {
  await writeFile(join(folder, 'bad.jsonl'), bytes.replace('"type":"hub"', '"type":"house"'))
  expect((await run('jam import', join(folder, 'bad.jsonl'))).err).toMatch(
    /^Nothing was imported: line 2: "type" must be one of/,
  )
})

test('a table of one type comes as CSV', async () => {
  expect((await run('jam export', jamId, '--csv', 'person')).out).toMatch(/^id,name,hub,guest\r\n/)
})

test('for a jam that is not here, the jams that are here are told', async () => {
  const { code, err } = await run('jam export', '00000000-0000-7000-8000-0000000000ff')
  expect(code).toBe(1)
  expect(err).toContain(jamId)
})

test.each([
  ['jam import', [], 'Name one file.'],
  ['jam export', ['Values'], 'Name the jam by its id'],
  ['jam export', [jamId, '--csv', 'session'], 'A table holds one of'],
  ['jam export', ['--all'], "Unknown option '--all'"],
  ['jam close', [jamId], 'Give the reason with --reason'],
])('%s %j is explained', async (name, args, sentence) => {
  await expect(run(name, ...args)).rejects.toThrow(sentence)
})

test('what a jam does not allow is said in its sentence', async () => {
  const { code, err } = await run('jam open', jamId)
  expect(code).toBe(1)
  expect(err).toBe('This jam has already opened.\n')
})
