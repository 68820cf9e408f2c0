import { expect, test } from 'vitest'
import { restAfter } from './rest.ts'

test.each([
  ['a small one comes again after two seconds', 30, 0, 2_000],
  ['a large one has a tenth of a core', 1_000, 0, 9_000],
  ['each failure doubles the rest', 30, 3, 16_000],
  ['nothing rests longer than five minutes', 30, 1_000, 300_000],
])('%s', (_what, took, failures, rest) => {
  expect(restAfter(took, failures)).toBe(rest)
})
