import { quotesIn } from '../cited.ts'
import { type Corpus, quoted } from '../corpus.ts'
import type { Report } from '../report.ts'
import type { Fault } from './fault.ts'

/** R4: a quote is words of that version, byte for byte. R5: what was taken back since is a tombstone, nothing else may be
 *  missing. */
export function quoteFaults(report: Report, corpus: Corpus): Fault[] {
  const themeOf = new Map(report.themes.flatMap((theme) => theme.ideas.map((id) => [id, theme.id] as const)))
  return [...quotesIn(report)].flatMap(({ quote, use }) => {
    const at = `${use.chapter}/${use.theme ?? ''}/${quote.id}`
    const written = corpus.written.get(quote.id)
    if (!written) return [{ rule: 'report/R4', at, what: 'quotes what is not there' }]
    if (use.chapter === 'themes' && themeOf.get(written.root) !== use.theme)
      return [{ rule: 'report/R4', at, what: 'quotes what stands in another theme' }]
    if (written.retractedAt !== null) {
      const since = written.retractedAt > report.edition.madeAt
      return since ? [] : [{ rule: 'report/R5', at, what: 'quotes what had been taken back' }]
    }
    return quoted(corpus, quote) === undefined
      ? [{ rule: 'report/R4', at, what: 'are not the words of that version' }]
      : []
  })
}
