import { expect, test } from 'vitest'
import { corpusOf, plantMaterial } from '../../../../test/report-material.ts'
import { composeReport } from '../compose-report.ts'
import type { Report } from '../report.ts'
import { openBook } from './book.ts'
import { logChapter } from './chapter-method.ts'

type Line = Report['log'][number]
const about = (name: string | null): Line => ({
  ...{ at: '2026-01-31T08:30:00.000Z', what: 'moved', name, contributions: 0, reason: null },
})
const course = (what: string, phase: Line['phase'], reason: string | null = null): Line => ({
  ...{ ...about(null), what, reason },
  ...(phase && { phase }),
})

function saysOf(log: Line[], language: 'en' | 'de' = 'en'): string[] {
  const material = plantMaterial()
  const report = composeReport({ ...material, log })
  const blocks = logChapter(openBook({ report, corpus: corpusOf(material), language, hash: '0' }))
  return blocks.flatMap((block) => (block.type === 'table' ? block.rows.map((row) => String(row[1])) : []))
}

test('a jam that moves on, by a host or by the clock, and a contribution that is moved are told apart', () => {
  const log = [course('moved', 'rate'), course('moved-by-clock', 'report'), { ...about('Lunch'), what: 'placed' }]
  expect(saysOf(log)).toEqual([
    'moved the jam on to “rate”',
    'the clock moved the jam on to “decide and report”',
    'moved contributions into this theme',
  ])
  expect(new Set(saysOf(log, 'de')).size).toBe(3)
})

test('in editions of before, both of which are called moved, what is about a theme is the contribution', () => {
  expect(saysOf([about('Lunch'), about(null)])).toEqual(['moved contributions', 'moved the jam on to its next phase'])
})

test('what is known says what it is, and nothing is shown as a word of the machine', () => {
  const phases = [course('extended', 'discuss'), course('closed-early', 'report'), course('opened', 'discuss')]
  const said = saysOf([...phases, { ...about('Lunch'), what: 'unplaced' }])
  expect(said).toEqual([
    'gave “discuss” more time',
    'closed early and moved the jam on to “decide and report”',
    'opened the jam',
    'moved contributions out of this theme',
  ])
})
