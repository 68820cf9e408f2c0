import { gammaQuantile, oneSided95 } from './chance.ts'

/** What people did, in any order: who, in which theme (-1: none, passed over), when in milliseconds since 1970, and in which
 *  zone: any label as a number from 0 of people whose clocks agree, such as the hours from UTC. */
export type ThemeActs = {
  readonly people: Int32Array
  readonly themes: Int32Array
  readonly atMs: Float64Array
  readonly zones: Int32Array
}

/** Over which time something rises: the last `hours` (2 when absent) before `nowMs`, against all hours before. */
export type RisingTime = { readonly nowMs: number; readonly hours?: number | undefined }

/**
 * How a theme rises. `people` are the distinct people of the window, `weighed` the same with heavy posters shared out over
 * their themes, `expected` what the theme's own past would give, `rate` the lower bound (95 %) of the ratio of the two: above
 * 1 it rises for certain.
 */
export type RisingTheme = {
  readonly theme: number
  readonly people: number
  readonly weighed: number
  readonly expected: number
  readonly rate: number
}

const hourMs = 3_600_000
const usualHours = 2
/** Strength of the belief that a theme does what it did before, in people. */
const priorPeople = 2

/**
 * Themes by how surely they rise, the surest first (ties: more people, then the lower theme). A theme needs an act in the
 * window; nothing rises before there is a past of as many hours as the window.
 *
 * The unit is the person: an act counts once per person, theme and hour, and a person who is active in m themes in an hour
 * weighs (1 + ln m) / m in each, so that one who writes everywhere weighs 1 + ln m in all.
 *
 * Expected is what the theme would have now if the people of each zone went to themes as before:
 * E = sum over zones z of A(z) p(z), with A(z) the weight of everybody of zone z in the window, and p(z) the theme's share of
 * the weight of zone z in the past, drawn towards its share in all zones by one hour's weight of the zone. People of one zone
 * share their local hour, so that neither the waking of a continent nor the burst of the opening, which raise A for all themes
 * alike, lets any theme rise.
 * The ratio of x to E has a gamma posterior (Poisson counts, prior of mean 1 and strength 2 people): its 5 % quantile
 * is `rate`. Source: the gamma-Poisson shrinker of DuMouchel 1999, with one component.
 */
export function rankRising(acts: ThemeActs, { nowMs, hours = usualHours }: RisingTime): RisingTheme[] {
  const weighed = weighActs(acts, nowMs)
  const fromHour = -hours
  const past = addUp(weighed.filter(({ hour }) => hour < fromHour))
  const now = addUp(weighed.filter(({ hour }) => hour >= fromHour))
  const pastHours = weighed.reduce((most, { hour }) => Math.max(most, fromHour - hour), 0)
  if (pastHours < hours) return []
  const people = countPeople(acts, { fromMs: nowMs - hours * hourMs, nowMs })
  return [...now.themes]
    .map(([theme, weight]) => {
      const expected = expectedOf(theme, { past, now, pastHours })
      const rate = gammaQuantile(priorPeople + weight, priorPeople + expected, -oneSided95)
      return { theme, people: people.get(theme)?.size ?? 0, weighed: weight, expected, rate }
    })
    .sort((a, b) => b.rate - a.rate || b.people - a.people || a.theme - b.theme)
}

/** One person in one theme in one hour; `hour` counts whole hours before now: -1 is the last one. */
type Weighed = { readonly theme: number; readonly zone: number; readonly hour: number; readonly weight: number }

function weighActs(acts: ThemeActs, nowMs: number): Weighed[] {
  const hoursOf = new Map<string, Map<number, number>>()
  for (const [at, theme] of acts.themes.entries()) {
    const hour = Math.floor(((acts.atMs[at] ?? 0) - nowMs) / hourMs)
    if (theme < 0 || hour >= 0) continue
    const key = `${acts.people[at]} ${hour}`
    const themes = hoursOf.get(key) ?? new Map<number, number>()
    hoursOf.set(key, themes)
    if (!themes.has(theme)) themes.set(theme, acts.zones[at] ?? 0)
  }
  return [...hoursOf].flatMap(([key, themes]) => {
    const hour = Number(key.slice(key.indexOf(' ')))
    const weight = (1 + Math.log(themes.size)) / themes.size
    return [...themes].map(([theme, zone]) => ({ theme, zone, hour, weight }))
  })
}

/** Weights by theme, by zone, and by theme in a zone. */
type Sums = {
  readonly themes: Map<number, number>
  readonly zones: Map<number, number>
  readonly cells: Map<string, number>
  readonly all: number
}

function addUp(weighed: readonly Weighed[]): Sums {
  const sums = { themes: new Map<number, number>(), zones: new Map<number, number>(), cells: new Map<string, number>() }
  let all = 0
  for (const { theme, zone, weight } of weighed) {
    add(sums.themes, theme, weight)
    add(sums.zones, zone, weight)
    add(sums.cells, `${theme} ${zone}`, weight)
    all += weight
  }
  return { ...sums, all }
}

function add<Key>(sums: Map<Key, number>, key: Key, weight: number): void {
  sums.set(key, (sums.get(key) ?? 0) + weight)
}

type Compared = { readonly past: Sums; readonly now: Sums; readonly pastHours: number }

function expectedOf(theme: number, { past, now, pastHours }: Compared): number {
  const known = new Set([...past.themes.keys(), ...now.themes.keys()]).size
  // A theme without past has the share of one act among all of them.
  const share = ((past.themes.get(theme) ?? 0) + 1) / (past.all + known)
  return now.zones.entries().reduce((sum, [zone, active]) => {
    const inZone = past.zones.get(zone) ?? 0
    const drawn = Math.max(1, inZone / Math.max(1, pastHours))
    return sum + active * (((past.cells.get(`${theme} ${zone}`) ?? 0) + drawn * share) / (inZone + drawn))
  }, 0)
}

type Span = { readonly fromMs: number; readonly nowMs: number }

function countPeople({ people, themes, atMs }: ThemeActs, { fromMs, nowMs }: Span): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  for (const [at, theme] of themes.entries()) {
    const ms = atMs[at] ?? 0
    if (theme < 0 || ms < fromMs || ms >= nowMs) continue
    const known = found.get(theme) ?? new Set<number>()
    found.set(theme, known.add(people[at] ?? -1))
  }
  return found
}
