import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAnalyse } from '../../../test/analyse.ts'
import { plantTexts } from '../../../test/planted-texts.ts'

const { entries, subjectOf } = plantTexts({ subjects: 4, each: 40 })
const lines = (texts: readonly object[]): string => texts.map((text) => JSON.stringify(text)).join('\n')
const rowsOf = (written = ''): { id: string | number; theme: string; subtheme?: string }[] =>
  written.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))

test('each text names its theme, in the order of the input, and the themes are told', async () => {
  const { written, out } = await runAnalyse('themes', lines(entries))
  const rows = rowsOf(written)
  expect(rows.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
  const ofFirst = rows.filter((_, at) => subjectOf[at] === subjectOf[0]).map(({ theme }) => theme)
  expect(new Set(ofFirst.filter((theme) => theme !== 'unsorted')).size).toBe(1)
  const summary = JSON.parse(out)
  expect(summary).toMatchObject({ texts: 160, themes: expect.any(Array) })
  expect(summary.themes.length).toBe(4)
  const [theme] = summary.themes
  expect(theme).toMatchObject({ id: 't1', language: 'en', people: theme.size, label: expect.any(String) })
  const [{ id, start, end, sentence }] = theme.representatives
  expect(entries.find((entry) => entry.id === id)?.text.slice(start, end)).toBe(sentence)
})

test('texts that nobody else writes about are unsorted', async () => {
  const lonely = { id: 7, text: 'something quite else', author: 'hermit', language: 'en' }
  const { written } = await runAnalyse('themes', lines([...entries, lonely]))
  expect(rowsOf(written).at(-1)).toEqual({ id: 7, theme: 'unsorted' })
})

test('a reply stands in the theme it answers', async () => {
  const reply = { id: 'reply', text: 'Yes!', author: 'someone', replyTo: 'text 3', language: 'en' }
  const rows = rowsOf((await runAnalyse('themes', lines([...entries, reply]))).written)
  expect(rows.at(-1)?.theme).toBe(rows[3]?.theme)
})

test('the same seed gives the same file and summary; a bad line is named and left out', async () => {
  const input = `${lines(entries)}\nno JSON`
  const first = await runAnalyse('themes', input, { flags: ['--seed', '5'] })
  const second = await runAnalyse('themes', input, { flags: ['--seed=5'] })
  // How far it is gets said by the clock, once a while.
  expect({ ...second, err: '' }).toEqual({ ...first, err: '' })
  expect(first.err).toContain('in.txt, line 161 is skipped')
})

test('an empty file has no themes', async () => {
  const { written, out } = await runAnalyse('themes', '')
  expect(written).toBe('')
  expect(JSON.parse(out)).toEqual({ texts: 0, coverage: 0, themes: [] })
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dandelion-embedder-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A model as an operator would bring it: a file of its own. */
async function modelOf(source: string): Promise<string> {
  const file = path.join(folder, `${crypto.randomUUID()}.mjs`)
  await writeFile(file, source)
  return file
}

test("an operator's model says what is near, whatever the words", async () => {
  const strangers = Array.from({ length: 40 }, (_, at) => ({
    id: at,
    text: `${at % 2 ? 'cat' : 'dog'} word${at}a word${at}b word${at}c`,
    author: `person ${at}`,
    language: 'en',
  }))
  const model = await modelOf(
    `export const embed = (texts) => texts.map((text) => text.startsWith('cat') ? [1, 0.01 * text.length] : [0.01 * text.length, 1])`,
  )
  const rows = rowsOf((await runAnalyse('themes', lines(strangers), { flags: ['--embedder', model] })).written)
  const themeOf = (kind: number) => new Set(rows.filter(({ id }) => Number(id) % 2 === kind).map(({ theme }) => theme))
  expect(themeOf(0).size).toBe(1)
  expect(themeOf(1).size).toBe(1)
  expect(themeOf(0)).not.toEqual(themeOf(1))
})

test.each([
  ['export const other = 1', 'exports no function "embed"'],
  ['export const embed = () => "none"', 'did not give a list of vectors'],
  ['export const embed = () => [[1]]', '64 texts gave 1 vectors'],
  ['this is no module', 'cannot be loaded'],
])('a model that is none is told in a sentence: %s', async (source, sentence) => {
  const flags = ['--embedder', await modelOf(source)]
  await expect(runAnalyse('themes', lines(entries), { flags })).rejects.toThrow(sentence)
})
