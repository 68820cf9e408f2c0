import { type Catalogue, type Language, languageFor, pseudo } from '../../kernel/messages.ts'
import { speak } from '../../web-kit/say.ts'

const KEPT_AS = 'dandelion.language'

// One chunk for each language; a visitor loads the one that is spoken.
const load: Record<Language, () => Promise<{ words: Catalogue }>> = {
  en: () => import('./words.en.ts'),
  de: () => import('./words.de.ts'),
}

/** The language before the server has told the person's: the one kept on this device, else the browser's first. */
export function firstLanguage(): Language {
  return languageFor([keptLanguage() ?? '', ...navigator.languages].filter(Boolean))
}

/** Loads a language and speaks it from then on; the document says so to readers and browsers. `?pseudo` disguises it. */
export async function speakLanguage(language: Language, timeZone?: string): Promise<void> {
  const { words } = await load[language]()
  const isPseudo = new URLSearchParams(location.search).has('pseudo')
  const catalogue = isPseudo ? pseudo(words) : words
  speak({ language, catalogue, timeZone, wanted: navigator.languages })
  document.documentElement.lang = language
  document.documentElement.dir = isPseudo ? 'rtl' : 'ltr'
  keep(language)
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
