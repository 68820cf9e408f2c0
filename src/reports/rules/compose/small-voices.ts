import { METHOD } from '../limits.ts'
import type { Quote, Report, ReportTheme, SmallVoice } from '../report.ts'
import { quoteOf } from './quotes.ts'
import { authorsOf, isThere, shown, type Tally } from './tally.ts'

const THEMES_NAMED = 12
const FOUND_NAMED = 12
const QUOTED = 2

/** Themes that are small, or of one hub alone: by how much of their people is of one hub, then by people. */
export function smallThemes(tally: Tally, themes: readonly ReportTheme[], writers: number): string[] {
  const small = themes.flatMap((theme) => {
    const people = authorsOf((tally.byTheme.get(theme.id) ?? []).filter(isThere))
    const share = largestHub(tally, people).people / Math.max(1, people.size)
    const isSmall = people.size >= METHOD.floor && people.size < METHOD.smallShare * writers
    const isOneSided = people.size >= METHOD.floor && share >= ONE_SIDED && theme.hubs > 0 && hubsThatWrote(tally) > 1
    return isSmall || isOneSided ? [{ id: theme.id, share, people: people.size }] : []
  })
  const sorted = small.sort((a, b) => b.share - a.share || b.people - a.people || (a.id < b.id ? -1 : 1))
  // What was found without regard to themes and has one of its own comes first.
  const found = tally.material.voices.flatMap(({ reason, theme }) =>
    reason === 'pocket' && theme !== null ? theme : [],
  )
  const own = found.filter((id) => themes.some((theme) => theme.id === id && theme.people !== null))
  return [...new Set([...own, ...sorted.map(({ id }) => id)])]
}

const ONE_SIDED = 0.9

/** The chapter of small voices: small themes, and what was found without regard to themes. */
export function smallVoicesOf(
  tally: Tally,
  themes: readonly ReportTheme[],
  small: readonly string[],
): Report['voices'] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const named = small.slice(0, THEMES_NAMED).flatMap((id) => {
    const theme = byId.get(id)
    return theme ? [themeVoice(tally, theme)] : []
  })
  const found = tally.material.voices.slice(0, FOUND_NAMED).map(({ ids, people, ...voice }): SmallVoice => {
    const quotes = ids.flatMap((id) => quoteFrom(tally, id) ?? []).slice(0, QUOTED)
    return { ...voice, people: people && shown(people), group: people && shown(people) ? voice.group : null, quotes }
  })
  return [...named, ...found.filter(({ quotes, theme }) => quotes.length > 0 && !(theme && small.includes(theme)))]
}

function themeVoice(tally: Tally, theme: ReportTheme): SmallVoice {
  const people = authorsOf((tally.byTheme.get(theme.id) ?? []).filter(isThere))
  const largest = largestHub(tally, people)
  const isNamed = largest.people >= METHOD.floor && largest.people === people.size
  const group = isNamed ? (tally.namedHubs.get(largest.hub ?? '') ?? null) : null
  return { reason: 'theme', theme: theme.id, people: theme.people, group, quotes: theme.voices.slice(0, QUOTED) }
}

function quoteFrom(tally: Tally, id: string): Quote | undefined {
  const written = tally.written.get(id)
  return written && isThere(written) ? quoteOf(tally, written) : undefined
}

function largestHub({ hubOf }: Tally, people: ReadonlySet<string>): { hub: string | null; people: number } {
  const sizes = new Map<string, number>()
  for (const id of people) {
    const hub = hubOf.get(id)
    if (hub) sizes.set(hub, (sizes.get(hub) ?? 0) + 1)
  }
  const [largest] = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return largest ? { hub: largest[0], people: largest[1] } : { hub: null, people: 0 }
}

const hubsThatWrote = ({ namedHubs }: Tally): number => namedHubs.size
