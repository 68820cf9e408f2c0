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
const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|all|dall|dell|nell|sull)'/iu
const elidingLanguages = new Set(['ca', 'fr', 'it'])

/** Takes a lower-case word, gives its stem. */
export type StemWord = (word: string) => string

/** A word without the article that is written onto it ("l'aigua" is "aigua"), in languages that do so. */
export function bareWord(language: string, word: string): string {
  return elidingLanguages.has(language) ? word.replace(elided, '') : word
}

/** How words of a language (BCP 47 primary tag) lose their endings; a language without Snowball algorithm keeps
 *  them. */
export function stemmerOf(language: string): StemWord {
  const algorithm = algorithms[language]
  if (algorithm === undefined) return (word) => bareWord(language, word)
  const stemmer = snowball.newStemmer(algorithm)
  return (word) => stemmer.stem(bareWord(language, word))
}
