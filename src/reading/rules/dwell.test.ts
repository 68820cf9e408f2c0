import { expect, test } from 'vitest'
import { isInView } from './dwell.ts'

test.each([
  ['wholly in view', { shownPx: 200, wholePx: 200, windowPx: 800 }, true],
  ['mostly in view', { shownPx: 140, wholePx: 200, windowPx: 800 }, true],
  ['half in view', { shownPx: 100, wholePx: 200, windowPx: 800 }, false],
  ['taller than the window and filling it', { shownPx: 800, wholePx: 3_000, windowPx: 800 }, true],
  ['taller than the window, at its edge', { shownPx: 300, wholePx: 3_000, windowPx: 800 }, false],
  ['below the window', { shownPx: 0, wholePx: 200, windowPx: 800 }, false],
  ['of no height', { shownPx: 0, wholePx: 0, windowPx: 800 }, false],
])('%s', (_how, shown, inView) => {
  expect(isInView(shown)).toBe(inView)
})
