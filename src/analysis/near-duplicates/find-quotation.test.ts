import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuotation } from './find-quotation.ts'
import { openNearDuplicates } from './index.ts'

function isNear(one: string, other: string): boolean {
  const [texts, back] = [openNearDuplicates<number>(), openNearDuplicates<number>()]
  texts.add(1, one)
  back.add(1, other)
  const found = texts.find(other).length > 0
  expect(back.find(one).length > 0).toBe(found)
  return found
}

const said = 'I am ready to pay higher prices for food that was grown nearby and without any harm'
const gesagt = 'Ich möchte auf dem Markt nur noch Gemüse und Obst von Höfen aus unserer Gegend kaufen können'

test.each([
  ['straight marks', said, `"${said}." Nonsense!`],
  ['English marks', said, `“${said}” – who pays that?`],
  ['German marks', gesagt, `„${gesagt}.“ Unsinn!`],
  ['German pointed marks', gesagt, `»${gesagt}« Das sehe ich anders.`],
  ['French marks', said, `Pas d'accord : « ${said} »`],
  ['Markdown', said, `> ${said}\n\nNot me.`],
  ['Chinese marks', '叫車服務應該遵守相同的法律和規定', '「叫車服務應該遵守相同的法律和規定」我不同意'],
  ['straight marks under the same title', `Dear food\n${said}`, `Dear food\n"${said}." Nonsense!`],
  ['words that are in the quotation', said, `"${said}." I am not ready to pay.`],
])('a text that quotes another in %s and adds words is no near-duplicate of it', (_, one, other) => {
  expect(isNear(one, other)).toBe(false)
})

test('two answers to one quotation are two texts', () => {
  expect(isNear(`"${said}" Nonsense!`, `"${said}" Exactly!`)).toBe(false)
})

test.each([
  ['a text in marks', said, `"${said}"`],
  ['marks around some of its words', said, said.replace('higher prices', '"higher prices"')],
  ['marks around most of its words', `They say ${said}, I agree`, `They say "${said}", I agree`],
  ['the same answer to the same quotation', `"${said}" I am not ready`, `“${said}” I am not ready!`],
  ['an answer with a word more', `"${said}" Nonsense, friends!`, `"${said}" Nonsense, dear friends!`],
  ['a mark that is never ended', said, `" ${said} today`],
])('%s stays a near-duplicate', (_, one, other) => {
  expect(isNear(one, other)).toBe(true)
})

test('every text is a near-duplicate of itself, whatever it quotes', () => {
  const parts = fc.constantFrom('"', '„', '“', '»', '«', '> ', '\n', 'trees ', 'and parks ', 'in the north ', 'now ')
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 30 }), (chosen) => {
      const text = `more ${chosen.join('')}`
      expect(isNear(text, text)).toBe(true)
    }),
  )
})

test('hostile marks take even time', () => {
  const from = performance.now()
  for (const mark of ['"', '„', '«', '>', '\n>', '"a', '„a']) findQuotation(mark.repeat(20_000))
  expect(performance.now() - from).toBeLessThan(2_000)
})
