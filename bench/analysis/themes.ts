import { adjustedRand, normalisedMutualInformation, purity, themes } from '../../src/analysis/index.ts'
import { type Figure, percentile } from '../figures.ts'
import { enlarge, type RealText, readBarcelona, readTitles, shuffle } from '../real-texts.ts'
import { atLeast, atMost, missing, plain } from './bar.ts'
import { type AnalysisBench, timed } from './data-sets.ts'

const SEEDS = [1, 2, 3]
const FEW_TITLES = 5000
const SUBJECTS = 20
const LARGE_SHARE = 0.01
const QUESTIONS = 2000
const SIMILAR = 5
const JAM = 30_000
const LARGE = 100_000
const GROWTH = 1.05

/** The bars of themes: titles with known subjects, time on many mixed texts, placing, and how many texts keep their
 *  theme. */
export async function measureThemes({ quick }: AnalysisBench): Promise<Figure[]> {
  const [titles, barcelona] = [readTitles(), readBarcelona()]
  if (titles === undefined || barcelona === undefined) return [missing('themes', 'not in DANDELION_DATASETS')]
  const mixed = shuffle([...titles, ...barcelona], 1)
  const figures = [...measureFew(titles), ...measureSeen('20,000 titles, number unknown', compute(titles))]
  if (quick) return figures
  return [
    ...figures,
    ...measureKnown(titles),
    ...measureBatch(mixed),
    atMost({ name: '30,000 texts: seconds', value: compute(mixed.slice(0, JAM)).seconds, bar: 20, unit: 's' }),
    atMost({ name: '100,000 texts: seconds', value: compute(enlarge(mixed, LARGE)).seconds, bar: 120, unit: 's' }),
    measureKept(barcelona),
  ]
}

const entriesOf = (texts: readonly RealText[], first = 0): themes.TextEntry[] =>
  texts.map(({ text, author }, at) => ({ id: String(first + at), text, author }))

type Computed = {
  readonly texts: readonly RealText[]
  readonly open: themes.OpenThemes
  readonly found: themes.ThemeResult
  readonly seconds: number
}

/** Reading, languages and themes together, as the command does. */
function compute(texts: readonly RealText[], options: Partial<themes.ThemesOptions> = {}): Computed {
  const { seconds, result } = timed(() => {
    const open = themes.openThemes({ seed: 1, ...options })
    open.add(entriesOf(texts))
    return { open, found: open.compute() }
  })
  return { texts, seconds, ...result }
}

function agreementOf({ texts, found }: Computed) {
  const numbers = new Map<string, number>()
  const labels = texts.map(({ label }) => {
    numbers.set(label, numbers.get(label) ?? numbers.size)
    return numbers.get(label) ?? 0
  })
  const large = found.themes.filter(({ size }) => size >= texts.length * LARGE_SHARE)
  return {
    ari: adjustedRand(found.themeOf, labels),
    nmi: normalisedMutualInformation(found.themeOf, labels),
    purity: purity(found.themeOf, labels),
    large: large.length,
    cover: large.reduce((sum, { size }) => sum + size, 0) / texts.length,
  }
}

/** The bar is on the worst of three shuffles. */
function measureFew(titles: readonly RealText[]): Figure[] {
  const name = `${FEW_TITLES} titles, ${SUBJECTS} wanted`
  const runs = SEEDS.map((seed) => {
    return agreementOf(compute(shuffle(titles, seed).slice(0, FEW_TITLES), { seed, wantedThemes: SUBJECTS }))
  })
  const worst = (of: 'ari' | 'purity' | 'large' | 'cover'): number => Math.min(...runs.map((run) => run[of]))
  return [
    atLeast({ name: `${name}: ARI`, value: worst('ari'), bar: 0.55, reference: 'scikit-learn NMF .591' }),
    atLeast({ name: `${name}: purity`, value: worst('purity'), bar: 0.72, reference: 'scikit-learn NMF .765' }),
    plain({ name: `${name}: themes of 1 % and more`, value: worst('large') }),
    plain({ name: `${name}: share of texts in them`, value: worst('cover') }),
  ]
}

