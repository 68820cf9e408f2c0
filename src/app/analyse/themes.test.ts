import { expect, test } from 'vitest'
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
  expect(second).toEqual(first)
  expect(first.err).toContain('in.txt, line 161 is skipped')
})

test('an empty file has no themes', async () => {
  const { written, out } = await runAnalyse('themes', '')
  expect(written).toBe('')
  expect(JSON.parse(out)).toEqual({ texts: 0, coverage: 0, themes: [] })
})
