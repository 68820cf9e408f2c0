/// <reference path="./snowball-stemmers.d.ts" />
import snowball from 'snowball-stemmers'

/** The Snowball algorithm of each language that has one; the others stay as they are written. */
const algorithms: Readonly<Record<string, string>> = {
  ar: 'arabic',
  hy: 'armenian',
  eu: 'basque',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  nl: 'dutch',
  en: 'english',
  fi: 'finnish',
  fr: 'french',
  de: 'german',
  hu: 'hungarian',
  it: 'italian',
  ga: 'irish',
  no: 'norwegian',
  nb: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  es: 'spanish',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
}

/** "l'autonomia", "d'aigua", "qu'elle": the article is no part of the word. */
const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|all|dall|dell|nell|sull)'/u
const elidingLanguages = new Set(['ca', 'fr', 'it'])

/** Takes a lower-case word, gives its stem. */
export type StemWord = (word: string) => string

/** How words of a language (BCP 47 primary tag) lose their endings; a language without Snowball algorithm keeps them. */
export function stemmerOf(language: string): StemWord {
  const bare: StemWord = elidingLanguages.has(language) ? (word) => word.replace(elided, '') : (word) => word
  const algorithm = algorithms[language]
  if (algorithm === undefined) return bare
  const stemmer = snowball.newStemmer(algorithm)
  return (word) => stemmer.stem(bare(word))
}
