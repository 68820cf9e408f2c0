import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSealer } from './open-sealer.ts'

let folders: string[]

beforeAll(async () => {
  const folder = () => mkdtemp(path.join(os.tmpdir(), 'sealer-'))
  folders = [await folder(), await folder()]
})
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const sealerIn = (at: number) => openSealer(folders[at] ?? '', 'a-key')

test('what is sealed is opened again, after a new start too, and no two sealings look alike', () => {
  const sealed = sealerIn(0).seal('a secret', 'a jam')
  expect(sealerIn(0).open(sealed, 'a jam')).toBe('a secret')
  expect(sealed.equals(sealerIn(0).seal('a secret', 'a jam'))).toBe(false)
  expect(sealed.includes('a secret')).toBe(false)
})

test('it opens for nothing else, by no other key, and not when a bit of it was changed', () => {
  const sealed = sealerIn(0).seal('a secret', 'a jam')
  expect(sealerIn(0).open(sealed, 'another jam')).toBeUndefined()
  expect(sealerIn(1).open(sealed, 'a jam')).toBeUndefined()
  for (let at = 0; at < sealed.length; at++) {
    const spoiled = Buffer.from(sealed)
    spoiled[at] = (spoiled[at] ?? 0) ^ 1
    expect(sealerIn(0).open(spoiled, 'a jam')).toBeUndefined()
  }
  expect(sealerIn(0).open(Buffer.alloc(5), 'a jam')).toBeUndefined()
})
