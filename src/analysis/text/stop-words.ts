import listed from 'stopwords-iso/stopwords-iso.json' with { type: 'json' }

/** The English list is wider than those of other languages: these carry what people speak about. */
const englishSubjects = new Set(
  (
    'young younger youngest old older computer computers system systems research information member members group groups ' +
    'home homepage room rooms interest interests work worked working works world state states order ordering novel ' +
    'page pages microsoft netscape website webpage invention index area areas place places problem problems number numbers ' +
    'open opening shell section cause causes value case cases novel million billion empty width length taking cannot'
  ).split(' '),
)
englishSubjects.delete('cannot')
englishSubjects.delete('taking')

const lists: Readonly<Record<string, readonly string[]>> = listed
const noWords: readonly string[] = []

/** Words (lower case) that tell nothing of the subject in a language (BCP 47 primary tag); empty where none are
 *  known. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const words = lists[language === 'nb' ? 'no' : language] ?? noWords
  return new Set(language === 'en' ? words.filter((word) => !englishSubjects.has(word)) : words)
}
