import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFileOnce } from './make-file-once.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dandelion-once-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

test('a file is made for its owner alone, and nothing is left beside it', () => {
  const file = path.join(folder, 'secret')
  makeFileOnce(file, 'first')
  expect(fs.readFileSync(file, 'utf8')).toBe('first\n')
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(fs.readdirSync(folder)).toEqual(['secret'])
})

test('a file that is there stays as it is', () => {
  const file = path.join(folder, 'secret')
  makeFileOnce(file, 'first')
  makeFileOnce(file, 'second')
  expect(fs.readFileSync(file, 'utf8')).toBe('first\n')
})

test('processes that come first at once all read the same', async () => {
  const file = path.join(folder, 'secret')
  const module = new URL('./make-file-once.ts', import.meta.url).href
  const code = `import fs from 'node:fs'
    const { makeFileOnce } = await import(${JSON.stringify(module)})
    makeFileOnce(${JSON.stringify(file)}, String(process.pid))
    process.stdout.write(fs.readFileSync(${JSON.stringify(file)}, 'utf8'))`
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code])
  const read = await Promise.all([run(), run(), run()])
  expect(new Set(read.map(({ stdout }) => stdout)).size).toBe(1)
})
