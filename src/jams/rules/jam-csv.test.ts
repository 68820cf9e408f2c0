import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jamFile } from '../../../test/jam-arbitrary.ts'
import { csvHead, csvLine } from './jam-csv.ts'
import { type LineType, lineTypes } from './jam-format.ts'

const formula = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u

test('no cell of any jam can become a formula, and every row has every column', () => {
  fc.assert(
    fc.property(jamFile, fc.constantFrom<LineType[]>(...lineTypes), (lines, type) => {
      const rows = lines.filter((line) => line.type === type)
      const [head = [], ...cells] = parse(csvHead(type) + rows.map(csvLine).join(''), { bom: true }) as string[][]
      expect(cells).toHaveLength(rows.length)
      expect(head[0]).not.toBe('type')
      for (const cell of cells.flat()) expect(formula.test(cell)).toBe(false)
    }),
    { numRuns: 100 },
  )
})

test('a formula that somebody wrote is kept as text', () => {
  const person = {
    type: 'person',
    id: '00000000-0000-7000-8000-00000000000a',
    name: '=HYPERLINK("x")',
    hub: null,
    guest: false,
  }
  expect(csvLine(person as never)).toBe(`00000000-0000-7000-8000-00000000000a,"'=HYPERLINK(""x"")",,false\r\n`)
})
