import { append } from '../text/growing-list.ts'
import type { PositionTies } from './build-theme-graph.ts'
import { countPeopleOf, type PeopleCounters } from './count-people.ts'
import { type DescribedTheme, describeThemes } from './describe-themes.ts'
import { matchThemes } from './match-themes.ts'
import { nameThemes } from './name-themes.ts'
import { type LanguageTexts, languageSize } from './open-language.ts'
import { type PositionConstraint, resolveConstraints } from './resolve-constraints.ts'
import { sortConstraints } from './sort-constraints.ts'
import { type LanguageThemes, themeLanguage } from './theme-language.ts'
import type { IgnoredConstraint, ThemeResult, ThemeStep } from './theme-types.ts'
import type { ThemesMemory } from './themes-memory.ts'

const NEIGHBOURS = 15
const LEAST_PEOPLE = 5

/** One language after another, the largest first, gathered into lists over all texts. */
type Gathered = {
  readonly themeOf: Int32Array
  readonly subthemeOf: Int32Array
  readonly themes: { readonly language: string; readonly described: DescribedTheme }[]
  readonly ignored: IgnoredConstraint[]
}

/** Themes of all texts in memory, matched with those before; the memory then holds them as the ones before. */
export function computeThemes(memory: ThemesMemory): ThemeResult {
  const gathered = gather(memory)
  const { themeOf, subthemeOf, themes, ignored } = gathered
  const before = memory.earlierOf.values.slice(0, themeOf.length)
  const earlier = memory.earlier.map((theme) => ({ ...theme, isPinned: memory.pinned.has(theme.id) }))
  const nextId = memory.options.newId ?? (() => `t${memory.nextTheme++}`)
  const matched = matchThemes({ earlier, before, after: themeOf, themes: themes.length, nextId })
  report(memory, 'matching', 1)
  const named = nameThemes({ themes, ids: matched.ids, earlier, pinned: memory.pinned })
  const sorted = themeOf.reduce((sum, theme) => sum + (theme < 0 ? 0 : 1), 0)
  const result: ThemeResult = {
    ids: memory.entries.map(({ id }) => id),
    languages: memory.languageOf.slice(),
    themes: named.themes,
    themeOf,
    subthemeOf,
    coverage: sorted / Math.max(1, themeOf.length),
    changes: [...matched.changes, ...named.renamed],
    ignored,
  }
  remember(memory, result)
  return result
}

function remember(memory: ThemesMemory, result: ThemeResult): void {
  memory.earlier = result.themes.map(({ id, label, name }) => ({ id, label: name ?? label, isPinned: false }))
  memory.earlierOf.length = 0
  for (const theme of result.themeOf) append(memory.earlierOf, theme)
}

function gather(memory: ThemesMemory): Gathered {
  const count = memory.entries.length
  const counters = countPeopleOf(memory.entries)
  const sorted = sortConstraints(memory)
  const gathered: Gathered = {
    themeOf: new Int32Array(count).fill(-1),
    subthemeOf: new Int32Array(count).fill(-1),
    themes: [],
    ignored: [...sorted.ignored],
  }
  const languages = [...memory.languages.values()].sort((a, b) => languageSize(b) - languageSize(a))
  let done = 0
  for (const texts of languages) {
    const constraints = sorted.byLanguage.get(texts.language) ?? []
    addLanguage(memory, { texts, constraints, counters, done }, gathered)
    done += languageSize(texts)
  }
  return gathered
}

type OneLanguage = {
  readonly texts: LanguageTexts
  readonly constraints: readonly PositionConstraint[]
  readonly counters: PeopleCounters
  readonly done: number
}

