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
