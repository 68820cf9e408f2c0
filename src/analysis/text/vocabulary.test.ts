import { expect, test } from 'vitest'
import { addText, openCorpus, termsOf } from './corpus.ts'
import { commonestSpelling, NO_TERM, termOf } from './vocabulary.ts'

test('forms of a word are one term, spelled as most people write it', () => {
  const corpus = openCorpus('en')
  for (const text of ['Garden', 'gardens', 'gardens', 'gardening']) addText(corpus, text)
  const { vocabulary } = corpus
  const term = termOf(vocabulary, 'GARDENS', false)
  expect(vocabulary.stems.length).toBe(1)
  expect(commonestSpelling(vocabulary, term)).toBe('gardens')
})

test('stop words, lone letters and words to be ignored carry no term', () => {
  const corpus = openCorpus('en', ['Dandelion'])
  addText(corpus, "the a X don't Dandelion dandelion")
  expect(corpus.vocabulary.stems).toEqual([])
})

test('a word that carries a subject is no stop word, though a wide list has it', () => {
  expect(termOf(openCorpus('en').vocabulary, 'young', true)).not.toBe(NO_TERM)
})

test('the article written onto a Catalan or French word is no part of it', () => {
  const corpus = openCorpus('ca')
  addText(corpus, "L'educació i educació")
  expect(corpus.vocabulary.stems.length).toBe(1)
  expect(commonestSpelling(corpus.vocabulary, 0)).toBe('educació')
})

test('a language without stemmer keeps its words', () => {
  const corpus = openCorpus('zh')
  addText(corpus, '叫車服務')
  expect(corpus.vocabulary.stems).toContain('服務')
})

test('asking learns nothing', () => {
  const corpus = openCorpus('en')
  addText(corpus, 'trees')
  expect(termsOf(corpus, 'tree house')).toEqual([0])
  expect(corpus.vocabulary.stems.length).toBe(1)
})
