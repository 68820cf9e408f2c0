import { expect, test } from 'vitest'
import { plantTexts } from '../../../test/planted-texts.ts'
import { openThemes } from './open-themes.ts'
import type { ThemeResult } from './theme-types.ts'

const { entries } = plantTexts({ subjects: 8, each: 60 })
const most = Math.floor(entries.length * 0.95)

function keptShare(before: ThemeResult, after: ThemeResult): number {
  const idAt = (result: ThemeResult, at: number): string | undefined => result.themes[result.themeOf[at] ?? -1]?.id
  const kept = before.ids.filter((_, at) => idAt(before, at) === idAt(after, at))
  return kept.length / before.ids.length
}

test('when the texts grow by a twentieth, nearly all keep the id of their theme', () => {
  const open = openThemes({ seed: 1 })
  open.add(entries.slice(0, most))
  const before = open.compute()
  open.add(entries.slice(most))
  expect(keptShare(before, open.compute())).toBeGreaterThan(0.95)
})

test('after a restart the state gives the themes their ids and the counter its place', () => {
  const first = openThemes({ seed: 1 })
  first.add(entries.slice(0, most))
  const before = first.compute()
  const state = JSON.parse(JSON.stringify(first.state()))
  const second = openThemes({ seed: 1 }, state)
  second.add(entries)
  const after = second.compute()
  expect(keptShare(before, after)).toBeGreaterThan(0.95)
  // The control: without the state the ids are only numbers, given anew in order of size.
  const forgotten = openThemes({ seed: 1 })
  forgotten.add(entries.toReversed())
  expect(forgotten.compute().changes.every(({ kind }) => kind === 'born')).toBe(true)
  expect(after.changes.filter(({ kind }) => kind === 'born')).toEqual([])
})

test('a new subject is told as born, and a text of it is found at once but has no theme before', () => {
  const { entries: more } = plantTexts({ subjects: 1, each: 40, seed: 99 })
  const fresh = more.map((entry) => ({ ...entry, id: `fresh ${entry.id}`, author: `fresh ${entry.author}` }))
  const open = openThemes({ seed: 1 })
  open.add(entries)
  open.compute()
  open.add(fresh)
  const [first] = fresh
  expect(open.similar(first?.text ?? '', 1, { language: 'en' })[0]?.id).toBe(first?.id)
  expect(open.place(first?.text ?? '', { language: 'en', exceptId: first?.id }).theme).toBeUndefined()
  const born = open.compute().changes.filter(({ kind }) => kind === 'born')
  expect(born).toEqual([{ kind: 'born', theme: 't9', size: 40 }])
})

test('a pinned name stands instead of the label, and is told as renamed once', () => {
  const open = openThemes({ seed: 1 })
  open.add(entries)
  const label = open.compute().themes[0]?.label
  open.setPinned([{ theme: 't1', name: 'Schools' }])
  const named = open.compute()
  expect(named.themes.find(({ id }) => id === 't1')).toMatchObject({ name: 'Schools', isPinned: true, label })
  expect(named.changes).toEqual([{ kind: 'renamed', theme: 't1', from: label, to: 'Schools' }])
  expect(open.compute().changes).toEqual([])
})

test('a new text is placed in the theme of its subject, and in none when it is on nothing', () => {
  const open = openThemes({ seed: 1 })
  open.add(entries)
  const result = open.compute()
  const asked = plantTexts({ subjects: 8, each: 62 }).entries.slice(entries.length)
  const right = asked.filter(({ text }, at) => {
    const expected = result.themes[result.themeOf[at % 8] ?? -1]?.id
    return open.place(text, { language: 'en' }).theme === expected
  })
  expect(right.length).toBeGreaterThanOrEqual(14)
  expect(open.place('quite unheard of', { language: 'en' })).toMatchObject({ theme: undefined, confidence: 0 })
  expect(open.place('', { language: 'fr' }).theme).toBeUndefined()
})

test('before the first computation a text has no theme, but has similar texts', () => {
  const open = openThemes({ seed: 1 })
  open.add(entries)
  expect(open.place(entries[0]?.text ?? '').theme).toBeUndefined()
  const [nearest] = open.similar(entries[0]?.text ?? '', 3, { language: 'en' })
  expect(nearest?.id).toBe('text 0')
  expect(nearest?.similarity).toBeCloseTo(1)
})