function addLanguage(memory: ThemesMemory, one: OneLanguage, gathered: Gathered): void {
  const { texts } = one
  const { positions, language } = texts
  const positionOf = (text: number): number => positions.values[text] ?? 0
  const peopleIn = (members: readonly number[]): number => one.counters.people(members.map(positionOf))
  const voicesIn = (members: readonly number[]): number => one.counters.voices(members.map(positionOf))
  const found = findIn(memory, one, { voicesIn, gathered })
  reportStep(memory, one, 'labels')
  const entryOf = (text: number) => memory.entries[positionOf(text)] ?? { id: '', text: '' }
  const first = gathered.themes.length
  for (const described of describeThemes({ texts, found, entryOf, peopleIn })) {
    gathered.themes.push({ language, described })
  }
  for (let text = 0; text < languageSize(texts); text++) {
    const theme = found.themeOf[text] ?? -1
    if (theme >= 0) gathered.themeOf[positionOf(text)] = first + theme
    gathered.subthemeOf[positionOf(text)] = found.subthemeOf[text] ?? -1
  }
}

type Within = { readonly gathered: Gathered; voicesIn(texts: readonly number[]): number }

function findIn(memory: ThemesMemory, one: OneLanguage, { voicesIn, gathered }: Within): LanguageThemes {
  const { options } = memory
  const resolved = resolveConstraints(languageSize(one.texts), one.constraints)
  for (const at of resolved.contradicted) {
    const constraint = one.constraints[at]
    if (constraint) gathered.ignored.push({ ...sayConstraint(memory, one.texts, constraint), because: 'contradicted' })
  }
  return themeLanguage({
    texts: one.texts,
    ties: tiesIn(memory, one.texts),
    constraints: resolved,
    start: startIn(memory, one.texts),
    seed: options.seed,
    neighbours: options.neighbours ?? NEIGHBOURS,
    leastPeople: options.leastPeople ?? LEAST_PEOPLE,
    wantedThemes: options.wantedThemes,
    vectors: vectorsIn(memory, one.texts),
    peopleIn: voicesIn,
    progress: (step) => reportStep(memory, one, step),
  })
}

function sayConstraint({ entries }: ThemesMemory, { positions }: LanguageTexts, { kind, a, b }: PositionConstraint) {
  const idOf = (text: number): string => entries[positions.values[text] ?? -1]?.id ?? ''
  return { kind, a: idOf(a), b: idOf(b) }
}

function tiesIn({ ties, positionOf, languageOf, localOf }: ThemesMemory, { language }: LanguageTexts): PositionTies {
  const [from, to, weights]: [number[], number[], number[]] = [[], [], []]
  for (const tie of ties) {
    const [source, target] = [positionOf.get(tie.from), positionOf.get(tie.to)]
    if (source === undefined || target === undefined || source === target) continue
    if (languageOf[source] !== language || languageOf[target] !== language) continue
    from.push(localOf.values[source] ?? 0)
    to.push(localOf.values[target] ?? 0)
    weights.push(Math.max(0, tie.weight))
  }
  return { from, to, weights }
}

function startIn({ earlier, earlierOf }: ThemesMemory, texts: LanguageTexts): Int32Array | undefined {
  if (earlier.length === 0) return undefined
  return Int32Array.from({ length: languageSize(texts) }, (_, text) => {
    return earlierOf.values[texts.positions.values[text] ?? 0] ?? -1
  })
}

function vectorsIn({ entries }: ThemesMemory, texts: LanguageTexts): Float32Array[] | undefined {
  const vectors: Float32Array[] = []
  for (let text = 0; text < languageSize(texts); text++) {
    const vector = entries[texts.positions.values[text] ?? 0]?.vector
    if (vector === undefined) return undefined
    vectors.push(vector)
  }
  return vectors
}

const STEPS: readonly ThemeStep[] = ['weights', 'neighbours', 'communities', 'labels', 'matching']

function reportStep(memory: ThemesMemory, { texts, done }: OneLanguage, step: ThemeStep): void {
  const within = (STEPS.indexOf(step) / STEPS.length) * languageSize(texts)
  report(memory, step, (done + within) / Math.max(1, memory.entries.length))
}

function report({ options }: ThemesMemory, step: ThemeStep, share: number): void {
  options.onProgress?.(step, share)
}
