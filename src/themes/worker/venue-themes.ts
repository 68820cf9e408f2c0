import { v7 } from 'uuid'
import * as themes from '../../analysis/themes/index.ts'
import { primaryTag } from '../rules/primary-tag.ts'
import type { ComputeAsked, Found, FoundPlace, FoundTheme, News, ThemeText } from './asked.ts'
import { countContributions } from './count-contributions.ts'

const SEED = 1
/** An answer belongs to what it answers about as strongly as to a neighbour with the same words. */
const REPLY_WEIGHT = 1

/** The texts of one conversation and their themes, in the thread that computes. */
export type VenueThemes = { take(news: News): void; compute(asked: ComputeAsked): Found }

type Known = { readonly root: string; readonly text: string; readonly language: string }

const entryOf = ({ id, text, author, language, group }: ThemeText): themes.TextEntry => ({
  ...{ id, text, author: author ?? undefined, group: group ?? undefined },
  language: primaryTag(language),
})

/** Opens a conversation without a text. Ids of new themes are `newId`'s. */
export function openVenueThemes(newId: () => string = v7): VenueThemes {
  const open = themes.openThemes({ seed: SEED, newId })
  const known = new Map<string, Known>()
  /** What the rows say of contributions, as far as it is known here. */
  const stands = new Map<string, Omit<FoundPlace, 'id'>>()
  /** The themes of replies by their own words: rows know only where their threads stand. */
  const repliesIn = new Map<string, string>()
  /** Contributions whose rows say what no computation said. */
  const unsettled = new Set<string>()

  function remove(ids: readonly string[]): void {
    open.remove(ids)
    for (const id of ids) for (const held of [known, stands, repliesIn, unsettled]) held.delete(id)
  }

  function stand({ id, theme, settled }: ThemeText): void {
    stands.set(id, { theme, subtheme: null })
    if (!settled) unsettled.add(id)
  }

  function take({ texts, gone }: News): void {
    const changed = texts.filter(({ id, text, language }) => isChanged(known.get(id), { text, language }))
    const moved = changed.filter(({ id, language }) => known.get(id)?.language !== language)
    remove([...gone, ...moved.map(({ id }) => id)])
    const fresh = texts.filter(({ id }) => !known.has(id))
    open.replace(changed.filter(({ id }) => known.has(id)).map(entryOf))
    open.add(fresh.map(entryOf))
    const replies = fresh.filter(({ id, root }) => id !== root)
    open.addTies(replies.map(({ id, root }) => ({ from: id, to: root, weight: REPLY_WEIGHT })))
    for (const text of fresh) if (text.id === text.root) stand(text)
    for (const { id, root, text, language } of [...fresh, ...changed]) known.set(id, { root, text, language })
  }

  function begin({ constraints, pinned, themes: standing, moved }: ComputeAsked): void {
    for (const { id, theme } of moved) {
      if (!known.has(id)) continue
      stands.set(id, { theme, subtheme: null })
      unsettled.add(id)
    }
    open.setConstraints(constraints)
    open.setPinned(pinned)
    const themeOf = (id: string): string | undefined => stands.get(id)?.theme ?? repliesIn.get(id)
    open.setStanding({ themes: standing, themeOf })
  }

  /** Each contribution that is found elsewhere than its row says. */
  function settle(found: readonly FoundPlace[]): FoundPlace[] {
    const isReply = ({ id }: FoundPlace): boolean => known.get(id)?.root !== id
    repliesIn.clear()
    for (const reply of found.filter(isReply)) if (reply.theme !== null) repliesIn.set(reply.id, reply.theme)
    const news = found.filter((place) => !isReply(place) && isNews(place))
    for (const { id, ...where } of news) stands.set(id, where)
    unsettled.clear()
    return news
  }

  function isNews({ id, theme, subtheme }: FoundPlace): boolean {
    const before = stands.get(id)
    return unsettled.has(id) || before?.theme !== theme || before.subtheme !== subtheme
  }

  return {
    take,
    compute(asked) {
      begin(asked)
      const result = open.compute()
      const rootOf = (id: string): string => known.get(id)?.root ?? id
      const places = placesIn(result)
      const own = places.filter(({ id }) => rootOf(id) === id)
      const peopled = new Set(own.map(({ theme }) => theme))
      const found = result.themes.filter(({ id }) => peopled.has(id)).map((theme) => foundTheme(theme, rootOf))
      const moves = own.map(({ id, theme }) => ({ from: stands.get(id)?.theme, to: theme }))
      const changes = countContributions(result.changes, moves)
      return { themes: found, places: settle(places), changes, telling: open.tellingWords() }
    },
  }
}

const isChanged = (before: Known | undefined, now: Omit<Known, 'root'>): boolean =>
  before !== undefined && (before.text !== now.text || before.language !== now.language)

function placesIn(result: themes.ThemeResult): FoundPlace[] {
  const places: FoundPlace[] = []
  for (const [at, id] of result.ids.entries()) {
    if (id === '') continue
    const theme = result.themes[result.themeOf[at] ?? -1]
    const subtheme = theme?.subthemes[result.subthemeOf[at] ?? -1]?.label ?? null
    places.push({ id, theme: theme?.id ?? null, subtheme })
  }
  return places
}

function foundTheme(theme: themes.Theme, rootOf: (id: string) => string): FoundTheme {
  const { id, label, language, representatives, subthemes } = theme
  return {
    ...{ id, label, language },
    voices: representatives.map((voice) => ({ id: voice.id, root: rootOf(voice.id), sentence: voice.sentence })),
    subthemes: subthemes.map((part) => ({ label: part.label })),
  }
}
