import { computeThemes } from './compute-themes.ts'
import type { OpenThemes, TellingWords, ThemesOptions } from './theme-types.ts'
import { addTexts, openMemory, removeTexts, replaceTexts, standTexts, type ThemesMemory } from './themes-memory.ts'

/** The themes of one conversation, computed again and again while it grows. All is kept in memory: about 1 kB a text of
 *  30 words. One computation of 30,000 texts takes seconds: call it in a worker. Deterministic for the seed, the options
 *  and the order of the calls. */
export function openThemes(options: ThemesOptions): OpenThemes {
  const memory = openMemory(options)
  return {
    add: (texts) => addTexts(memory, texts),
    replace: (texts) => replaceTexts(memory, texts),
    remove: (ids) => removeTexts(memory, ids),
    addTies: (ties) => {
      for (const tie of ties) memory.ties.push(tie)
    },
    setConstraints: (constraints) => {
      memory.constraints = [...constraints]
    },
    setPinned: (pinned) => {
      memory.pinned = new Map(pinned.map(({ theme, name }) => [theme, name]))
    },
    setStanding: (standing) => standTexts(memory, standing),
    compute: () => computeThemes(memory),
    tellingWords: () => tellingWordsOf(memory),
  }
}

function tellingWordsOf({ languages }: ThemesMemory): TellingWords[] {
  return [...languages.values()].map(({ language, corpus, choice }) => {
    const factors = choice?.view.factors ?? new Float64Array(0)
    if (factors.every((factor) => factor === 1)) return { language, stems: [], factors: new Float64Array(0) }
    return { language, stems: corpus.vocabulary.stems.slice(0, factors.length), factors: factors.slice() }
  })
}
