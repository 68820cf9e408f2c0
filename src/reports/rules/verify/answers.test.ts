import { describe, expect, test } from 'vitest'
import { plantMaterial } from '../../../../test/report-material.ts'
import { composeReport } from '../compose-report.ts'
import type { Answered, Report } from '../report.ts'
import { answerFaults } from './answers.ts'

const plain = composeReport(plantMaterial())
const said = (id: string): Answered => ({
  ...{ kind: 'theme', id, name: 'A theme', answer: 'accept', reason: 'Yes.', owner: 'Karl', due: '2027-03-01' },
  ...{ budget: null, signed: [{ by: 'Sara', at: '2027-01-01T00:00:00.000Z' }] },
  promise: { state: 'open', at: null, reason: null },
})
const answers = plain.themes.filter(({ headline }) => headline !== null).map(({ id }) => said(id))
const answered: Report = { ...plain, edition: { ...plain.edition, kind: 'answered' }, answers }
const changed = (change: Partial<Answered>): Report => ({
  ...answered,
  answers: answers.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
})

test('an answered edition in which every headline is answered may be published', () => {
  expect(answerFaults(answered)).toEqual([])
})

test('after 90 days a headline may wait for its answer still', () => {
  const waiting: Report = { ...answered, edition: { ...plain.edition, kind: 'ninety-days' }, answers: answers.slice(1) }
  expect(answerFaults(waiting)).toEqual([])
})

describe('what is refused', () => {
  test.each([
    ['a headline without an answer', { ...answered, answers: answers.slice(1) }],
    ['something answered twice', { ...answered, answers: [...answers, ...answers.slice(0, 1)] }],
    ['answers in a closing edition', { ...plain, answers }],
    ['an answer without a reason', changed({ reason: ' ' })],
    ['an answer that nobody signed', changed({ signed: [] })],
    ['a promise that nobody keeps', changed({ owner: null })],
    ['a promise without a day', changed({ due: null })],
    ['a yes without a promise', changed({ promise: null })],
    ['a no with one', changed({ answer: 'decline' })],
  ])('%s', (_, report) => {
    expect(answerFaults(report).length).toBeGreaterThan(0)
  })
})
