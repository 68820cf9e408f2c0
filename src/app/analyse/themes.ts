import { themes as analysis } from '../../analysis/index.ts'
import type { AnalysisCall, AnalysisCommand } from './analysis-command.ts'
import { openEmbedder } from './open-embedder.ts'
import type { Progress } from './progress.ts'
import { wholeNumber } from './read-arguments.ts'
import { type GivenText, readTexts } from './read-texts.ts'

/** From so many texts on a computation takes long enough to be announced. */
const LONG = 5000
const BLOCK = 1000
/** How much a reply ties its text to the one it answers; 1 is the tie between texts of the same words. */
const REPLY_WEIGHT = 1

const STEPS: Readonly<Record<analysis.ThemeStep, string>> = {
  weights: 'Weighing words',
  neighbours: 'Finding neighbours',
  communities: 'Finding themes',
  labels: 'Labelling themes',
  matching: 'Putting together',
}

/** `dandelion analyse themes`: what texts are about, in themes and subthemes. */
export const themes: AnalysisCommand = {
  name: 'themes',
  usage: 'IN.jsonl --out OUT.jsonl [--seed N] [--embedder MODULE]',
  summary: 'finds the themes of texts, with labels and sentences that stand for them',
  details: `In: an object a line with id (string or number) and text, and if there author, replyTo, createdAt (not used) and
language. Out: an object a line, in the same order, with id and theme, and subtheme where there is one; theme is
"unsorted" for texts in no theme. A theme has texts of at least 5 people and of one language; a text without author
counts as one person here. Languages that are not given are told from the texts. replyTo ties a text to the one it
answers.
On standard output: a JSON object with the number of texts, the share in themes (coverage), and the themes, the largest
of each language first: id, label, language, size in texts, people (distinct authors; texts where no text has an author),
cohesion (mean cosine to the centre), representatives (sentences with their positions in UTF-16 units) and subthemes.
--seed (1 when absent): the same seed and texts give the same answer.
--embedder: a module of your own whose function embed(texts) gives a vector for each text; then near is what the model
calls near. Nothing is loaded from elsewhere; without it near is what shares words.`,
  flags: { seed: 'value', embedder: 'value' },
  async run(call) {
    const open = analysis.openThemes({ seed: wholeNumber(call.given, 'seed', 1), onProgress: teller(call.progress) })
    const model = call.given.flags.get('embedder')
    const embedder = model === undefined ? undefined : await openEmbedder(model)
    const texts = await readAll(call, open, embedder)
    if (texts.length >= LONG) call.progress.at('Computing themes', { isLong: true })
    const result = open.compute()
    for (const [at, id] of texts.entries()) await call.output.write(`${JSON.stringify(rowOf(result, at, id))}\n`)
    call.out.write(`${JSON.stringify(summaryOf(result, texts), null, 2)}\n`)
  },
}

function teller(progress: Progress): (step: analysis.ThemeStep, share: number) => void {
  return (step, share) => progress.at(`${STEPS[step]} (${Math.round(share * 100)} %)`)
}

/** Hands texts on in blocks, as the language of a short text is told by those around it; answers their ids. */
async function readAll(
  call: AnalysisCall,
  open: analysis.OpenThemes,
  embedder: analysis.Embedder | undefined,
): Promise<GivenText['id'][]> {
  const add = async (entries: readonly analysis.TextEntry[]): Promise<void> =>
    open.add(embedder ? await analysis.embedEntries(embedder, entries) : entries)
  const ids: GivenText['id'][] = []
  let block: analysis.TextEntry[] = []
  const ties: analysis.TextTie[] = []
  for await (const given of readTexts(call)) {
    const id = String(given.id)
    ids.push(given.id)
    block.push({ id, text: given.text, author: given.author, language: given.language })
    if (given.replyTo !== undefined) ties.push({ from: id, to: given.replyTo, weight: REPLY_WEIGHT })
    if (block.length < BLOCK) continue
    await add(block)
    block = []
    call.progress.at('Reading texts', ids.length)
  }
  await add(block)
  open.addTies(ties)
  return ids
}

type Row = { readonly id: GivenText['id']; readonly theme: string; readonly subtheme?: string }

function rowOf({ themes: found, themeOf, subthemeOf }: analysis.ThemeResult, at: number, id: GivenText['id']): Row {
  const theme = found[themeOf[at] ?? -1]
  const subtheme = theme?.subthemes[subthemeOf[at] ?? -1]
  return { id, theme: theme?.id ?? 'unsorted', ...(subtheme && { subtheme: subtheme.id }) }
}

/** With the ids as they were given, numbers as numbers. */
function summaryOf({ ids, coverage, themes: found }: analysis.ThemeResult, given: readonly GivenText['id'][]): object {
  const givenOf = new Map(ids.map((id, at) => [id, given[at]]))
  const body = ({ label, size, people, cohesion, representatives }: analysis.ThemeBody): object => {
    const quoted = representatives.map((each) => ({ ...each, id: givenOf.get(each.id) ?? each.id }))
    return { label, size, people, cohesion, representatives: quoted }
  }
  return {
    texts: ids.length,
    coverage,
    themes: found.map((theme) => ({
      id: theme.id,
      language: theme.language,
      ...body(theme),
      subthemes: theme.subthemes.map((part) => ({ id: part.id, ...body(part) })),
    })),
  }
}
