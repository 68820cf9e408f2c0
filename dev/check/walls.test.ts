import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deadPlants, importPlants, lintPlants, type Plant, purePlants, shapePlants, sound } from './planted.ts'
import { runTool } from './run-tool.ts'
import { shape } from './shape.ts'
import type { Finding } from './source-tree.ts'
import { unseenFiles, walls } from './walls.ts'

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
/** What the tools are told, and what those settings name: a tree of nothing else holds the plants. */
const COPIED = ['package.json', 'biome.json', 'knip.json', '.dependency-cruiser.mjs', 'dev/check/pure.d.ts']
const PLANTS = [...importPlants, ...shapePlants, ...lintPlants, ...purePlants, ...deadPlants, sound]

type Seen = { imports: Finding[]; shapes: Finding[]; lint: string; pure: string; dead: string }
const seen: Partial<Seen> = {}
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'dandelion-walls-'))

function plant(): void {
  const settings = fs.readdirSync(repository).filter((name) => /^tsconfig.*\.json$/.test(name))
  for (const name of [...COPIED, ...settings]) fs.cpSync(path.join(repository, name), path.join(copy, name))
  fs.symlinkSync(path.join(repository, 'node_modules'), path.join(copy, 'node_modules'))
  for (const [file, text] of PLANTS.flatMap((each) => Object.entries(each.files))) {
    fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    fs.writeFileSync(path.join(copy, file), text)
  }
}

beforeAll(async () => {
  plant()
  const own = ['--tsBuildInfoFile', path.join(copy, 'pure.tsbuildinfo')]
  seen.imports = await walls(copy)
  seen.shapes = await shape(copy)
  seen.lint = (await runTool(copy, 'biome', ['lint', '--max-diagnostics=none', '--reporter=github', '.'])).output
  seen.pure = (await runTool(copy, 'tsc', ['-p', 'tsconfig.pure.json', '--pretty', 'false', ...own])).output
  seen.dead = (await runTool(copy, 'knip', ['--no-progress', '--include', 'files'])).output
}, 120_000)

afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

const rulesFor = (findings: readonly Finding[] = [], file: string): string[] =>
  findings.filter((finding) => finding.file === file).map((finding) => finding.rule)

const linesAbout = (output = '', file: string): string =>
  output
    .split('\n')
    .filter((line) => line.includes(file))
    .join('\n')

const named = (plants: readonly Plant[]): [string, string][] => plants.map(({ rule, complains }) => [rule, complains])

test.each(named(importPlants))('%s stops %s', (rule, file) => {
  expect(rulesFor(seen.imports, file)).toContain(rule)
})

test.each(named(shapePlants))('%s finds %s', (rule, file) => {
  expect(rulesFor(seen.shapes, file)).toContain(rule)
})

test.each(named(lintPlants))('Biome says %s of %s', (rule, file) => {
  expect(linesAbout(seen.lint, file)).toContain(rule)
})

test.each(named(purePlants))('the pure types say "%s" of %s', (complaint, file) => {
  expect(linesAbout(seen.pure, file)).toContain(complaint)
})

test.each(named(deadPlants))('knip says "%s" of %s', (_, file) => {
  expect(linesAbout(seen.dead, file)).not.toBe('')
})

test('a sound file beside the planted ones is not complained about', () => {
  const about = [...rulesFor(seen.imports, sound.complains), ...rulesFor(seen.shapes, sound.complains)]
  expect([...about, linesAbout(seen.lint, sound.complains), linesAbout(seen.pure, sound.complains)].join('')).toBe('')
})

test('a cruise that saw no file at all is a failure that names every file', () => {
  expect(unseenFiles([], ['src/kernel/index.ts'])).toEqual([
    { rule: 'every-file-cruised', file: 'src/kernel/index.ts', message: expect.any(String) },
  ])
})

test('every rule of the walls has been seen to fail', async () => {
  const file = pathToFileURL(path.join(repository, '.dependency-cruiser.mjs')).href
  const { default: config } = (await import(file)) as { default: { forbidden: { name: string }[] } }
  const rules = new Set(config.forbidden.map((rule) => rule.name))
  expect(rules.difference(new Set(importPlants.map((each) => each.rule)))).toEqual(new Set())
})

test('every rule of the shape has been seen to complain', () => {
  const sources = fs
    .readdirSync(path.join(repository, 'dev/check'))
    .filter((name) => !/(?:test|planted)\.ts$|^planted/.test(name))
  const texts = sources.map((name) => fs.readFileSync(path.join(repository, 'dev/check', name), 'utf8'))
  const rules = new Set(texts.flatMap((text) => [...text.matchAll(/rule: '([a-z-]+)'/g)].map((found) => found[1])))
  const planted = new Set(shapePlants.map((each) => each.rule))
  expect(rules.difference(planted)).toEqual(new Set(['every-file-cruised']))
})
