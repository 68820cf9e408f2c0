import { expect, test } from 'vitest'
import { TAKEN_BACK } from '../../jams/contract.ts'
import type { MadeIdea } from './corpus.ts'
import type { Answered, Report } from './report.ts'
import { withoutTakenBack } from './without-taken-back.ts'

const id = '00000000-0000-7000-8000-000000000001'
const answered = { kind: 'idea', id, name: 'We plant trees.', answer: 'decline', reason: 'No.' } as Answered
const idea = { id, by: null, sentence: TAKEN_BACK } as MadeIdea
const namesIn = (one: Answered, of: MadeIdea): string[] | undefined =>
  withoutTakenBack({ answers: [one] } as unknown as Report, { ideas: [of] }).answers?.map(({ name }) => name)

test.each([
  ['an idea whose words were taken back', answered, idea, ''],
  ['one whose words stand', answered, { ...idea, sentence: 'We plant trees.' }, 'We plant trees.'],
  ['one that somebody else said', answered, { ...idea, by: id }, 'We plant trees.'],
  ['a theme', { ...answered, kind: 'theme' as const }, idea, 'We plant trees.'],
])('%s is named so in its answer', (_what, one, of, name) => {
  expect(namesIn(one, of)).toEqual([name])
})

test('an edition without such a name stays the very same', () => {
  const report = { answers: [{ ...answered, name: '' }] } as unknown as Report
  expect(withoutTakenBack(report, { ideas: [idea] })).toBe(report)
  const closing = {} as Report
  expect(withoutTakenBack(closing, { ideas: [idea] })).toBe(closing)
})
