import { expect, test } from 'vitest'
import type { JamView } from '../../jams/contract.ts'
import { stageOf } from './stage.ts'

type Phase = JamView['jam']['phase']

/** Of a view only what a stage depends on. */
const at = (phase: Phase, rateAt: string | null, went: readonly Phase[] = []) =>
  stageOf({ jam: { phase, dates: { rateAt } }, changes: went.map((one) => ({ phase: one })) } as unknown as JamView)

test.each([
  ['prepare', '2026-12-01T08:00:00Z', 'made'],
  ['discuss', '2026-12-01T08:00:00Z', 'made'],
  ['prepare', null, 'unplanned'],
  ['discuss', null, 'unplanned'],
  ['rate', null, 'fixed'],
  ['report', '2026-12-01T08:00:00Z', 'rated'],
  ['archive', null, 'never'],
] as const)('in %s with rating at %s ideas are %s', (phase, rateAt, stage) => {
  expect(at(phase, rateAt)).toBe(stage)
})

test('hosts who began rating by hand had no date for it', () => {
  expect(at('report', null, ['discuss', 'rate'])).toBe('rated')
})
