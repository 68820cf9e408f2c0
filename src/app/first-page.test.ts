import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildWebIfNeeded } from './build-web.ts'

const BUDGET_BYTES = 160_000
const built = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'web')
const ENTRY = 'index.html'

type Chunk = { readonly file: string; readonly imports?: string[]; readonly dynamicImports?: string[] }
type Manifest = Readonly<Record<string, Chunk>>
const seen: { manifest: Manifest } = { manifest: {} }

beforeAll(async () => {
  await buildWebIfNeeded()
  seen.manifest = JSON.parse(fs.readFileSync(path.join(built, 'manifest.json'), 'utf8')) as Manifest
})

function withImports(key: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(key)) return found
  found.add(key)
  for (const next of seen.manifest[key]?.imports ?? []) withImports(next, found)
  return found
}

/** The bytes of a file as they travel to a browser that takes gzip alone; small files travel as they are. */
function sentBytes(file: string): number {
  const plain = path.join(built, file)
  return fs.statSync(fs.existsSync(`${plain}.gz`) ? `${plain}.gz` : plain).size
}

/** What a browser without anything kept loads as JavaScript before it can show these parts, compressed, in bytes. */
function loadedBytes(parts: readonly string[]): number {
  const chunks = parts.reduce((all, part) => all.union(withImports(part)), new Set<string>())
  const files = [...chunks].map((key) => seen.manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'))
  return files.reduce((sum, file) => sum + sentBytes(file), 0)
}

function lazyParts(pattern: RegExp): string[] {
  return (seen.manifest[ENTRY]?.dynamicImports ?? []).filter((key) => pattern.test(key))
}

test('every page opens with at most 160 kB of compressed JavaScript, in either language', () => {
  const languages = lazyParts(/\/words\.[a-z]{2}\.ts$/)
  const pages = lazyParts(/Page\.tsx$/)
  expect([languages.length, pages.length > 0]).toEqual([2, true])
  const opened = pages.flatMap((page) => languages.map((words) => ({ page, bytes: loadedBytes([ENTRY, words, page]) })))
  expect(opened.filter(({ bytes }) => bytes > BUDGET_BYTES)).toEqual([])
})

test('the measure counts what a part imports, not the part alone', () => {
  const entry = seen.manifest[ENTRY]
  expect(loadedBytes([ENTRY])).toBeGreaterThan(sentBytes(entry?.file ?? ''))
})

test('the compressed twin of every file says the same as the file', () => {
  const assets = path.join(built, 'assets')
  const twins = fs.readdirSync(assets).filter((name) => /[.](?:br|gz)$/.test(name))
  expect(twins.length).toBeGreaterThan(0)
  for (const twin of twins) {
    const packed = fs.readFileSync(path.join(assets, twin))
    const text = twin.endsWith('.br') ? zlib.brotliDecompressSync(packed) : zlib.gunzipSync(packed)
    expect(text.equals(fs.readFileSync(path.join(assets, twin.slice(0, -3)))), twin).toBe(true)
  }
})