function measureKnown(titles: readonly RealText[]): Figure[] {
  const { ari } = agreementOf(compute(titles, { wantedThemes: SUBJECTS }))
  return [
    atLeast({ name: '20,000 titles, 20 wanted: ARI', value: ari, bar: 0.648, reference: 'scikit-learn NMF .648' }),
  ]
}

function measureSeen(name: string, computed: Computed): Figure[] {
  const { ari, nmi, large, cover } = agreementOf(computed)
  return [
    plain({ name: `${name}: ARI`, value: ari }),
    atLeast({ name: `${name}: NMI`, value: nmi, bar: 0.48, reference: 'SVD + k-means .528 (other texts)' }),
    atLeast({ name: `${name}: themes of 1 % and more`, value: large, bar: 10 }),
    atMost({ name: `${name}: themes of 1 % and more`, value: large, bar: 30 }),
    atLeast({ name: `${name}: share of texts in them`, value: cover, bar: 0.8 }),
  ]
}

function measureBatch(mixed: readonly RealText[]): Figure[] {
  const computed = compute(mixed)
  const placing: number[] = []
  const asking: number[] = []
  const step = Math.ceil(mixed.length / QUESTIONS)
  const finder = openFilled(computed)
  const themeOf = themeOfId(computed.found)
  for (let at = 0; at < mixed.length; at += step) {
    const text = mixed[at]?.text ?? ''
    const about = { exceptId: String(at) }
    placing.push(timed(() => finder.place(String(at), themeOf)).seconds * 1000)
    asking.push(timed(() => finder.similar(text, SIMILAR, about)).seconds * 1000)
  }
  const name = `${mixed.length} texts in three languages`
  return [
    atMost({ name: `${name}: seconds`, value: computed.seconds, bar: 15, unit: 's', reference: 'SVD + k-means 8 s' }),
    plain({ name: `${name}: share in themes`, value: computed.found.coverage }),
    atMost({ name: `${name}: placing one, p99`, value: percentile(placing, 99), bar: 5, unit: 'ms' }),
    atMost({ name: `${name}: similar ones, p99`, value: percentile(asking, 99), bar: 2, unit: 'ms' }),
  ]
}

function openFilled({ texts, open, found }: Computed): themes.Finder {
  const finder = themes.openFinder()
  finder.put(texts.map(({ text }, at) => ({ id: String(at), text, language: found.languages[at] ?? 'und' })))
  finder.tell(open.tellingWords())
  return finder
}

const themeOfId =
  (found: themes.ThemeResult) =>
  (id: string): string | null =>
    found.themes[found.themeOf[Number(id)] ?? -1]?.id ?? null

/** The worst share of texts that keep the id of their theme, over a whole conversation that grows by a twentieth
 *  each time. */
function measureKept(texts: readonly RealText[]): Figure {
  const open = themes.openThemes({ seed: 1 })
  const shares: number[] = []
  let before: themes.ThemeResult | undefined
  for (let done = 0, wanted = 2000; done < texts.length; wanted *= GROWTH) {
    const end = Math.min(texts.length, Math.ceil(wanted))
    open.add(entriesOf(texts.slice(done, end), done))
    done = end
    const after = open.compute()
    if (before) shares.push(keptShare(before, after))
    before = after
  }
  return atLeast({
    name: `of ${texts.length} texts that grow by 5 %: keep their theme, worst`,
    value: Math.min(...shares),
    bar: 0.8,
  })
}

function keptShare(before: themes.ThemeResult, after: themes.ThemeResult): number {
  const idAt = ({ themes: list, themeOf }: themes.ThemeResult, at: number) => list[themeOf[at] ?? -1]?.id
  return before.ids.filter((_, at) => idAt(before, at) === idAt(after, at)).length / before.ids.length
}
