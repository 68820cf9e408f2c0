import { countWords } from './cut-sentence.ts'
import type { Notice, Piece, ThemeNews } from './material.ts'
import type { Factors } from './score.ts'

/** What a card says of a theme's news. */
export type News = Pick<ThemeNews, 'people' | 'hubs' | 'languages' | 'said' | 'since' | 'followed'>

/** One thing to read: a theme with what is new in it, or one text, or something that happened. Nothing in it was written
 *  by a machine but names, numbers and times. */
export type Card = {
  readonly key: string
  readonly jamId: string
  readonly themeId: string | null
  /** The theme's name; null where no theme is meant. */
  readonly name: string | null
  readonly news: News | null
  readonly quote: Piece | null
  readonly build: Piece | null
  readonly objection: Piece | null
  readonly reason: string
  readonly values: Readonly<Record<string, string | number>>
  readonly why: Factors | null
  /** Words to read on it. */
  readonly words: number
}

/** The line about people, hubs and languages, or the one that says what happened. */
const LINE_WORDS = 10

/** The texts that a card quotes. */
export function piecesOf({ quote, build, objection }: Pick<Card, 'quote' | 'build' | 'objection'>): Piece[] {
  return [quote, build, objection].filter((piece) => piece !== null)
}

/** The card of a theme, with the first texts that were not shown yet. */
export function cardOf(
  news: ThemeNews,
  { why, isShown }: { why: Factors | null; isShown: (piece: Piece) => boolean },
): Card {
  const first = (pieces: readonly Piece[]) => pieces.find((piece) => !isShown(piece)) ?? null
  const quote = first(news.quotes)
  const build = first(news.builds)
  const objection = first(news.objections)
  const { jamId, themeId, name, people, hubs, languages, said, since, followed } = news
  const rising = news.lift > 1 ? 'rising' : 'news'
  const card = { key: `theme:${themeId}`, jamId, themeId, name, quote, build, objection, why, values: {} }
  const line = { news: { people, hubs, languages, said, since, followed }, reason: followed ? 'followed' : rising }
  return { ...card, ...line, words: wordsOn(card) }
}

/** The card of something that happened. */
export function cardOfNotice({ key, jamId, themeId, reason, values, piece }: Notice): Card {
  const card = { key, jamId, themeId, name: null, quote: piece, build: null, objection: null, why: null }
  return { ...card, news: null, reason, values, words: wordsOn(card) }
}

function wordsOn(card: Pick<Card, 'name' | 'quote' | 'build' | 'objection'>): number {
  const texts = [card.name ?? '', ...piecesOf(card).map(({ sentence }) => sentence)]
  return texts.reduce((sum, text) => sum + countWords(text), LINE_WORDS)
}
