import { type Catalogue, type Language, languageFor, pseudo } from '../../kernel/messages.ts'
import { speak, viewer } from '../../web-kit/say.ts'

const KEPT_AS = 'dandelion.language'

type Loader = () => Promise<{ words: Catalogue }>

/** Areas whose words only their own pages say; everything else is in the words of the language. */
export type Area =
  | 'people'
  | 'hosting'
  | 'themes'
  | 'reports'
  | 'promises'
  | 'catch-up'
  | 'rating'
  | 'polls'
  | 'preparing'
  | 'reach'
  | 'search'

// One chunk for each language and area; a visitor loads what is spoken on the pages they open.
const common: Record<Language, Loader> = { en: () => import('./words.en.ts'), de: () => import('./words.de.ts') }
const areas: Record<Area, Record<Language, Loader>> = {
  people: { en: () => import('./people-words.en.ts'), de: () => import('./people-words.de.ts') },
  hosting: { en: () => import('./hosting-words.en.ts'), de: () => import('./hosting-words.de.ts') },
  preparing: { en: () => import('./preparing-words.en.ts'), de: () => import('./preparing-words.de.ts') },
  'catch-up': { en: () => import('./catch-up-words.en.ts'), de: () => import('./catch-up-words.de.ts') },
  themes: { en: () => import('./themes-words.en.ts'), de: () => import('./themes-words.de.ts') },
  rating: { en: () => import('./rating-words.en.ts'), de: () => import('./rating-words.de.ts') },
  promises: { en: () => import('./promises-words.en.ts'), de: () => import('./promises-words.de.ts') },
  reach: { en: () => import('./reach-words.en.ts'), de: () => import('./reach-words.de.ts') },
  polls: { en: () => import('./polls-words.en.ts'), de: () => import('./polls-words.de.ts') },
  search: { en: () => import('./search-words.en.ts'), de: () => import('./search-words.de.ts') },
  reports: { en: () => import('./reports-words.en.ts'), de: () => import('./reports-words.de.ts') },
}

// What this page of the browser has learnt; a change of the language learns the same areas anew.
const learning = new Map<Area, Promise<void>>()
let known: Catalogue = {}

/** The language before the server has told the person's: the one kept on this device, else the browser's first. */
export function firstLanguage(): Language {
  return languageFor([keptLanguage() ?? '', ...navigator.languages].filter(Boolean))
}

/** Loads a language and speaks it from then on; the document says so to readers and browsers. `?pseudo` disguises it. */
export async function speakLanguage(language: Language, timeZone?: string): Promise<void> {
  const loaders = [common[language], ...[...learning.keys()].map((area) => areas[area][language])]
  const loaded = await Promise.all(loaders.map((load) => load()))
  known = Object.assign({}, ...loaded.map(({ words }) => words))
  sayKnown(language, timeZone)
  document.documentElement.lang = language
  document.documentElement.dir = isPseudo() ? 'rtl' : 'ltr'
  keep(language)
}

/** Loads the words of an area, once; a later change of the language loads them anew by itself. */
export function learnWords(area: Area): Promise<void> {
  const before = learning.get(area)
  if (before) return before
  const learnt = learn(area)
  learning.set(area, learnt)
  learnt.catch(() => learning.delete(area)) // the next page asks again
  return learnt
}

async function learn(area: Area): Promise<void> {
  const language = languageFor([viewer().language])
  const { words } = await areas[area][language]()
  if (viewer().language !== language) return
  known = { ...known, ...words }
  sayKnown(language, viewer().timeZone)
}

function sayKnown(language: Language, timeZone: string | undefined): void {
  speak({ language, catalogue: isPseudo() ? pseudo(known) : known, timeZone, wanted: navigator.languages })
}

function isPseudo(): boolean {
  return new URLSearchParams(location.search).has('pseudo')
}

function keptLanguage(): string | undefined {
  try {
    return localStorage.getItem(KEPT_AS) ?? undefined
  } catch {
    return undefined
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language)
  } catch {
    // A browser that keeps nothing asks its own languages again next time.
  }
}
