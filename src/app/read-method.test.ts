import { expect, test } from 'vitest'
import { readMethod } from './read-method.ts'

const shapeOf = (html: string): string[] => [...html.matchAll(/<(h2|p|li)>/g)].map(([, tag]) => tag ?? '')

test('both languages have the same parts in the same order', async () => {
  const [english, german] = [await readMethod('en'), await readMethod('de')]
  expect(shapeOf(german.html)).toEqual(shapeOf(english.html))
  expect(shapeOf(english.html)).toContain('h2')
  expect(german.title).toBe('Wie Themen, das Aufholen und Meinungsgruppen entstehen')
})

test('a line of the file that is full does not end a line on the page', async () => {
  expect((await readMethod('en')).html).not.toContain('<br')
})
