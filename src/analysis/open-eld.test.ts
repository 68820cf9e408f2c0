import fs from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { openEld, readLetterGroups } from './open-eld.ts'

const require = createRequire(import.meta.url)
const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.resolve('eld/small')))

test('every group of letters scores what the package says', () => {
  const { ngramsData } = require(fileOf('../ngrams/small.js'))
  const read = readLetterGroups(fs.readFileSync(fileOf('../ngrams/small.js'), 'utf8'))
  expect(read.type).toBe(ngramsData.type)
  expect(read.languages).toEqual(ngramsData.languages)
  const groups = Object.keys(ngramsData.ngrams)
  expect(groups.length).toBeGreaterThan(80_000)
  expect(groups.filter((group) => !isDeepStrictEqual(read.ngrams[group], ngramsData.ngrams[group]))).toEqual([])
  expect(read.ngrams.nothing).toBeUndefined()
})

test('it answers as the package does', () => {
  const { eld } = require(fileOf('static.small.js'))
  const ours = openEld()
  for (const text of [
    'Més zones verdes al barri',
    "C'est l'été qu'il nous faut",
    'мало парков',
    '',
    '12',
    'constructor',
  ]) {
    const [mine, its] = [ours.detect(text), eld.detect(text)]
    expect(mine.language).toBe(its.language)
    expect(mine.getScores()).toEqual(its.getScores())
  }
})
