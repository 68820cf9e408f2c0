import { describe, expect, test } from 'vitest'
import { corpusOf, plantMaterial } from '../../../../test/report-material.ts'
import { composeReport } from '../compose-report.ts'
import { meetingFaults } from './meetings.ts'

const material = plantMaterial()
const report = composeReport(material)
const corpus = corpusOf(material)
const told = { meetings: 2, people: 14, few: 1, contributions: 0 }

test('who was at meetings has a line of its own, and nobody of them is among the people', () => {
  expect(report.spokenFor).toEqual(told)
  expect(report.people).toEqual(composeReport({ ...material, meetings: [] }).people)
  expect(meetingFaults(report, corpus)).toEqual([])
})

describe('what was said at a meeting and taken back', () => {
  const [first, second] = material.written.filter(({ parent }) => parent === null).map(({ id }) => id)
  const ids = [first ?? '', second ?? '']
  const meetings = [{ people: 14, at: report.edition.madeAt, contributions: ids }]
  const nobodys = material.written.map((each) => (ids.includes(each.id) ? { ...each, author: null } : each))
  const taken = (at: string) =>
    nobodys.map((each) => (each.id === first ? { ...each, title: null, body: '', retractedAt: at } : each))
  const before = { ...material, meetings, written: taken('2026-03-04T11:00:00.000Z') }
  const after = { ...material, meetings, written: taken('2026-03-05T12:00:00.000Z') }

  test('before an edition is not counted in it', () => {
    const made = composeReport(before)
    expect(made.spokenFor).toMatchObject({ meetings: 1, contributions: 1 })
    expect(meetingFaults(made, corpusOf(before))).toEqual([])
  })

  test('after an edition leaves its count as it was', () => {
    const made = composeReport({ ...material, meetings, written: nobodys })
    expect(made.spokenFor).toMatchObject({ meetings: 1, contributions: 2 })
    expect(meetingFaults(made, corpusOf(after))).toEqual([])
    const less = { ...made, spokenFor: { meetings: 1, people: 14, few: 0, contributions: 1 } }
    expect(meetingFaults(less, corpusOf(after))).toHaveLength(1)
  })
})

describe('what is refused', () => {
  const somebodys = material.written.find(({ author }) => author !== null)?.id ?? ''
  test.each([
    ['people who were not there', { ...told, people: 15 }, corpus],
    ['a small meeting counted as a large one', { ...told, few: 0 }, corpus],
    [
      'what somebody wrote, counted as said at a meeting',
      { ...told, meetings: 3, people: 19, contributions: 1 },
      {
        ...corpus,
        meetings: [...corpus.meetings, { people: 5, at: report.edition.madeAt, contributions: [somebodys] }],
      },
    ],
  ])('%s', (_, spokenFor, held) => {
    expect(meetingFaults({ ...report, spokenFor }, held)).toHaveLength(1)
  })
})
