import { expect, test } from 'vitest'
import { languageMark, languagesOf, markOf } from './map-measures.ts'
import { themeSample } from './samples.ts'

const of = (given: Parameters<typeof themeSample>[0]) => themeSample(given)

test('two languages have two lines, not two colours alone', () => {
  const languages = languagesOf([of({ language: 'de' }), of({ language: 'en' }), of({ language: 'en' })])
  expect(languages).toEqual(['en', 'de'])
  const [english, german] = languages.map((language) => languageMark(language, languages))
  expect(english?.className).toContain('theme-line-0')
  expect(german?.className).toContain('theme-line-1')
  expect([english?.note, german?.note]).toEqual(['en', 'de'])
})

test('where too few voted the map says that nothing is known', () => {
  for (const measure of ['agreement', 'split'] as const) {
    expect(markOf(of({ [measure]: null }), measure, [])).toEqual({ className: 'theme-tone-none', note: '–' })
  }
})

test('a theme that grew says by how much', () => {
  const hourly = [...Array.from({ length: 18 }, () => 0), 0, 0, 0, 0, 2, 3]
  expect(markOf(of({ hourly }), 'growth', [])).toEqual({ className: 'theme-tone-good', note: '+5' })
})
