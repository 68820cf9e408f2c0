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

/** What lists of other languages lack: abbreviations of writing, and "to need", which the English list has. */
const further: Readonly<Record<string, readonly string[]>> = {
  de: 'etc usw bzw evtl ggf inkl exkl bspw zb uvm uva brauche brauchst braucht brauchen bräuchte bräuchten'.split(' '),
}

const lists: Readonly<Record<string, readonly string[]>> = listed
const noWords: readonly string[] = []

/** Words (lower case) that tell nothing of the subject in a language (BCP 47 primary tag); empty where none are
 *  known. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const words = lists[language === 'nb' ? 'no' : language] ?? noWords
  if (language === 'en') return new Set(words.filter((word) => !englishSubjects.has(word)))
  return new Set([...words, ...(further[language] ?? noWords)])
}
