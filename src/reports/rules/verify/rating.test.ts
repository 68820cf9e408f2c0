import { describe, expect, test } from 'vitest'
import { corpusOf, plantMaterial } from '../../../../test/report-material.ts'
import { composeReport } from '../compose-report.ts'
import type { RatedIdea, ReportRating } from '../rating.ts'
import type { Report } from '../report.ts'
import { ratingFaults } from './rating.ts'

const material = plantMaterial()
const report = composeReport(material)
const corpus = corpusOf(material)
const rating = report.rating as ReportRating
const [first] = rating.ideas as [RatedIdea]
const whole = (change: Partial<ReportRating>): Report => ({ ...report, rating: { ...rating, ...change } })
const changed = (change: Partial<RatedIdea>): Report =>
  whole({ ideas: rating.ideas.map((idea, at) => (at === 0 ? { ...idea, ...change } : idea)) })

test('each idea stands in the themes of what it comes from, with the numbers of its page', () => {
  expect(ratingFaults(report, corpus)).toEqual([])
  const page = material.rating?.results.find(({ id }) => id === first.id)
  expect(first.value?.mean).toBeCloseTo(page?.value?.mean ?? -1, 1)
  expect(first.value?.low).toBeLessThan(first.value?.mean ?? 0)
  expect(first.themes).toHaveLength(1)
  expect(rating.ideas.filter(({ people }) => people === null)).toHaveLength(1)
  expect(rating.ideas.at(-1)).toMatchObject({ people: null, value: null, helps: null, rank: null })
})

test('a report from before ratings were told holds none, and is as true as it was', () => {
  const { rating: _rating, ...earlier } = report
  expect(ratingFaults(earlier, corpus)).toEqual([])
})

test('what an idea comes from may be taken back since', () => {
  const source = corpus.ideas.find(({ id }) => id === first.id)?.sources[0]?.contribution ?? ''
  const taken = (retractedAt: string) => {
    const written = new Map(corpus.written)
    const erased = written.get(source)
    if (erased) written.set(source, { ...erased, author: null, title: null, body: '', retractedAt })
    return { ...corpus, written }
  }
  expect(ratingFaults(report, taken('2026-03-05T00:00:00.000Z'))).toEqual([])
  expect(ratingFaults(report, taken('2026-03-03T00:00:00.000Z'))).toHaveLength(1)
})

describe('what is refused', () => {
  const { value, helps } = first
  if (!value || !helps) throw new Error('the planted idea has no numbers')
  test.each([
    ['an interval that is too narrow', changed({ value: { ...value, low: value.low + 1 } })],
    ['one that is too wide', changed({ value: { ...value, high: value.high + 0.2 } })],
    ['another mean', changed({ value: { ...value, mean: value.mean - 0.2 } })],
    ['an interval without the sampling', changed({ value: { ...value, low: value.mean, high: value.mean } })],
    ['another share whom it would help', changed({ helps: { ...helps, mean: 0.99 } })],
    ['another impact', changed({ impact: 4.9 })],
    ['more raters than there were', changed({ people: (first.people ?? 0) + 1 })],
    ['a rank that it does not have', changed({ rank: 3 })],
    ['numbers that are left out', changed({ people: null, value: null, helps: null, impact: null, feasibility: null })],
    ['a theme that it does not come from', changed({ themes: report.themes.map(({ id }) => id) })],
    ['an idea of another jam', changed({ id: report.jam.id })],
    ['an idea that is left out', whole({ ideas: rating.ideas.slice(1) })],
    ['an idea that stands twice', whole({ ideas: [...rating.ideas, first] })],
    ['more people than rated', whole({ people: 41 })],
    ['a rating of four people', whole({ people: 4 })],
    ['a rating that is said to be of too few', whole({ people: null, ideas: [] })],
    ['ideas beside it all the same', whole({ people: null })],
    ['simulated people who are not told', { ...whole({ simulated: 7 }) }],
    ['a rating that was shown before it was over', whole({ countedAt: '2026-03-04T12:00:01.000Z' })],
    ['a rating of a jam that is not closed', { ...report, jam: { ...report.jam, closedAt: null } }],
  ])('%s', (_, wrong) => {
    expect(ratingFaults(wrong, corpus).length).toBeGreaterThan(0)
  })

  test('what fewer than five rated, even where it was counted so', () => {
    const of = corpus.rating as NonNullable<typeof corpus.rating>
    const few = { ...of, tallies: of.tallies.map((one) => ({ ...one, people: 2 })) }
    expect(ratingFaults(report, { ...corpus, rating: few }).length).toBeGreaterThan(0)
    expect(ratingFaults(changed({ people: 4 }), { ...corpus, rating: few })).toContainEqual(
      expect.objectContaining({ at: first.id, what: 'shows what fewer than five rated' }),
    )
  })

  test('what was never counted', () => {
    expect(ratingFaults(report, { ...corpus, rating: null }).map(({ what }) => what)).toContain('was never counted')
  })
})
