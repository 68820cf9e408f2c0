import { expect, test } from 'vitest'
import { plantTexts } from '../../../test/planted-texts.ts'
import { addText, openCorpus } from '../text/corpus.ts'
import { countTerms, weighRows } from '../text/weigh-rows.ts'
import { chooseView } from './choose-view.ts'
import { factoriseRows, loadRows } from './factorise-rows.ts'
import { partitionEvidence } from './partition-evidence.ts'
import { weighTellingWords } from './weigh-telling-words.ts'

const { entries, subjectOf } = plantTexts({ subjects: 6, each: 50 })
const corpus = openCorpus('en')
for (const { text } of entries) addText(corpus, text)
const [rows, counts] = [weighRows(corpus), countTerms(corpus)]

test('the true subjects explain the words better than one heap, chance or single texts', () => {
  const truth = partitionEvidence(counts, subjectOf)
  expect(truth).toBeGreaterThan(
    partitionEvidence(
      counts,
      subjectOf.map(() => 0),
    ),
  )
  expect(truth).toBeGreaterThan(
    partitionEvidence(
      counts,
      subjectOf.map((_, at) => Math.floor(at / 50)),
    ),
  )
  expect(truth).toBeGreaterThan(
    partitionEvidence(
      counts,
      subjectOf.map((_, at) => at),
    ),
  )
})

test('words of a subject tell, words that all use tell little', () => {
  const telling = weighTellingWords(rows, subjectOf)
  const used = new Map<number, Set<number>>()
  for (let text = 0; text < subjectOf.length; text++) {
    for (let at = rows.starts[text] ?? 0; at < (rows.starts[text + 1] ?? 0); at++) {
      const term = rows.columns[at] ?? 0
      used.set(term, (used.get(term) ?? new Set()).add(subjectOf[text] ?? 0))
    }
  }
  const mean = (list: number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length
  const own = [...used].filter(([, subjects]) => subjects.size === 1).map(([term]) => telling[term] ?? 0)
  const common = [...used].filter(([, subjects]) => subjects.size > 3).map(([term]) => telling[term] ?? 0)
  expect(mean(own)).toBeGreaterThan(3 * mean(common))
})

test('a factorisation mends a start of which a third is wrong, and knows texts it has not seen', () => {
  const start = subjectOf.map((subject, at) => (Math.floor(at / 6) % 3 === 0 ? (subject + 1) % 6 : subject))
  const found = factoriseRows(rows, { parts: 6, start, seed: 1 })
  const right = subjectOf.filter((subject, at) => found.partOf[at] === subject).length
  expect(right).toBeGreaterThan(subjectOf.length * 0.95)
  const loads = loadRows(rows, found)
  for (let text = 0; text < 20; text++) {
    const load = loads.subarray(text * 6, text * 6 + 6)
    expect(Math.hypot(...load)).toBeCloseTo(1)
    expect(load.indexOf(Math.max(...load))).toBe(found.partOf[text])
  }
})

test('the same seed chooses the same view', () => {
  const options = { seed: 3, neighbours: 15 }
  expect(chooseView({ rows, counts }, options)).toEqual(chooseView({ rows, counts }, options))
})
