import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { hashWebSources } from './build-web.ts'

function aTree(): { root: string; write(file: string, text: string): void } {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'dandelion-web-'))
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }))
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    fs.writeFileSync(path.join(root, file), text)
  }
  write('index.html', '<!doctype html>')
  write('src/jams/web/JamPage.tsx', 'page')
  return { root, write }
}

const WEB_SOURCES = [
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'src/app/web.tsx',
  'src/jams/web/jam.css',
  'src/jams/rules/phase.ts',
  'src/jams/messages.de.ts',
  'src/jams/contract.ts',
  'src/kernel/messages.ts',
  'src/web-kit/Button.tsx',
]

test.each(WEB_SOURCES)('a change of %s makes the web be built anew', (file) => {
  const { root, write } = aTree()
  const before = hashWebSources(root)
  write(file, 'changed')
  expect(hashWebSources(root)).not.toBe(before)
})

test.each(['src/jams/close-jam.ts', 'src/jams/web/JamPage.test.tsx', 'README.md'])(
  'a change of %s does not',
  (file) => {
    const { root, write } = aTree()
    const before = hashWebSources(root)
    write(file, 'changed')
    expect(hashWebSources(root)).toBe(before)
  },
)
