import { nearDuplicates } from '../../analysis/index.ts'
import type { AnalysisCommand } from './analysis-command.ts'
import { wholeNumber } from './read-arguments.ts'
import { readTexts } from './read-texts.ts'

/** `dandelion analyse duplicates`: of which earlier text each text is a near-duplicate. Writes as it reads. */
export const duplicates: AnalysisCommand = {
  name: 'duplicates',
  usage: 'IN.jsonl --out OUT.jsonl [--seed N]',
  summary: 'finds texts that say nearly the same as an earlier one',
  details: `In: an object a line with id (string or number) and text, in the order of writing.
Out: an object a line, in the same order, with id, duplicateOf and similarity. duplicateOf is the id of the most similar
earlier text (of equally similar ones the earliest) when the similarity is at least ${nearDuplicates.nearDuplicateThreshold}; else both are null.
Similarity is the Jaccard similarity of the letters in groups of four and of neighbouring words, in [0, 1]: case, accents and
punctuation do not count, 1 is the same text. An empty text is nobody's duplicate.
--seed (0 when absent) draws the hash functions: the same seed and texts give the same answer.
On standard output: a JSON object with the number of texts and of duplicates.`,
  flags: { seed: 'value' },
  async run(call) {
    const index = nearDuplicates.openNearDuplicates<string | number>({
      seed: wholeNumber(call.given, 'seed', 0),
      most: 1,
    })
    let texts = 0
    let found = 0
    for await (const { id, text } of readTexts(call)) {
      const [nearest] = index.add(id, text)
      const row = { id, duplicateOf: nearest?.id ?? null, similarity: nearest?.similarity ?? null }
      await call.output.write(`${JSON.stringify(row)}\n`)
      call.progress.at('texts compared', ++texts)
      if (nearest !== undefined) found++
    }
    call.out.write(`${JSON.stringify({ texts, duplicates: found })}\n`)
  },
}
