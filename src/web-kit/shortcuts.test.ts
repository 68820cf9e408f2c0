import { expect, test } from 'vitest'
import { chordOf, listenForShortcuts } from './shortcuts.ts'

const pressed = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

test('the control key and the command key are one', () => {
  expect([chordOf(pressed('k', { ctrlKey: true })), chordOf(pressed('K', { metaKey: true }))]).toEqual([
    'mod+k',
    'mod+k',
  ])
})

test('a letter of another layer is not the letter', () => {
  expect(chordOf(pressed('n', { altKey: true }))).toBe('alt+n')
})

test('a question mark is what was meant, whatever keys make it', () => {
  expect(chordOf({ ...pressed('?'), shiftKey: true } as never)).toBe('?')
})

test('listening can be ended', () => {
  const target = new EventTarget()
  const heard: string[] = []
  const added = target.addEventListener.bind(target)
  const removed = target.removeEventListener.bind(target)
  target.addEventListener = (type, listener) => {
    heard.push(`listens for ${type}`)
    added(type, listener)
  }
  target.removeEventListener = (type, listener) => {
    heard.push(`ends ${type}`)
    removed(type, listener)
  }
  listenForShortcuts(target)()
  expect(heard).toEqual(['listens for keydown', 'ends keydown'])
})
