import { cutSentence } from './cut-sentence.ts'
import { likeness, wordsOf } from './likeness.ts'
import { THEMES_CONSIDERED } from './limits.ts'
import type { Material, Notice, NoticeRow, Piece, PlaceRow, Standing, TextRow, ThemeNews } from './material.ts'

/** Of each theme this many texts of a kind are looked at. */
const TEXTS_EACH = 3
/** From this change of agreement on a theme has turned. */
const TURN = 0.1
const NOVELTY_LETTERS = 300

/** The themes that are looked at closely: what is followed, the liveliest, and always some of those with the fewest people
 *  and the fewest readers. All others are counted. */
export function considered(places: readonly PlaceRow[]): ReadonlySet<string> {
  const themes = places.filter(({ said }) => said > 0)
  const take = (measure: (place: PlaceRow) => number, most: number) =>
    themes
      .toSorted((a, b) => measure(a) - measure(b) || a.placeId.localeCompare(b.placeId))
      .slice(0, most)
      .map(({ placeId }) => placeId)
  const strength = ({ people, lift, own, followed, heardBy }: PlaceRow) =>
    (Math.log(1 + people) * lift * (followed ? 100 : own ? 1.5 : 1)) / Math.sqrt(Math.max(1, heardBy))
  const seldom = THEMES_CONSIDERED / 4
  return new Set([
    ...take((place) => -strength(place), THEMES_CONSIDERED),
    ...take(({ met, people }) => (met ? 1e6 : 0) + people, seldom),
    ...take(({ heardBy }) => heardBy, seldom),
  ])
}

/** Which texts have to be read for a catch-up. */
export function textsNeeded({ places }: Standing, notices: readonly NoticeRow[]): string[] {
  const close = considered(places)
  const ids = places.filter(({ placeId }) => close.has(placeId)).flatMap(textsOf)
  return [...new Set([...ids, ...notices.flatMap(({ id }) => id ?? [])])]
}

const textsOf = ({ quotes, builds, objections }: PlaceRow): string[] =>
  [quotes, builds, objections].flatMap((ids) => ids.slice(0, TEXTS_EACH))

/** Puts together what was read from the database. Texts that are not among `texts` are gone, or not hers to see: nothing of
 *  them is left in the material. */
export function gather(standing: Standing, notices: readonly NoticeRow[], texts: readonly TextRow[]): Material {
  const anchors = new Map(standing.places.map(({ placeId, since }) => [placeId, since]))
  const recent = texts.filter((text) => text.recent).map(({ title, body }) => wordsOf(opening(title, body)))
  const pieces = new Map(texts.map((text) => [text.id, pieceOf(text, { recent, since: anchors.get(text.placeId) })]))
  const told = (section: NoticeRow['section']): Notice[] =>
    notices.filter((row) => row.section === section).flatMap((row) => noticeOf(row, pieces))
  return {
    toYou: told('to-you'),
    clocks: told('clocks'),
    followed: told('followed'),
    themes: standing.places.map((place) => newsOf(place, pieces)),
    turns: [...told('turns'), ...standing.places.flatMap(turnOf)],
    seldomRead: told('seldom'),
    waysIn: told('way-in'),
    languages: standing.languages,
  }
}

const opening = (title: string | null, body: string): string => `${title ?? ''} ${body}`.slice(0, NOVELTY_LETTERS)

type Read = { readonly recent: readonly ReadonlySet<string>[]; readonly since: string | undefined }

function pieceOf(text: TextRow, { recent, since }: Read): Piece {
  const { id, threadId, jamId, themeId, kind, authorId, author, hub, language, favourite } = text
  const words = wordsOf(opening(text.title, text.body))
  return {
    ...{ id, threadId, jamId, themeId, kind, authorId, author, hub, language, favourite },
    sentence: cutSentence(text.title, text.body),
    isRead: text.mine || text.read,
    isNew: !text.mine && !text.read && since !== undefined && text.postedAt >= since,
    likeRead: Math.max(0, ...recent.map((other) => likeness(words, other))),
  }
}

function newsOf(place: PlaceRow, pieces: ReadonlyMap<string, Piece>): ThemeNews {
  const { jamId, themeId, since, people, hubs, languages, followed, own, met, heardBy, lift } = place
  const those = (ids: readonly string[]) =>
    ids
      .flatMap((id) => pieces.get(id) ?? [])
      .filter(({ sentence, isRead }) => sentence !== '' && !isRead)
      .toSorted((a, b) => Number(b.isNew) - Number(a.isNew))
  return {
    ...{ jamId, themeId, since, hubs, languages, followed, own, met, heardBy, lift },
    name: place.name ?? '',
    language: place.language ?? '',
    people: Math.max(0, people),
    said: Math.max(0, place.said),
    quotes: those(place.quotes),
    builds: those(place.builds),
    objections: those(place.objections),
  }
}

function noticeOf(row: NoticeRow, pieces: ReadonlyMap<string, Piece>): Notice[] {
  const { key, jamId, reason, values, id } = row
  const piece = id === null ? null : pieces.get(id)
  if (piece === undefined || piece?.sentence === '') return []
  return [{ key, jamId, themeId: piece?.themeId ?? row.themeId, reason, values, piece }]
}

function turnOf({ jamId, themeId, name, agreement, before }: PlaceRow): Notice[] {
  if (themeId === null || agreement === null || before === null || Math.abs(agreement - before) < TURN) return []
  const percent = (share: number) => Math.round(share * 100)
  const values = { name: name ?? '', before: percent(before), after: percent(agreement) }
  return [{ key: `support:${themeId}`, jamId, themeId, reason: 'support-moved', values, piece: null }]
}
