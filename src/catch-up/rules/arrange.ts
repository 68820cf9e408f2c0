import { type Card, cardOf, cardOfNotice, piecesOf } from './cards.ts'
import { CARDS_MAX, WORDS_A_MINUTE } from './limits.ts'
import type { Material, Notice, Piece, ThemeNews } from './material.ts'
import { type Factors, inOrder } from './score.ts'

/** The sections in their fixed order, with the share of the words that each may use; what one leaves the next may use.
 *  The last two shares are nobody else's: what comes before can never take them. */
export const SECTIONS = [
  { key: 'to-you', share: 0.3 },
  { key: 'clocks', share: 0.05 },
  { key: 'followed', share: 0.15 },
  { key: 'rising', share: 0.2 },
  { key: 'turns', share: 0.1 },
  { key: 'least-heard', share: 0.15 },
  { key: 'way-in', share: 0.05 },
] as const
export type SectionKey = (typeof SECTIONS)[number]['key']

const WAYS_IN = 3

export type Section = { readonly key: SectionKey; readonly cards: readonly Card[]; readonly left: number }
export type Remainder = {
  readonly jamId: string
  readonly themeId: string | null
  readonly name: string
  readonly said: number
}
export type Arrangement = {
  readonly words: number
  readonly used: number
  readonly sections: readonly Section[]
  /** Themes with what is new in them and not shown here: together with what is shown it is everything. */
  readonly remainders: readonly Remainder[]
  readonly shown: { readonly themes: number; readonly said: number }
  readonly of: { readonly themes: number; readonly said: number }
}

/** `only`: one section, as a whole; the budget then does not count. `reserved: false`: the control of the tests, in which
 *  nothing is kept for the least heard. */
export type Wanted = { readonly minutes: number; readonly only?: SectionKey | undefined; readonly reserved?: boolean }

/** Arranges what is new for one person within her budget of words. Pure: the same material gives the same list. No theme
 *  and no text is shown twice. */
export function arrange(material: Material, { minutes, only, reserved = true }: Wanted): Arrangement {
  const words = minutes * WORDS_A_MINUTE
  const desk = openDesk(only)
  const shares = SECTIONS.filter(({ key }) => reserved || key !== 'least-heard')
  const before = shares.filter(({ key }) => key !== 'way-in')
  let carried = 0
  for (const { key, share } of before) {
    const allowance = only ? Number.POSITIVE_INFINITY : share * words + carried
    if (!only || only === key) carried = allowance - desk.fill(key, offersOf(key, material, desk), allowance)
  }
  const lastShare = SECTIONS.at(-1)?.share ?? 0
  if (!only || only === 'way-in')
    carried +=
      lastShare * words -
      desk.fill('way-in', offersOf('way-in', material, desk), lastShare * words + Math.max(0, carried))
  if (!only) {
    carried -= desk.fill('rising', offersOf('rising', material, desk), carried)
    if (reserved) desk.fill('least-heard', offersOf('least-heard', material, desk), carried)
  }
  return summed(material, desk, words)
}

type Offer = () => Card | null
type Desk = {
  readonly texts: Set<string>
  readonly themes: Set<string>
  readonly languages: Set<string>
  readonly sections: Map<SectionKey, Card[]>
  readonly left: Map<SectionKey, number>
  /** Puts offers into a section until the words are used, and says how many were. */
  fill(key: SectionKey, offers: readonly Offer[], allowance: number): number
}

/** One theme, or what stands in none, of one jam. */
export const placeOf = ({ jamId, themeId }: { jamId: string; themeId: string | null }): string =>
  `${jamId}/${themeId ?? ''}`

function openDesk(only: SectionKey | undefined): Desk {
  const desk: Desk = {
    ...{ texts: new Set(), themes: new Set(), languages: new Set(), sections: new Map(), left: new Map() },
    fill(key, offers, allowance) {
      const cards = desk.sections.get(key) ?? []
      desk.sections.set(key, cards)
      const filling = { key, allowance, spent: 0, hasCards: cards.length > 0 }
      let left = 0
      for (const offer of offers) {
        const card = offer()
        if (!card) continue
        if (cards.length < CARDS_MAX && (only || fits(card, filling))) {
          cards.push(card)
          filling.spent += card.words
          filling.hasCards = true
          show(desk, card)
        } else left++
      }
      desk.left.set(key, left)
      return filling.spent
    },
  }
  return desk
}

type Filling = { key: SectionKey; allowance: number; spent: number; hasCards: boolean }

/** Phases and ends are always told. What is addressed to her and what few have heard has a place even where one text is
 *  longer than the share. */
function fits(card: Card, { key, allowance, spent, hasCards }: Filling): boolean {
  if (key === 'clocks' || spent + card.words <= allowance) return true
  return !hasCards && allowance > 0 && (key === 'to-you' || key === 'least-heard')
}

function show(desk: Desk, card: Card): void {
  for (const piece of piecesOf(card)) {
    desk.texts.add(piece.id)
    desk.languages.add(piece.language)
  }
  if (card.news) desk.themes.add(placeOf(card))
}

