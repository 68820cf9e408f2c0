import * as voices from '../../analysis/voices/index.ts'

/** What is known of a conversation of several languages. Themes and people are numbers: positions in `themes`, -1 for
 *  none and not known. `votes`: who voted in which theme. `replies`: typed replies from a theme to one of another
 *  language. `glossary`: things with their terms by language. */
export type LinkAsked = {
  readonly themes: readonly { readonly id: string; readonly language: string }[]
  readonly texts: readonly {
    readonly id: string
    readonly text: string
    readonly theme: number
    readonly person: number
  }[]
  readonly votes: readonly { readonly theme: number; readonly person: number }[]
  readonly replies: readonly { readonly from: number; readonly to: number }[]
  readonly glossary: readonly voices.GlossaryEntry[]
}

/** One kind of evidence. `marks` name a shared mark with a contribution of each theme that has it; `entries` are
 *  positions in the glossary. */
export type FoundEvidence = {
  readonly kind: voices.EvidenceKind
  readonly both: number
  readonly expected: number
  readonly marks: readonly { readonly mark: string; readonly at: readonly string[] }[]
  readonly entries: readonly number[]
}

export type FoundLink = {
  readonly a: string
  readonly b: string
  readonly confidence: number
  readonly evidence: readonly FoundEvidence[]
}

export type FoundLinks = {
  readonly links: readonly FoundLink[]
  readonly terms: readonly { readonly a: string; readonly b: string; readonly words: readonly [string, string] }[]
}

const LINKS_MAX = 200
const TERMS_MAX = 50
const NAMED = 5

/** Links themes of different languages by all evidence there is, and words that may be terms of the glossary. Pure and
 *  deterministic; a second or two for 30,000 texts, so it belongs into a thread. */
export function findLinks(asked: LinkAsked): FoundLinks {
  const tags = [...new Set(asked.themes.map(({ language }) => language))]
  const languages = Int32Array.from(asked.themes, ({ language }) => tags.indexOf(language))
  const evidence = gather(asked)
  const links = voices
    .linkThemes({ languages, evidence })
    .filter(({ confidence }) => confidence >= voices.suggestionConfidence)
    .slice(0, LINKS_MAX)
  const name = namer(asked, evidence)
  return { links: links.map((link) => ({ ...name(link), confidence: link.confidence })), terms: termsOf(asked, links) }
}

type Gathered = Record<voices.EvidenceKind, voices.Memberships> & {
  readonly marks: { readonly things: readonly string[] }
  readonly glossary: { readonly things: readonly number[] }
}

function gather({ themes, texts, votes, replies, glossary }: LinkAsked): Gathered {
  const themed = columnsOf(texts)
  const marksOf = texts.map(({ text }) => voices.findMarks(text))
  const finders = new Map(themes.map(({ language }) => [language, voices.openGlossary(glossary, language)]))
  const entriesOf = (at: number): number[] => {
    const { theme = -1, text = '' } = texts[at] ?? {}
    return finders.get(themes[theme]?.language ?? '')?.(text) ?? []
  }
  const acts = columnsOf([...texts, ...votes])
  return {
    replies: voices.repliesAsMemberships(
      Int32Array.from(replies, ({ from }) => from),
      Int32Array.from(replies, ({ to }) => to),
    ),
    people: voices.gatherMemberships(acts, (at) => ((acts.people[at] ?? -1) < 0 ? [] : [acts.people[at]]), 1),
    marks: voices.gatherMemberships(themed, (at) => marksOf[at] ?? []),
    glossary: voices.gatherMemberships(themed, entriesOf),
  }
}

function columnsOf(rows: readonly { readonly theme: number; readonly person: number }[]): voices.ThemedTexts {
  return {
    themes: Int32Array.from(rows, ({ theme }) => theme),
    people: Int32Array.from(rows, ({ person }) => person),
  }
}

/** Says in words what two linked themes share. */
function namer({ themes, texts }: LinkAsked, { marks, glossary }: Gathered) {
  const inTheme = Map.groupBy(texts, ({ theme }) => theme)
  const holding = (theme: number, mark: string): string[] => {
    const found = inTheme.get(theme)?.find(({ text }) => voices.findMarks(text).includes(mark))
    return found ? [found.id] : []
  }
  return ({ a, b, evidence }: voices.ThemeLink) => ({
    a: themes[a]?.id ?? '',
    b: themes[b]?.id ?? '',
    evidence: evidence.map(({ kind, both, expected }): FoundEvidence => {
      const shared = kind === 'marks' ? sharedThings(marks, a, b).slice(0, NAMED) : []
      return {
        ...{ kind, both, expected },
        marks: shared.map((mark) => ({ mark, at: [...holding(a, mark), ...holding(b, mark)] })),
        entries: kind === 'glossary' ? sharedThings(glossary, a, b).slice(0, NAMED) : [],
      }
    }),
  })
}

/** Things of both themes, those that the fewest themes have first: they tell most. */
function sharedThings<T>(
  { themes, items, things }: voices.Memberships & { readonly things: readonly T[] },
  a: number,
  b: number,
): T[] {
  const spread = new Map<number, number>()
  for (const item of items) spread.set(item, (spread.get(item) ?? 0) + 1)
  const of = (theme: number): Set<number> => new Set(items.filter((_, at) => themes[at] === theme))
  const both = [...of(a).intersection(of(b))].sort((x, y) => (spread.get(x) ?? 0) - (spread.get(y) ?? 0) || x - y)
  return both.flatMap((item) => things[item] ?? [])
}

function termsOf({ themes, texts }: LinkAsked, links: readonly voices.ThemeLink[]): FoundLinks['terms'] {
  const linked = new Set(links.flatMap(({ a, b }) => [a, b]))
  const words = new Map<number, readonly string[]>()
  for (const language of new Set([...linked].map((theme) => themes[theme]?.language ?? ''))) {
    const own = texts.filter(({ theme }) => themes[theme]?.language === language)
    const worded = { language, texts: own.map(({ text }) => text), ...columnsOf(own) }
    for (const [theme, found] of voices.findTellingWords(worded)) words.set(theme, found)
  }
  const languageOf = (theme: number): string => themes[theme]?.language ?? ''
  return voices
    .suggestTerms(links, (theme) => words.get(theme) ?? [], TERMS_MAX)
    .map((found) => ({ a: languageOf(found.a), b: languageOf(found.b), words: found.words }))
}
