import { afterEach, expect, test } from 'vitest'
import { dismiss, tell, toastsNow } from './toasts.ts'

afterEach(() => {
  for (const { id } of toastsNow()) dismiss(id)
})

const ways = () => toastsNow().map(({ sentence, undo }) => [sentence, undo !== undefined])

test('the way back of a newer act takes the place of the older one', () => {
  tell('Renamed', { undo: () => {} })
  tell('Merged', { undo: () => {} })
  expect(ways()).toEqual([
    ['Renamed', false],
    ['Merged', true],
  ])
})

test('a toast without a way back leaves that of the last act', () => {
  tell('Renamed', { undo: () => {} })
  tell('Saved')
  expect(ways()).toEqual([
    ['Renamed', true],
    ['Saved', false],
  ])
})
