import { detectLanguage } from '../detect-language.ts'
import { termsOf } from '../text/corpus.ts'
import type { Similar } from '../text/find-similar.ts'
import { computeThemes } from './compute-themes.ts'
import type { LanguageTexts } from './open-language.ts'
import { voteForTheme } from './place-text.ts'
import type { OpenThemes, Placement, SimilarText, TextAsked, ThemesOptions, ThemesState } from './theme-types.ts'
import { addTexts, openMemory, type ThemesMemory } from './themes-memory.ts'

const VOTERS = 15
/** More of a text than this is not asked about. */
const LONGEST_ASKED = 4000

/** The themes of one conversation, computed again and again while it grows. `state` is that of before a restart;
 *  the texts must be added again. All is kept in memory: about 3 kB a text of 30 words. One computation of 30,000
 *  texts takes seconds: call it in a worker. Deterministic for the seed, the options and the order of the calls. */
export function openThemes(options: ThemesOptions, state?: ThemesState): OpenThemes {
  const memory = openMemory(options, state)
  return {
    add: (texts) => addTexts(memory, texts),
    addTies: (ties) => {
      for (const tie of ties) memory.ties.push(tie)
    },
    setConstraints: (constraints) => {
      memory.constraints = [...constraints]
    },
    setPinned: (pinned) => {
      memory.pinned = new Map(pinned.map(({ theme, name }) => [theme, name]))
    },
    compute: () => computeThemes(memory),
    place: (text, about) => place(memory, text, about),
    similar: (text, most, about) => {
      const asked = ask(memory, text, about)
      const found = asked?.texts.search({ terms: asked.terms, most, except: asked.except }) ?? []
      return found.map((one) => sayId(memory, asked?.texts, one))
    },
    state: () => stateOf(memory),
  }
}

type Asked = { readonly texts: LanguageTexts; readonly terms: number[]; readonly except: number | undefined }

/** The language a text is asked about in, its known words there, and which text is not to be answered. */
function ask(memory: ThemesMemory, text: string, about: TextAsked = {}): Asked | undefined {
  const texts = memory.languages.get(languageAsked(memory, text, about))
  if (texts === undefined) return undefined
  const position = about.exceptId === undefined ? undefined : memory.positionOf.get(about.exceptId)
  const except = position === undefined ? undefined : memory.localOf.values[position]
  return { texts, terms: termsOf(texts.corpus, text.slice(0, LONGEST_ASKED)), except }
}

/** A text there already is in its language; another in the one given, or in one of those that people write here. */
function languageAsked({ languages, languageOf, positionOf }: ThemesMemory, text: string, about: TextAsked): string {
  const position = about.exceptId === undefined ? undefined : positionOf.get(about.exceptId)
  const known = about.language ?? (position === undefined ? undefined : languageOf[position])
  if (known !== undefined) return known
  const spoken = [...languages.values()].sort((a, b) => b.positions.length - a.positions.length)
  const { language } = detectLanguage(
    text,
    spoken.map((each) => each.language),
  )
  return languages.has(language) ? language : (spoken[0]?.language ?? language)
}

function sayId(memory: ThemesMemory, texts: LanguageTexts | undefined, { text, similarity }: Similar): SimilarText {
  return { id: memory.entries[texts?.positions.values[text] ?? -1]?.id ?? '', similarity }
}

function place(memory: ThemesMemory, text: string, about?: TextAsked): Placement {
  const asked = ask(memory, text, about)
  const { last } = memory
  if (asked === undefined || last === undefined) {
    return { language: languageAsked(memory, text, about ?? {}), theme: undefined, subtheme: undefined, confidence: 0 }
  }
  const { texts, terms, except } = asked
  const similar = texts.search({ terms, most: VOTERS, except, factors: texts.choice?.view.factors })
  const positionOf = (local: number): number => texts.positions.values[local] ?? -1
  const known = similar.filter((each) => positionOf(each.text) < last.themeOf.length)
  const vote = voteForTheme(known, (local) => last.themeOf[positionOf(local)] ?? -1)
  const theme = last.themes[vote.theme]
  if (theme === undefined)
    return { language: texts.language, theme: undefined, subtheme: undefined, confidence: vote.confidence }
  const within = known.filter((each) => last.themeOf[positionOf(each.text)] === vote.theme)
  const part = voteForTheme(within, (local) => last.subthemeOf[positionOf(local)] ?? -1)
  return {
    language: texts.language,
    theme: theme.id,
    subtheme: theme.subthemes[part.theme]?.id,
    confidence: vote.confidence,
  }
}

function stateOf({ last, nextTheme }: ThemesMemory): ThemesState {
  const texts: string[][] = (last?.themes ?? []).map(() => [])
  for (const [position, id] of (last?.ids ?? []).entries()) texts[last?.themeOf[position] ?? -1]?.push(id)
  const themes = (last?.themes ?? []).map(({ id, language, label, size }) => ({ id, language, label, size }))
  return { version: 1, nextTheme, themes, texts }
}
