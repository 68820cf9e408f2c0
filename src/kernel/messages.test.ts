import { expect, test } from 'vitest'
import { type Catalogue, languageFor, piecesOf, pseudo, speaker, speakers, translationOf } from './messages.ts'

const english = {
  'tea.welcome': 'Welcome, {name}',
  'tea.cups': { one: '{count} cup for {name}', other: '{count} cups for {name}' },
  'tea.plain': 'Tea',
} as const satisfies Catalogue

const german = translationOf<typeof english>()({
  'tea.welcome': 'Willkommen, {name}',
  'tea.cups': { one: '{count} Tasse für {name}', other: '{count} Tassen für {name}' },
  'tea.plain': 'Tee',
})

test('a message is filled with its values', () => {
  const say = speaker<typeof english>('en', english)
  expect(say('tea.welcome', { name: 'Ada' })).toBe('Welcome, Ada')
  expect(say('tea.plain')).toBe('Tea')
})

test('a count chooses the plural and is written as the locale writes numbers', () => {
  const say = speaker<typeof english>('de', german)
  expect(say('tea.cups', { count: 1, name: 'Ada' })).toBe('1 Tasse für Ada')
  expect(say('tea.cups', { count: 12640, name: 'Ada' })).toBe('12.640 Tassen für Ada')
})

test('a value that looks like a placeholder stays what the person wrote', () => {
  const say = speaker<typeof english>('en', english)
  expect(say('tea.welcome', { name: '{count} {name}' })).toBe('Welcome, {count} {name}')
})

test('a key that is not in the catalogue is said as itself', () => {
  const say = speaker<typeof english>('en', {})
  expect(say('tea.plain')).toBe('tea.plain')
})

test('each person hears their own language, and English when theirs is not spoken', () => {
  const sayTo = speakers<typeof english>({ en: english, de: german })
  expect(sayTo('de-AT')('tea.plain')).toBe('Tee')
  expect(sayTo('fr')('tea.plain')).toBe('Tea')
})

test('the first wanted language that is spoken wins', () => {
  expect(languageFor(['fr-CH', 'de-CH', 'en'])).toBe('de')
  expect(languageFor([])).toBe('en')
})

test('text without placeholders is one piece', () => {
  expect(piecesOf('no {2 braces} here')).toEqual([{ text: 'no {2 braces} here' }])
})

test('the pseudo-language keeps placeholders and lengthens the text', () => {
  const say = speaker<typeof english>('en', pseudo(english))
  const said = say('tea.cups', { count: 2, name: 'Ada' })
  expect(said).toContain('2 çüps för Ada')
  expect(said.length).toBeGreaterThan('2 cups for Ada'.length * 1.3)
})

test('wrong keys and placeholders do not compile', () => {
  const say = speaker<typeof english>('en', english)
  // @ts-expect-error an unknown key
  expect(say('tea.unknown')).toBe('tea.unknown')
  // @ts-expect-error a missing value
  expect(say('tea.welcome')).toBe('Welcome, ')
  // @ts-expect-error a wrong name
  expect(say('tea.welcome', { nom: 'Ada' })).toBe('Welcome, ')
  // @ts-expect-error a plural wants its count
  expect(say('tea.cups', { name: 'Ada' })).toBe(' cups for Ada')
  const wrong = translationOf<typeof english>()({
    // @ts-expect-error a translation that forgets the name
    'tea.welcome': 'Willkommen',
    'tea.cups': { other: '{count} Tassen für {name}' },
    'tea.plain': 'Tee',
  })
  expect(wrong['tea.plain']).toBe('Tee')
  // @ts-expect-error a translation that forgets a message
  expect(translationOf<typeof english>()({ 'tea.plain': 'Tee' })).toBeDefined()
})
