import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Input } from '../platform/find-bundled.ts'
import { projectRoot } from '../platform/ground.ts'
import { buildWebIfNeeded, isWebBuilt } from './build-web.ts'

const LISTS = ['web.inputs.json', 'pages.js.inputs.json']

describe('what the web is built from', () => {
  let noted: Set<string>
  beforeAll(async () => {
    await buildWebIfNeeded()
    const lists = LISTS.map((name) => fs.readFileSync(path.join(projectRoot, 'dist', name), 'utf8'))
    noted = new Set(lists.flatMap((list) => (JSON.parse(list) as Input[]).map(([file]) => file)))
  }, 120_000)

  test.each([
    'index.html',
    'vite.config.ts',
    'package-lock.json',
    'src/app/web.tsx',
    'src/app/pages-entry.tsx',
    'src/themes/web/themes.css',
    'src/themes/web/lazy/ChooseBar.tsx',
    'src/jams/rules/screens.en.ts',
    'src/jams/rules/screens.de.ts',
    'src/jams/contract.ts',
    'src/kernel/index.ts',
    'src/web-kit/index.ts',
  ])('holds %s', (file) => {
    expect(noted).toContain(file)
  })

  test.each(['src/jams/close-jam.ts', 'src/app/build-web.test.ts', 'README.md'])('does not hold %s', (file) => {
    expect(noted).not.toContain(file)
  })

  test('is not served', () => {
    expect(fs.globSync('**/*inputs*', { cwd: path.join(projectRoot, 'dist', 'web') })).toEqual([])
  })
})

describe('it is built anew', () => {
  function aBuild(): { root: string; source: string } {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'dandelion-web-'))
    onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }))
    const source = path.join(root, 'index.html')
    fs.writeFileSync(source, 'one')
    const { size, mtimeMs } = fs.statSync(source)
    for (const file of ['web/app.js', 'pages.js']) {
      fs.mkdirSync(path.dirname(path.join(root, 'dist', file)), { recursive: true })
      fs.writeFileSync(path.join(root, 'dist', file), '')
    }
    for (const list of LISTS)
      fs.writeFileSync(path.join(root, 'dist', list), JSON.stringify([['index.html', [size, mtimeMs]]]))
    return { root, source }
  }

  test('not while everything is as it was', () => {
    expect(isWebBuilt(aBuild().root)).toBe(true)
  })
  test('when a source has changed', () => {
    const { root, source } = aBuild()
    fs.writeFileSync(source, 'two, and longer')
    expect(isWebBuilt(root)).toBe(false)
  })
  test('when a source of the same size was written later', () => {
    const { root, source } = aBuild()
    fs.utimesSync(source, 1, 1)
    expect(isWebBuilt(root)).toBe(false)
  })
  test('when a source is gone', () => {
    const { root, source } = aBuild()
    fs.rmSync(source)
    expect(isWebBuilt(root)).toBe(false)
  })
  test.each(['web', 'pages.js', 'web.inputs.json', 'pages.js.inputs.json'])('when %s is gone', (part) => {
    const { root } = aBuild()
    fs.rmSync(path.join(root, 'dist', part), { recursive: true })
    expect(isWebBuilt(root)).toBe(false)
  })
})
