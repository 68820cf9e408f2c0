import * as voices from '../../analysis/voices/index.ts'
import type { HubVotes, MeasureAsked, MeasuredVoice, MeasuredWords } from './measure-asked.ts'
import { numberLabels } from './number-labels.ts'
import type { Arrays } from './text-arrays.ts'

const SEED = 1
const SHOWN = 14
const CARRIED_BY = 3
/** A hub is named only where so many of its people stand behind a voice. */
const LEAST_PEOPLE = 5

/** Small voices, found apart from the themes: pockets of one hub, favourites of one hub, what is far from everything, first
 *  texts that nobody answered; in turns. */
export function findSmallVoices(
  { texts, votes, nowMs }: MeasureAsked,
  arrays: Arrays,
  words: readonly MeasuredWords[],
): MeasuredVoice[] {
  const { placeOf, people, groups, themes, hubIds, themeIds } = arrays
  const placeOfWords = words.map(({ id }) => placeOf.get(id) ?? -1)
  const inTexts = voices.findVoicesInTexts(
    words.map(({ text, language }, at) => {
      const place = placeOfWords[at] ?? -1
      return { text, language, person: people[place] ?? -1, group: groups[place] ?? -1, theme: themes[place] ?? -1 }
    }),
    SEED,
  )
  const supported = favouritesOf(votes)
  const gathered = voices.gatherSmallVoices({
    ...inTexts,
    favourites: supported.favourites,
    firsts: voices.findUnansweredFirsts(arrays, { nowMs }),
  })
  const idAt = (at: number): string => words[at]?.id ?? ''
  const hubAt = (group: number): string | null => hubIds[group] ?? null
  const themeOf = (theme: number): string | null => themeIds[theme] ?? null
  const alone = { contributions: 1, people: null, hub: null, theme: null }
  return gathered.slice(0, SHOWN).map((found): MeasuredVoice => {
    const { reason } = found
    if (reason === 'far-from-all') return { ...alone, reason, ids: [idAt(found.text)] }
    if (reason === 'first-unanswered') return { ...alone, reason, ids: [texts[found.text]?.id ?? ''] }
    if (reason === 'own-support') {
      const hub = supported.hubs[found.group] ?? null
      return { ...alone, reason, ids: [supported.things[found.thing] ?? ''], people: found.insidePeople, hub }
    }
    const { texts: places, people: count, group, theme, hasTheme } = found
    const ids = places.slice(0, CARRIED_BY).map(idAt)
    const hub = count >= LEAST_PEOPLE ? hubAt(group) : null
    return { reason, ids, contributions: places.length, people: count, hub, theme: hasTheme ? themeOf(theme) : null }
  })
}

function favouritesOf(votes: readonly HubVotes[]) {
  const { numbers: things, labels: thingIds } = numberLabels(votes.map(({ id }) => id))
  const { numbers: hubs, labels: hubIds } = numberLabels(votes.map(({ hub }) => hub))
  const cells = {
    agrees: new Int32Array(thingIds.length * hubIds.length),
    seen: new Int32Array(thingIds.length * hubIds.length),
  }
  for (const [at, { agree, seen }] of votes.entries()) {
    const cell = (things[at] ?? 0) * hubIds.length + (hubs[at] ?? 0)
    cells.agrees[cell] = agree
    cells.seen[cell] = seen
  }
  const favourites = voices.findFavourites({ groups: hubIds.length, ...cells })
  return { favourites, things: thingIds, hubs: hubIds }
}
