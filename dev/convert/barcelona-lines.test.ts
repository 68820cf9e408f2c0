import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readJamFile } from '../../src/jams/rules/jam-file.ts'
import type { Line } from '../../src/jams/rules/jam-format.ts'
import { formatLine, parseLine } from '../../src/jams/rules/jam-lines.ts'
import { barcelonaLines } from './barcelona-lines.ts'

const datasets = resolve(process.env.DANDELION_DATASETS ?? '../shared/data')
const isThere = existsSync(`${datasets}/decidim-barcelona-2016`)
const whereTheSetIs = test.skipIf(!isThere)
const options = { phase: 'archive' as const, votes: 500, seed: 7 }
const lines: Line[] = isThere ? [...barcelonaLines(datasets, options)] : []
const count = (is: (line: Line) => boolean) => lines.filter(is).length

whereTheSetIs('all 29,052 contributions are there, in threads, without any problem', () => {
  const file = readJamFile()
  const problems = lines
    .map((line) => file.check(parseLine(formatLine(line), 1)))
    .filter((problem) => problem !== undefined)
  expect([...problems, file.end()]).toEqual([undefined])
  expect(count((line) => line.type === 'contribution')).toBe(29_052)
  expect(count((line) => line.type === 'contribution' && line.parent === null)).toBe(10_860)
})

whereTheSetIs('the city, ten districts and five subjects hold them', () => {
  expect(count((line) => line.type === 'hub')).toBe(11)
  expect(count((line) => line.type === 'forum')).toBe(5)
})

whereTheSetIs('what was said in meetings has no author', () => {
  expect(count((line) => line.type === 'contribution' && line.author === null)).toBe(4_498)
})

whereTheSetIs('a side that was taken is the kind of the reply', () => {
  expect(count((line) => line.type === 'contribution' && line.kind === 'objection')).toBe(798)
  expect(count((line) => line.type === 'contribution' && line.kind === 'build')).toBe(5_198)
})

whereTheSetIs('seeded votes are as many as asked for and the same each time', () => {
  expect(count((line) => line.type === 'vote')).toBe(500)
  expect([...barcelonaLines(datasets, options)].at(-1)).toEqual(lines.at(-1))
})
