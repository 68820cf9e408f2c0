import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { corpusOf, plantMaterial } from '../../../test/report-material.ts'
import { hideSmall } from './compose/hide-small.ts'
import { composeReport } from './compose-report.ts'
import { verifyReport } from './verify-report.ts'

describe('a report', () => {
  test('of a sound jam may be published', () => {
    const material = plantMaterial()
    expect(verifyReport(composeReport(material), corpusOf(material))).toEqual([])
  })

  test('of the same material is the same report', () => {
    expect(JSON.stringify(composeReport(plantMaterial()))).toBe(JSON.stringify(composeReport(plantMaterial())))
  })

  test('gives a headline to the small voice of one hub, which without its place would have none', () => {
    const report = composeReport(plantMaterial({ themes: 12 }))
    const small = report.themes.find(({ label }) => label === 'label 12')
    expect(small?.headline).toBe('small-voice')
    const byPeople = report.themes.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0)).slice(0, 9)
    expect(byPeople).not.toContain(small)
  })

  test('of any size is covered to the last contribution and passes the verifier', () => {
    const sizes = fc.record({
      themes: fc.integer({ min: 0, max: 14 }),
      each: fc.integer({ min: 15, max: 40 }),
      small: fc.integer({ min: 1, max: 9 }),
      hubs: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(sizes, (size) => {
        const material = plantMaterial(size)
        const report = composeReport(material)
        expect(verifyReport(report, corpusOf(material))).toEqual([])
        expect(report.coverage.reduce((sum, row) => sum + row.contributions, 0)).toBe(material.written.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a table of people', () => {
  const row = fc.record({
    name: fc.uuid(),
    invited: fc.constant(null),
    people: fc.integer({ min: 0, max: 12 }),
    contributions: fc.integer({ min: 0, max: 40 }),
  })

  test('lets nobody find a group under five by taking the shown from the whole', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const { rows: shown, others } = hideSmall(rows)
        const whole = rows.reduce((sum, { people }) => sum + people, 0)
        const rest = whole - shown.reduce((sum, { people }) => sum + people, 0)
        expect(shown.every(({ people }) => people === 0 || people >= 5)).toBe(true)
        if (others) expect([rest, others.people >= 5, others.groups >= 2]).toEqual([others.people, true, true])
        else expect(rest === 0 || whole < 5 || shown.every(({ people }) => people === 0)).toBe(true)
      }),
    )
  })
})
