import { expect, test } from 'vitest'
import type { JamView } from '../contract.ts'
import { toldChange } from './told-change.ts'

type Change = JamView['changes'][number]
const now = '2026-05-03T12:00:00.000Z'
const early = '2026-05-01T12:00:00.000Z'
const base: Change = {
  at: '2026-05-03T11:00:00.000Z',
  kind: 'moved',
  phase: 'rate',
  until: null,
  reason: 'Why',
  by: 'A',
}

const told = (changes: Change[], phase: Change['phase'] = 'rate', isFront = false) =>
  toldChange({ changes, now, jam: { phase } }, { isFront })?.kind

test.each(['moved', 'extended', 'closed-early'] as const)(
  '%s with a reason is told from the moment it happens',
  (kind) => {
    expect(told([{ ...base, at: now, kind }])).toBe(kind)
  },
)

test('what the clock does has no reason and is not told', () => {
  expect(told([{ ...base, reason: null, by: null }])).toBeUndefined()
})

test('the clock moving on ends the telling of what was before', () => {
  const clock: Change = { ...base, phase: 'report', reason: null, by: null }
  expect(told([{ ...base, kind: 'extended' }, clock], 'report', true)).toBeUndefined()
})

test('after a day only the front tells it, as long as the phase lasts', () => {
  expect(told([{ ...base, at: early }])).toBeUndefined()
  expect(told([{ ...base, at: early }], 'rate', true)).toBe('moved')
  expect(told([{ ...base, at: early, phase: 'archive' }], 'archive', true)).toBeUndefined()
})
