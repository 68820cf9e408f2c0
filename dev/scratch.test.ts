import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hasRoom, keepInMemory } from './scratch.ts'

const roomy = { type: 0x01021994, freeBytes: 2 ** 33, options: 'rw,nosuid', freeMemory: 2 ** 34 }

test('a machine with memory to spare has room', () => {
  expect(hasRoom(roomy)).toBe(true)
})

test.each([
  ['a disk', { type: 0xef53 }],
  ['programs may not be run there', { options: 'rw,noexec' }],
  ['it is small, as in a container', { freeBytes: 2 ** 26 }],
  ['memory is short', { freeMemory: 2 ** 32 }],
])('there is none where %s', (_, less) => {
  expect(hasRoom({ ...roomy, ...less })).toBe(false)
})

let parent: string
beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'dandelion-scratch-'))
  vi.stubEnv('TMPDIR', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  fs.rmSync(parent, { recursive: true, force: true })
})

test('temporary files go there, and what was left by a run that is over goes away', () => {
  const left = path.join(parent, 'dandelion-tests-999999999')
  const others = [path.join(parent, `dandelion-tests-${process.ppid}`), path.join(parent, 'something-else')]
  for (const folder of [left, ...others]) fs.mkdirSync(folder)
  const remove = keepInMemory(parent, () => roomy)
  const folder = path.join(parent, `dandelion-tests-${process.pid}`)
  expect(os.tmpdir()).toBe(folder)
  expect(fs.statSync(folder).mode & 0o7777).toBe(0o1777)
  expect(fs.existsSync(left)).toBe(false)
  expect(others.every((one) => fs.existsSync(one))).toBe(true)
  remove?.()
  expect(fs.existsSync(folder)).toBe(false)
})

test.each([
  ['whoever has chosen another', () => vi.stubEnv('TMPDIR', '/tmp'), () => roomy],
  ['a machine without room', () => undefined, () => ({ ...roomy, freeMemory: 0 })],
  [
    'a machine without such a folder',
    () => undefined,
    () => {
      throw new Error('ENOENT')
    },
  ],
])('%s keeps temporary files where they are', (_, choose, look) => {
  choose()
  const before = os.tmpdir()
  expect(keepInMemory(parent, look)).toBeUndefined()
  expect(os.tmpdir()).toBe(before)
  expect(fs.readdirSync(parent)).toEqual([])
})
