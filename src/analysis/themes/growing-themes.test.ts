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

test('after a restart themes keep the ids of those that stand', () => {
  const first = openThemes({ seed: 1 })
  first.add(entries.slice(0, most))
  const before = first.compute()
  const themeOf = new Map(before.ids.map((id, at) => [id, before.themes[before.themeOf[at] ?? -1]?.id]))
  const second = openThemes({ seed: 1, newId: () => 'new' })
  second.add(entries)
  second.setStanding({ themes: before.themes, themeOf: (id) => themeOf.get(id) })
  const after = second.compute()
  expect(keptShare(before, after)).toBeGreaterThan(0.95)
  expect(after.changes.filter(({ kind }) => kind === 'born')).toEqual([])
  // The control: when nothing is said to stand, all are born.
  second.setStanding({ themes: [], themeOf: () => undefined })
  expect(second.compute().themes.every(({ id }) => id === 'new')).toBe(true)
})

test('texts that come in pieces give what they give at once, whole', () => {
  const whole = openThemes({ seed: 1 })
  whole.add(entries)
  const pieces = openThemes({ seed: 1 })
  for (let at = 0; at < entries.length; at += 37) pieces.add(entries.slice(at, at + 37))
  expect(pieces.compute()).toEqual(whole.compute())
})

test('a text taken away has no theme, and one with other words stands where those belong', () => {
  const open = openThemes({ seed: 1 })
  open.add(entries)
  open.addTies([{ from: 'text 0', to: 'text 8', weight: 1 }])
  const before = open.compute()
  open.remove(['text 0'])
  open.replace([{ ...entries[1], id: 'text 1', text: entries[2]?.text ?? '' }])
  const after = open.compute()
  expect([after.ids[0], after.themeOf[0]]).toEqual(['', -1])
  expect(after.themes[after.themeOf[1] ?? -1]?.id).toBe(before.themes[before.themeOf[2] ?? -1]?.id)
  expect(keptShare(before, after)).toBeGreaterThan(0.99)
  const quoted = after.themes.flatMap(({ representatives }) => representatives.map(({ id }) => id))
  expect(quoted).not.toContain('')
})

test('a new subject is told as born', () => {
  const { entries: more } = plantTexts({ subjects: 1, each: 40, seed: 99 })
  const fresh = more.map((entry) => ({ ...entry, id: `fresh ${entry.id}`, author: `fresh ${entry.author}` }))
  const open = openThemes({ seed: 1 })
  open.add(entries)
  open.compute()
  open.add(fresh)
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
