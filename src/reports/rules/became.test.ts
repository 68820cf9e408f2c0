import { expect, test } from 'vitest'
import { plantMaterial } from '../../../test/report-material.ts'
import { becameOf } from './became.ts'
import { composeReport } from './compose-report.ts'
import type { Answered } from './report.ts'

const report = composeReport(plantMaterial())
const [first, second] = report.themes
const answered = (id = '', over: Partial<Answered> = {}): Answered => ({
  ...{ kind: 'theme', id, name: `name of ${id}`, answer: 'decline', reason: 'No.', owner: null, due: null },
  ...{ budget: null, signed: [{ by: 'Sara', at: '2027-01-01T00:00:00.000Z' }], promise: null, ...over },
})
const answers = [answered(first?.id), answered(second?.id), answered('an-idea', { kind: 'idea' })]
const nobody = { written: new Set<string>(), supported: new Set<string>(), followed: new Set<string>() }
const ideas = new Map([['an-idea', [second?.ideas[0] ?? '']]])

test('who wrote, agreed or follows is told of exactly the answers that concern her', () => {
  const mine = {
    written: new Set([first?.ideas[0] ?? '']),
    supported: new Set([second?.ideas[0] ?? '']),
    followed: new Set([first?.id ?? '']),
  }
  const became = becameOf({ report, answers, ideas, mine })
  expect(became.map(({ id, why }) => [id, why])).toEqual([
    [first?.id, ['wrote', 'followed']],
    [second?.id, ['supported']],
    ['an-idea', ['supported']],
  ])
})

test('whom nothing concerns is told nothing', () => {
  expect(becameOf({ report, answers, ideas, mine: nobody })).toEqual([])
})
