import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readLines } from '../jams/index.ts'
import { type ExportedEdition, readExport } from './read-export.ts'
import type { CorpusRows } from './worker/asked.ts'
import { corpusOf, setEdition } from './worker/set-edition.ts'

/** What went wrong, in a sentence for the person at the command line. */
export class CannotRebuild extends Error {}

export type Rebuilt = { readonly number: number; readonly hash: string; readonly files: readonly string[] }

/** Makes the files of an edition again from a jam's export, the same bytes on every machine, and holds it against what was
 *  written. `number`: which edition; the latest when absent. Throws CannotRebuild, or BadLine for a broken file. */
export async function rebuildReport(given: {
  file: string
  number?: number | undefined
  folder: string
}): Promise<Rebuilt> {
  const { corpus, editions } = await readExport(readLines(createReadStream(given.file)))
  const edition = given.number === undefined ? editions.at(-1) : editions.find(({ number }) => number === given.number)
  if (!edition)
    throw new CannotRebuild(editions.length === 0 ? 'The file holds no edition.' : 'The file holds no such edition.')
  return writeEdition(edition, { corpus, folder: given.folder })
}

async function writeEdition(
  edition: ExportedEdition,
  { corpus, folder }: { corpus: CorpusRows; folder: string },
): Promise<Rebuilt> {
  const set = setEdition(edition.model, corpusOf(corpus))
  if (!set.ok) throw new CannotRebuild(`Edition ${edition.number} is not what was written:\n${set.faults}`)
  await mkdir(folder, { recursive: true })
  const names: string[] = []
  for (const { form, language, text } of set.files) {
    const name = language === '' ? `report-${edition.number}.${form}` : `report-${edition.number}.${language}.${form}`
    await writeFile(path.join(folder, name), text)
    names.push(name)
  }
  return { number: edition.number, hash: set.hash, files: names }
}
