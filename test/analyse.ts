import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { analyse } from '../src/app/analyse/analyse.ts'

/** What a run of the analysts' command line said, and the files it left. */
export type AnalyseRun = {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The file of --out, or undefined when there is none. */
  readonly written: string | undefined
  /** All files in the folder. */
  readonly files: readonly string[]
}

/** Runs `dandelion analyse NAME in.txt --out out.txt FLAGS` in a folder of its own with `input` as in.txt and whatever
 *  other files are given; words of FLAGS that name such a file stand for its path. */
export async function runAnalyse(
  name: string,
  input: string | Uint8Array,
  { flags = [], others = {} }: { flags?: readonly string[]; others?: Readonly<Record<string, string>> } = {},
): Promise<AnalyseRun> {
  const folder = await mkdtemp(path.join(tmpdir(), 'analyse-'))
  const at = (file: string): string => path.join(folder, file)
  const io = { out: new PassThrough(), err: new PassThrough() }
  const [out, err] = [text(io.out), text(io.err)]
  try {
    await writeFile(at('in.txt'), input)
    for (const [file, content] of Object.entries(others)) await writeFile(at(file), content)
    const words = flags.map((word) => (word in others ? at(word) : word))
    const code = await analyse([name, at('in.txt'), '--out', at('out.txt'), ...words], io)
    return { code, ...(await said()), written: await readFile(at('out.txt'), 'utf8'), files: await readdir(folder) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }

  async function said(): Promise<{ out: string; err: string }> {
    io.out.end()
    io.err.end()
    return { out: await out, err: (await err).replaceAll(`${folder}${path.sep}`, '') }
  }
}
