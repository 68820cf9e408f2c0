import { expect, test } from 'vitest'
import { plantTexts } from '../../../test/planted-texts.ts'
import { openFinder } from './open-finder.ts'
import { openThemes } from './open-themes.ts'

const texts = (each: number) =>
  plantTexts({ subjects: 8, each }).entries.map(({ id, text }) => ({ id, text, language: 'en' }))
const known = texts(60)
const subjectOf = (id: string): string | undefined => {
  const at = Number(id.split(' ')[1])
  return at < known.length ? `subject ${at % 8}` : undefined
}

function filled() {
  const finder = openFinder()
  finder.put(known)
  return finder
}

test('a new text is placed where those like it stand, and nowhere when it is on nothing', () => {
  const finder = filled()
  const fresh = texts(62).slice(known.length)
  finder.put(fresh)
  const right = fresh.filter(({ id }, at) => {
    return finder.place(id, subjectOf).theme === `subject ${at % 8}`
  })
  expect(right.length).toBeGreaterThanOrEqual(14)
  finder.put([
    { id: 'alien', text: 'quite unheard of', language: 'en' },
    { id: 'empty', text: '', language: 'fr' },
  ])
  for (const id of ['alien', 'empty', 'never put']) {
    expect(finder.place(id, subjectOf), id).toEqual({ theme: undefined, confidence: 0 })
  }
})

test('a text whose language is not known is looked for in each, when the likeliest has nothing like it', () => {
  const finder = filled()
  finder.put(
    Array.from({ length: 500 }, (_, n) => ({ id: `fr ${n}`, text: `le train arrive en retard ${n}`, language: 'fr' })),
  )
  const fresh = texts(61).at(-1)
  expect(finder.similar(fresh?.text ?? '', 3)).toHaveLength(3)
  expect(finder.similar(fresh?.text ?? '', 3, { language: 'fr' })).toEqual([])
})

test('who stands in no theme votes for none, and who was never placed does not vote', () => {
  const finder = filled()
  expect(finder.place('text 0', () => null)).toEqual({ theme: undefined, confidence: 1 })
  expect(finder.place('text 0', () => undefined)).toEqual({ theme: undefined, confidence: 0 })
})

test('a text is found at once, by its new words when they change, and no more when it is taken away', () => {
  const finder = filled()
  const nearest = (text: string) => finder.similar(text, 3, { language: 'en' })[0]
  expect(nearest(known[5]?.text ?? '')).toMatchObject({ id: 'text 5', similarity: expect.closeTo(1) })
  finder.put([{ id: 'text 5', text: 'rooftop gardens everywhere', language: 'en' }])
  expect(nearest('rooftop gardens')?.id).toBe('text 5')
  expect(nearest(known[5]?.text ?? '')?.id).not.toBe('text 5')
  finder.remove(['text 5'])
  expect(nearest('rooftop gardens')).toBeUndefined()
})

test('words that tell count more for a place than words that all use', () => {
  const finder = openFinder()
  finder.put([
    { id: 'a', text: 'sort a list using python', language: 'en' },
    { id: 'b', text: 'using excel sheets', language: 'en' },
    { id: 'c', text: 'python', language: 'en' },
    { id: 'd', text: 'excel', language: 'en' },
    { id: 'new', text: 'using sheets python', language: 'en' },
  ])
  const themeOf = (id: string): string => (id === 'a' || id === 'c' ? 'python' : 'excel')
  const place = () => finder.place('new', themeOf).theme
  expect(place()).toBe('python')
  finder.tell([{ language: 'en', stems: ['sheet'], factors: Float64Array.of(9) }])
  expect(place()).toBe('excel')
})

test('what themes learned of words is told by stems', () => {
  const open = openThemes({ seed: 1 })
  open.add(plantTexts({ subjects: 8, each: 60 }).entries)
  open.compute()
  for (const { stems, factors } of open.tellingWords()) expect(stems.length).toBe(factors.length)
})
