import * as voices from '../../analysis/voices/index.ts'
import { LEAST_PEOPLE } from '../../kernel/index.ts'
import type { GroupVotes, MeasureAsked, MeasuredVoice, MeasuredWords, Whose } from './measure-asked.ts'
import { numberLabels } from './number-labels.ts'
import type { Arrays } from './text-arrays.ts'
import { groupsOf, NOBODYS, WAYS } from './whose-voice.ts'

const SEED = 1
const SHOWN = 14
const CARRIED_BY = 3

/** Small voices, found apart from the themes: pockets of one hub, language or time zone, favourites of one, what is far from
 *  everything, first texts that nobody answered; in turns. */
export function findSmallVoices(
  { texts, votes, nowMs }: MeasureAsked,
  arrays: Arrays,
  words: readonly MeasuredWords[],
): MeasuredVoice[] {
  const { placeOf, people, themes, themeIds } = arrays
  const groups = groupsOf(texts)
  const inTexts = voices.findVoicesInTexts(
    words.map(({ id, text, language }) => {
      const place = placeOf.get(id) ?? -1
      return { text, language, person: people[place] ?? -1, groups: groups.at(place), theme: themes[place] ?? -1 }
    }),
    SEED,
  )
  const { favourites, things, whose: supporters } = favouritesOf(votes)
  const gathered = voices.gatherSmallVoices({
    ...inTexts,
    favourites,
    firsts: voices.findUnansweredFirsts(arrays, { nowMs }),
  })
  const idAt = (at: number): string => words[at]?.id ?? ''
  const alone = { ...NOBODYS, contributions: 1, people: null, theme: null }
  return gathered.slice(0, SHOWN).map((found): MeasuredVoice => {
    const { reason } = found
    if (reason === 'far-from-all') return { ...alone, reason, ids: [idAt(found.text)] }
    if (reason === 'first-unanswered') return { ...alone, reason, ids: [texts[found.text]?.id ?? ''] }
    if (reason === 'own-support') {
      return {
        ...alone,
        reason,
        ids: [things[found.thing] ?? ''],
        people: found.insidePeople,
        ...supporters[found.group],
      }
    }
    const { texts: places, people: count, group, theme, hasTheme } = found
    const ids = places.slice(0, CARRIED_BY).map(idAt)
    const whose = count >= LEAST_PEOPLE ? groups.whose(group) : NOBODYS
    const own = hasTheme ? (themeIds[theme] ?? null) : null
    return { reason, ids, contributions: places.length, people: count, ...whose, theme: own }
  })
}

/** Favourites of each way of grouping, their `group` a place in `whose`; what two ways show is the first one's. */
function favouritesOf(votes: readonly GroupVotes[]) {
  const { numbers, labels: things } = numberLabels(votes.map(({ id }) => id))
  const whose: Whose[] = []
  const known = new Set<number>()
  const favourites = WAYS.flatMap((way) => {
    const cast = votes.flatMap((each, at) => (each.way === way ? [{ ...each, thing: numbers[at] ?? 0 }] : []))
    const { numbers: columns, labels } = numberLabels(cast.map(({ group }) => group))
    const agrees = new Int32Array(things.length * labels.length)
    const seen = new Int32Array(agrees.length)
    for (const [at, { thing, agree, seen: all }] of cast.entries()) {
      const cell = thing * labels.length + (columns[at] ?? 0)
      agrees[cell] = agree
      seen[cell] = all
    }
    return voices
      .findFavourites({ groups: labels.length, agrees, seen })
      .filter(({ thing }) => !known.has(thing) && known.add(thing))
      .map((each) => ({ ...each, group: whose.push({ ...NOBODYS, [way]: labels[each.group] ?? null }) - 1 }))
  })
  return { favourites, things, whose }
}
