import { expect, test } from 'vitest'
import { detectLanguage } from './index.ts'

const sentences: [string, string][] = [
  ['en', 'Doctors should not overreact to the opioid crisis.'],
  ['de', 'Die Politik muss handeln, bevor es zu spät ist.'],
  ['zh', '叫車服務應該遵守相同的法律'],
  ['ca', "Sensibilitzar sobre la diversitat funcional i l'autonomia de les persones"],
  ['es', 'Más zonas verdes y menos coches en el barrio, por favor'],
  ['fr', "Il faut que la ville écoute ses habitants avant d'agir"],
  ['ja', 'この公園はとても静かです'],
  ['ko', '공원이 더 필요합니다'],
  ['ru', 'Нам нужно больше парков в городе'],
]

test.each(sentences)('a sentence in %s is recognised', (language, text) => {
  expect(detectLanguage(text).language).toBe(language)
})

test('a Latin brand name does not hide a Chinese sentence', () => {
  expect(detectLanguage('Uberx可以清楚的知道車子在哪何時會來').language).toBe('zh')
})

test.each(['', '?', '😊', '1406155523802', 'https://example.org/una-pagina-en-catala', 'x'])(
  '%j says nothing of a language',
  (text) => {
    expect(detectLanguage(text, ['de'])).toEqual({ language: 'und', confidence: 0 })
  },
)

test('on a few words the expected languages decide', () => {
  expect(detectLanguage('Second hand statt Neukauf').language).toBe('en')
  expect(detectLanguage('Second hand statt Neukauf', ['de']).language).toBe('de')
})

test('expected languages do not overrule a whole sentence in another', () => {
  const text = 'Small shops should be able to pay people a living wage without closing down.'
  expect(detectLanguage(text, ['de', 'zh']).language).toBe('en')
})

test('a letter that Spanish does not write counts against Spanish', () => {
  expect(detectLanguage('Barcelona és verda, què fem?', ['es', 'ca']).language).toBe('ca')
})

test('confidence stays between nothing and certainty', () => {
  for (const [, text] of sentences) {
    const { confidence } = detectLanguage(text)
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThanOrEqual(1)
  }
})
