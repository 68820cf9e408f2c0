import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { languages } from '../../kernel/messages.ts'
import { citedIn } from '../rules/cited.ts'
import { type Corpus, earlierKey } from '../rules/corpus.ts'
import { nameOf, openBook } from '../rules/render/book.ts'
import { reportAsCsv } from '../rules/render/csv.ts'
import { reportAsHtml } from '../rules/render/html.ts'
import { reportAsMarkdown } from '../rules/render/markdown.ts'
import type { Report } from '../rules/report.ts'
import { verifyReport } from '../rules/verify-report.ts'
import { withoutTakenBack } from '../rules/without-taken-back.ts'
import type { CorpusRows, Made, MadeFile } from './asked.ts'

/** The corpus of rows as they come from the database or from a file. */
export function corpusOf({ written, earlier, ...rows }: CorpusRows): Corpus {
  return {
    written: new Map(written.map((each) => [each.id, each])),
    earlier: new Map(earlier.map((each) => [earlierKey(each), each])),
    ...rows,
  }
}

export type SetFile = Omit<MadeFile, 'bytes'> & { readonly text: string }
/** `model`: what it says from now on, as JSON. */
export type SetEdition = {
  readonly ok: true
  readonly model: string
  readonly hash: string
  readonly files: readonly SetFile[]
}

/** Sets an edition from what it says and what was written: the same bytes on every machine. Refuses what the verifier
 *  refuses. `given` is its JSON. */
export function setEdition(
  given: string,
  corpus: Corpus,
): SetEdition | { readonly ok: false; readonly faults: string } {
  const made = JSON.parse(given) as Report
  const report = withoutTakenBack(made, corpus)
  const model = report === made ? given : JSON.stringify(report)
  const faults = verifyReport(report, corpus)
  if (faults.length > 0)
    return { ok: false, faults: faults.map(({ rule, at, what }) => `${rule} ${at}: ${what}`).join('\n') }
  const hash = digestEdition(model, report, corpus)
  const texts = languages.flatMap((language): SetFile[] => {
    const book = openBook({ report, corpus, language, hash })
    return [
      { form: 'html', language, text: reportAsHtml(book) },
      { form: 'md', language, text: reportAsMarkdown(book) },
    ]
  })
  const tables: SetFile[] = [
    { form: 'csv', language: '', text: reportAsCsv(report, corpus) },
    { form: 'json', language: '', text: `${model}\n` },
  ]
  return { ok: true, model, hash, files: [...texts, ...tables] }
}

/** SHA-256 over what an edition says and every contribution that it was made of, as it stands now: one that is taken back
 *  changes it, so that the edition is signed anew. With them the sentences of the ideas that it tells of. */
function digestEdition(model: string, { edition, rating, answers = [] }: Report, { written, ideas }: Corpus): string {
  const hash = createHash('sha256').update(model)
  for (const { id, version, retractedAt, title, body, postedAt } of written.values()) {
    if (postedAt <= edition.madeAt) hash.update(`\n${JSON.stringify([id, version, retractedAt, title, body])}`)
  }
  const named = answers.flatMap(({ kind, id, name }) => (kind === 'idea' && name === '' ? id : []))
  const told = new Set([...(rating?.ideas.map(({ id }) => id) ?? []), ...named])
  for (const { id, sentence } of ideas) if (told.has(id)) hash.update(`\n${JSON.stringify([id, sentence])}`)
  return hash.digest('hex')
}

/** The same with everything that is kept beside it. */
export function makeEdition(given: string, corpus: Corpus): Made {
  const set = setEdition(given, corpus)
  const report = JSON.parse(given) as Report
  const headlines = report.themes.filter(({ headline }) => headline !== null)
  const named = headlines.map((theme) => ({ id: theme.id, name: nameOf(theme) }))
  if (!set.ok) return { ...set, headlines: named }
  const cited = [...citedIn(report)].map(([id, uses]) => ({ id, uses }))
  const files = set.files.map(({ text, ...file }) => ({ ...file, bytes: new Uint8Array(gzipSync(text, { level: 9 })) }))
  return { ok: true, model: set.model, hash: set.hash, files, cited, headlines: named }
}
