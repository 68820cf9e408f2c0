import { describe, expect, test } from 'vitest'
import { corpusOf, plantMaterial } from '../../../../test/report-material.ts'
import { composeReport } from '../compose-report.ts'
import type { ReportPoll } from '../report.ts'
import { pollFaults } from './polls.ts'

const material = plantMaterial()
const report = composeReport(material)
const corpus = corpusOf(material)
const polls = report.polls ?? []
const changed = (change: (poll: ReportPoll) => ReportPoll) => ({
  ...report,
  polls: polls.map((poll, at) => (at === 0 ? change(poll) : poll)),
})

test('polls stand in the theme they were asked about, in that of their thread, or outside', () => {
  expect(pollFaults(report, corpus)).toEqual([])
  const [first] = report.themes
  expect(polls.map(({ theme, people }) => [theme, people])).toEqual([
    [material.themes[0]?.id, 31],
    [report.themes.find(({ ideas }) => ideas.includes(polls[1]?.thread ?? ''))?.id, null],
    [null, 31],
  ])
  expect(first).toBeDefined()
})

test('a report from before there were polls holds none, and is as true as it was', () => {
  const { polls: _polls, ...earlier } = report
  expect(pollFaults(earlier, corpus)).toEqual([])
})

describe('what is refused', () => {
  test.each([
    ['a poll that is left out', { ...report, polls: polls.slice(1) }],
    ['a poll that stands twice', { ...report, polls: [...polls, ...polls.slice(0, 1)] }],
    ['a number that was not counted', changed((poll) => ({ ...poll, people: 32 }))],
    ['words that were not asked', changed((poll) => ({ ...poll, question: 'Which last?' }))],
    ['another order', changed((poll) => ({ ...poll, options: poll.options.toReversed() }))],
    ['a theme that is not in it', changed((poll) => ({ ...poll, theme: poll.id }))],
  ])('%s', (_, wrong) => {
    expect(pollFaults(wrong, corpus).length).toBeGreaterThan(0)
  })

  test('a group under five, even where it was counted so', () => {
    const options = [20, 8, 3].map((votes, option) => ({ option, rank: option + 1, votes }))
    const counted = corpus.polls.map((poll, at) => (at === 0 ? { ...poll, result: { people: 31, options } } : poll))
    const told = composeReport({ ...material, polls: counted })
    expect(pollFaults(told, { ...corpus, polls: counted }).map(({ what }) => what)).toEqual([
      'shows a group under five',
    ])
  })
})
