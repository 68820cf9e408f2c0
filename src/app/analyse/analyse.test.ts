import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WrongUsage } from '../../platform/index.ts'
import { analyse } from './analyse.ts'
import type { AnalysisCommand } from './analysis-command.ts'
import { tellProgress } from './progress.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'analyse-frame-'))
  await writeFile(at('in.txt'), 'first\nsecond')
})
afterAll(() => rm(folder, { recursive: true, force: true }))
const at = (file: string): string => path.join(folder, file)

/** Copies its input in capitals; the line "fail" makes it fail. */
const shout: AnalysisCommand = {
  name: 'shout',
  usage: 'IN --out OUT [--times N] [--twice]',
  summary: 'says it louder',
  details: 'Every line in capitals.',
  flags: { times: 'value', twice: 'switch' },
  async run({ input, lines, output, given, out }) {
    for await (const { text } of lines(input)) {
      if (text === 'fail') throw new Error('It was said to fail.')
      await output.write(`${text.toUpperCase()}\n`)
    }
    out.write(JSON.stringify([...given.flags].filter(([name]) => name !== 'out')))
  },
}

async function run(...args: string[]) {
  const io = { out: new PassThrough(), err: new PassThrough() }
  const code = await analyse(args, io, [shout])
  return { code, out: String(io.out.read() ?? ''), err: String(io.err.read() ?? '') }
}

test('the output stands under its name when it is whole, and nothing beside it', async () => {
  const { code } = await run('shout', at('in.txt'), '--out', at('out.txt'))
  expect(code).toBe(0)
  expect(await readFile(at('out.txt'), 'utf8')).toBe('FIRST\nSECOND\n')
  expect((await readdir(folder)).toSorted()).toEqual(['in.txt', 'out.txt'])
})

test('when the work fails, the former output stays as it was and nothing is left beside it', async () => {
  await writeFile(at('kept.txt'), 'former')
  await writeFile(at('failing.txt'), 'first\nfail\n')
  await expect(run('shout', at('failing.txt'), '--out', at('kept.txt'))).rejects.toThrow('It was said to fail.')
  expect(await readFile(at('kept.txt'), 'utf8')).toBe('former')
  expect((await readdir(folder)).filter((file) => file.includes('part'))).toEqual([])
})

test.each([
  [
    'an input that is not there',
    ['none.txt', 'out.txt'],
    /^Cannot read .*none\.txt: it, or its folder, is not there\.$/,
  ],
  ['an input that is a folder', ['.', 'out.txt'], /^Cannot read .*: it is a folder\.$/],
  [
    'an output in a folder that is not there',
    ['in.txt', 'no/out.txt'],
    /^Cannot write .*: it, or its folder, is not there\.$/,
  ],
  ['an output that is a folder', ['in.txt', '.'], /^Cannot write .*: it is a folder\.$/],
  ['an output below a file', ['in.txt', 'in.txt/out'], /^Cannot write .*: something on its way is not a folder\.$/],
])('%s is told in one sentence', async (_, [input = '', output = ''], sentence) => {
  await expect(run('shout', at(input), '--out', at(output))).rejects.toThrow(sentence)
})

test.each([
  [['shout'], 'Which file is to be read?'],
  [['shout', 'in'], '--out says which file is to be written.'],
  [['shout', 'in', 'more', '--out', 'x'], 'One file is read; "more" is not understood.'],
  [['shout', 'in', '--loud'], 'There is no flag --loud.'],
  [['shout', 'in', '--out'], '--out needs a value after it.'],
  [['shout', 'in', '--out', 'x', '--out', 'y'], '--out is given twice.'],
  [['shout', 'in', '--twice=yes'], '--twice takes no value.'],
  [['whisper'], 'There is no analysis "whisper".'],
  [[], 'Which analysis?'],
])('%j is wrong usage, and the right one is shown', async (args, sentence) => {
  const failed = await run(...args).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(WrongUsage)
  expect(String(failed)).toContain(sentence)
  expect(String(failed)).toContain('dandelion analyse shout IN --out OUT')
})

test('what follows a flag is its value, also when it begins with a dash', async () => {
  const { out } = await run('shout', at('in.txt'), '--times', '-3', `--out=${at('out.txt')}`, '--twice')
  expect(JSON.parse(out)).toEqual([
    ['times', '-3'],
    ['twice', ''],
  ])
})

test('help is no mistake, and says what is read and written', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('says it louder') })
  expect(await run('shout', '--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Every line in capitals.'),
  })
})

test('a line that is no UTF-8 is named and skipped, and so is one beyond all measure', async () => {
  const long = Buffer.alloc(9 * 1024 * 1024, 'x')
  await writeFile(
    at('mixed.txt'),
    Buffer.concat([Buffer.from('one\n'), Buffer.of(0xff, 0xfe, 0x0a), long, Buffer.from('\ntwo\r\n')]),
  )
  const { err } = await run('shout', at('mixed.txt'), '--out', at('out.txt'))
  expect(await readFile(at('out.txt'), 'utf8')).toBe('ONE\nTWO\n')
  expect(err.replaceAll(`${folder}${path.sep}`, '')).toBe(
    'mixed.txt, line 2 is skipped: it is not text in UTF-8.\nmixed.txt, line 3 is skipped: it is longer than 8 MiB.\n2 lines were skipped.\n',
  )
})

test('progress is silent for a second, then speaks once a second; what is known to take long is announced', () => {
  const err = new PassThrough()
  let nowMs = 0
  const progress = tellProgress(err, () => nowMs)
  for (nowMs = 0; nowMs <= 2500; nowMs += 100) progress.at('Reading', nowMs)
  progress.at('Waiting', { isLong: true })
  expect(String(err.read())).toBe('Reading: 1,000 ...\nReading: 2,000 ...\nWaiting ...\n')
})
