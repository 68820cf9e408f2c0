import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { findBundle, findBundled } from '../platform/find-bundled.ts'
import { projectRoot } from '../platform/ground.ts'
import { makeBundleIfNeeded } from './bundle.ts'

/** The sources alone, with the packages of this checkout. */
function aCheckout(): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'dandelion-bundle-'))
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }))
  for (const part of ['bin', 'src', 'db', 'package.json', 'package-lock.json', 'vite.server.config.ts'])
    fs.cpSync(path.join(projectRoot, part), path.join(root, part), { recursive: true })
  fs.symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'))
  return root
}

function helpOf(root: string): string {
  const env = { ...process.env, DANDELION_DATA: path.join(root, 'data') }
  return execFileSync(process.execPath, ['bin/dandelion.mjs', 'help'], { cwd: root, encoding: 'utf8', env })
}

/** What a thread of this checkout answers. */
function threadOf(root: string): string {
  const ask = `import { openThread } from './src/platform/open-thread.ts'
    const thread = openThread({ file: new URL('${pathToFileURL(root)}/src/folds/worker/thread.ts'), what: 'a thread' })
    const staying = setInterval(() => {}, 1_000) // no process waits for its threads
    console.log(await thread.ask({ ask: 'nothing it knows' }).catch((error) => error.message))
    await thread.stop()
    clearInterval(staying)`
  fs.writeFileSync(path.join(root, 'ask.mjs'), ask)
  return execFileSync(process.execPath, ['ask.mjs'], { cwd: root, encoding: 'utf8' })
}
const ANSWERS = `import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ number }) => parentPort.postMessage({ number, answer: 'I am of the few' }))`

function rewrite(file: string, from: string, to: string): void {
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(from, to))
}

const SUMMARY = 'serves this installation'

test('the command line and threads come from few files, until one of its sources changes', {
  timeout: 60_000,
}, async () => {
  const root = aCheckout()
  expect(findBundle(root)).toBeNull()
  const plain = helpOf(root)
  const half = ['.server-999999999', 'server.json.999999999'].map((name) => path.join(root, 'dist', name))
  for (const folder of [...half, path.join(root, 'dist', `.server-${process.ppid}`)])
    fs.mkdirSync(folder, { recursive: true })
  await makeBundleIfNeeded(root)
  expect(half.filter((folder) => fs.existsSync(folder))).toEqual([])
  expect(fs.existsSync(path.join(root, 'dist', `.server-${process.ppid}`))).toBe(true)
  const bundle = findBundle(root) ?? ''
  expect(bundle).toContain('/dist/server-')
  expect(helpOf(root)).toBe(plain)
  rewrite(path.join(bundle, 'app-cli.js'), SUMMARY, 'is the bundle and serves') // the sign that this file is what runs
  expect(helpOf(root)).toContain('is the bundle and serves')
  fs.writeFileSync(path.join(bundle, 'folds-worker-thread.js'), ANSWERS)
  expect(threadOf(root)).toContain('I am of the few')

  rewrite(path.join(root, 'src/app/cli.ts'), SUMMARY, 'serves this changed installation')
  expect(findBundle(root)).toBeNull()
  expect(helpOf(root)).toContain('serves this changed installation')
  expect(threadOf(root)).not.toContain('I am of the few')
  await makeBundleIfNeeded(root)
  expect(findBundle(root)).not.toBeNull()
  expect(helpOf(root)).toContain('serves this changed installation')
  expect(fs.readdirSync(path.join(root, 'dist')).filter((name) => name.startsWith('server-'))).toHaveLength(2)
})

test('every thread of the product is among the few files', { timeout: 60_000 }, async () => {
  await makeBundleIfNeeded()
  const threads = fs.globSync('src/*/worker/*thread.ts', { cwd: projectRoot })
  expect(threads.length).toBeGreaterThan(5)
  const missing = threads.filter((file) => !findBundled(findBundle(), pathToFileURL(path.join(projectRoot, file))))
  expect(missing).toEqual([])
  expect(findBundled(findBundle(), new URL('data:text/javascript,'))).toBeNull()
})

test('a bundle that is half gone, or that nothing is known of, is none', { timeout: 60_000 }, async () => {
  const root = aCheckout()
  fs.mkdirSync(path.join(root, 'dist'))
  fs.writeFileSync(path.join(root, 'dist/server.json'), '{"folder":')
  expect(findBundle(root)).toBeNull()
  fs.writeFileSync(path.join(root, 'dist/server.json'), JSON.stringify({ folder: 'server-gone', inputs: [] }))
  expect(findBundle(root)).toBeNull()
})