function offersOf(key: SectionKey, material: Material, desk: Desk): Offer[] {
  switch (key) {
    case 'to-you':
      return material.toYou.map((notice) => offerNotice(desk, notice))
    case 'clocks':
      return material.clocks.map((notice) => offerNotice(desk, notice))
    case 'followed':
      return [
        ...offerThemes(desk, material, ({ followed }) => followed),
        ...material.followed.map((notice) => offerNotice(desk, notice)),
      ]
    case 'rising':
      return offerThemes(desk, material, ({ followed, themeId }) => !followed && themeId !== null)
    case 'turns':
      return material.turns.map((notice) => offerNotice(desk, notice))
    case 'least-heard':
      return leastHeard(desk, material)
    case 'way-in':
      return material.waysIn.slice(0, WAYS_IN).map((notice) => offerNotice(desk, notice))
  }
}

const isShown = (desk: Desk, { id }: Piece): boolean => desk.texts.has(id)

function offerNotice(desk: Desk, notice: Notice): Offer {
  return () => {
    const cards = [...desk.sections.values()].flat()
    if (cards.some(({ key }) => key === notice.key) || (notice.piece && isShown(desk, notice.piece))) return null
    return cardOfNotice(notice)
  }
}

function offerThemes(desk: Desk, { themes }: Material, wanted: (news: ThemeNews) => boolean): Offer[] {
  const open = themes.filter((news) => hasTexts(news) && wanted(news) && !desk.themes.has(placeOf(news)))
  return inOrder(open, CARDS_MAX).map(({ news, why }) => offerTheme(desk, news, why))
}

/** A theme has a card only where something of it can be quoted. */
const hasTexts = ({ said, quotes, builds, objections }: ThemeNews): boolean =>
  said > 0 && quotes.length + builds.length + objections.length > 0

function offerTheme(desk: Desk, news: ThemeNews, why: Factors | null): Offer {
  return () => (desk.themes.has(placeOf(news)) ? null : cardOf(news, { why, isShown: (piece) => isShown(desk, piece) }))
}

/** First a voice of each language of 2 % of the people that was not quoted yet; then in turns the theme of the fewest people,
 *  of those she has never met, the theme that the fewest have read, and the contribution that the fewest have read. */
function leastHeard(desk: Desk, { themes, seldomRead, languages }: Material): Offer[] {
  const open = themes.filter((news) => hasTexts(news) && news.themeId !== null)
  const smallest = open.toSorted((a, b) => Number(a.met) - Number(b.met) || a.people - b.people || byId(a, b))
  const unread = open.toSorted((a, b) => a.heardBy - b.heardBy || byId(a, b))
  const ofTheme = (news: ThemeNews) => offerTheme(desk, news, null)
  const missing = languages.map(
    (language): Offer =>
      () => {
        if (desk.languages.has(language)) return null
        const theme = unread.find((news) => news.quotes[0]?.language === language && !desk.themes.has(placeOf(news)))
        const notice = seldomRead.find(({ piece }) => piece?.language === language && !isShown(desk, piece))
        return theme ? ofTheme(theme)() : notice ? offerNotice(desk, notice)() : null
      },
  )
  const inTurns = Array.from({ length: Math.max(open.length, seldomRead.length) }, (_, at) => [
    ...smallest.slice(at, at + 1).map(ofTheme),
    ...unread.slice(at, at + 1).map(ofTheme),
    ...seldomRead.slice(at, at + 1).map((notice) => offerNotice(desk, notice)),
  ])
  return [...missing, ...inTurns.flat()]
}

const byId = (a: ThemeNews, b: ThemeNews): number => String(a.themeId).localeCompare(String(b.themeId))

function summed(material: Material, desk: Desk, words: number): Arrangement {
  const sections = SECTIONS.map(({ key }) => ({
    key,
    cards: desk.sections.get(key) ?? [],
    left: desk.left.get(key) ?? 0,
  }))
  const cards = sections.flatMap((section) => section.cards)
  const shown = new Map(
    cards
      .flatMap(piecesOf)
      .filter(({ isNew }) => isNew)
      .map((piece) => [piece.id, placeOf(piece)]),
  )
  const perPlace = Map.groupBy(shown.values(), (place) => place)
  const remainders = material.themes.flatMap((news) => {
    const said = Math.max(0, news.said - (perPlace.get(placeOf(news))?.length ?? 0))
    return said > 0 ? [{ jamId: news.jamId, themeId: news.themeId, name: news.name, said }] : []
  })
  const left = remainders.reduce((sum, { said }) => sum + said, 0)
  return {
    ...{ words, used: cards.reduce((sum, card) => sum + card.words, 0), sections, remainders },
    shown: { themes: [...desk.themes].filter((place) => !place.endsWith('/')).length, said: shown.size },
    of: {
      themes: material.themes.filter(({ said, themeId }) => said > 0 && themeId !== null).length,
      said: shown.size + left,
    },
  }
}
