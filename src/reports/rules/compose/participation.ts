import type { Written } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import type { PeopleTable, Report } from '../report.ts'
import { hideInvited, invitedInAll } from './hide-invited.ts'
import { hideSmall, hideSmallOverlapping } from './hide-small.ts'
import { authorsOf, isIdea, isThere, shown, type Tally } from './tally.ts'

type Participation = Pick<Report, 'people' | 'totals' | 'hubs' | 'languages' | 'activity' | 'exposure'>

/** Who took part, how much, and who was read. People are distinct persons; what was taken back counts nobody. */
export function participationOf(tally: Tally): Participation {
  const { material } = tally
  const there = material.written.filter(isThere)
  const people = peopleOf(tally, there, authorsOf(there))
  const { table: hubs, isSafe } = hubsOf(tally, there)
  return {
    people: { ...people, invited: invitedInAll(people, isSafe) },
    totals: {
      contributions: there.filter((each) => isIdea(each) && !each.seed).length,
      replies: there.filter((each) => !isIdea(each)).length,
      seeds: there.filter(({ seed }) => seed).length,
      votes: material.votes.length,
      taken: material.written.length - there.length,
    },
    hubs,
    languages: languagesOf(there),
    activity: activityOf(there),
    exposure: exposureOf(material.exposure),
  }
}

function peopleOf({ material, guests, hubOf }: Tally, there: readonly Written[], wrote: Set<string>): Report['people'] {
  const voted = new Set(material.votes.map(({ person }) => person))
  const tookPart = voted.union(wrote)
  const often = Map.groupBy(
    there.filter(({ author, seed }) => author !== null && !seed),
    ({ author }) => author,
  )
  return {
    invited: material.invited,
    tookPart: shown(tookPart.size),
    voted: shown(voted.size),
    wrote: shown(wrote.size),
    again: shown([...often.values()].filter((of) => of.length > 1).length),
    guests: shown([...tookPart].filter((id) => guests.has(id)).length),
    hubs: new Set([...tookPart].flatMap((id) => hubOf.get(id) ?? [])).size,
    hubsInvited: material.hubs.some(({ invited }) => invited !== null) ? material.hubs.length : null,
  }
}

function hubsOf({ material, hubOf }: Tally, there: readonly Written[]): ReturnType<typeof hideInvited> {
  const byHub = Map.groupBy(there, ({ author, seed }) => (author === null || seed ? null : (hubOf.get(author) ?? null)))
  const rows = material.hubs.map(({ id, name, invited }) => {
    const said = byHub.get(id) ?? []
    return { name, invited, people: authorsOf(said).size, contributions: said.length }
  })
  const elsewhere = byHub.get(null)?.filter(({ author, seed }) => author !== null && !seed) ?? []
  const without = { name: '', invited: null, people: authorsOf(elsewhere).size, contributions: elsewhere.length }
  const all = without.people > 0 ? [...rows, without] : rows
  return hideInvited(hideSmall(all), all)
}

function languagesOf(there: readonly Written[]): PeopleTable {
  const groups = Map.groupBy(there, ({ language }) => language)
  const rows = [...groups].map(([name, said]) => {
    return { name, invited: null, people: authorsOf(said).size, contributions: said.length }
  })
  return hideSmallOverlapping(rows)
}

/** Languages in which at least 2 % of the writers wrote, by people. */
export function largeLanguages(there: readonly Written[]): string[] {
  const writers = authorsOf(there).size
  const groups = Map.groupBy(there, ({ language }) => language)
  const counted = [...groups].map(([language, said]) => ({ language, people: authorsOf(said).size }))
  return counted
    .filter(({ people }) => people > 0 && people >= METHOD.language * writers)
    .sort((a, b) => b.people - a.people || (a.language < b.language ? -1 : 1))
    .map(({ language }) => language)
}

/** Shares of the most active; nothing below a hundred writers for 1 %, below ten for 10 %: that would be one person. */
function activityOf(there: readonly Written[]): Report['activity'] {
  const groups = Map.groupBy(
    there.filter(({ author, seed }) => author !== null && !seed),
    ({ author }) => author,
  )
  const counts = [...groups.values()].map((of) => of.length).sort((a, b) => b - a)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const shareOf = (part: number): number | null => {
    const people = Math.floor(counts.length * part)
    if (people < METHOD.floor) return null
    return round(counts.slice(0, people).reduce((sum, count) => sum + count, 0) / all)
  }
  return { top1: shareOf(0.01), top10: shareOf(0.1), gini: counts.length < METHOD.floor ? null : giniOf(counts, all) }
}

/** Gini of descending counts: 0 when all wrote the same, near 1 when one wrote all. */
function giniOf(descending: readonly number[], all: number): number {
  const people = descending.length
  const weighted = descending.reduce((sum, count, at) => sum + (people - at) * count, 0)
  return round(Math.max(0, (people + 1 - (2 * weighted) / all) / people))
}

const EXPOSURE_FROM = [0, 1, 4, 8, 16, 64] as const

function exposureOf(exposure: Tally['material']['exposure']): Report['exposure'] {
  if (exposure === null) return null
  return EXPOSURE_FROM.map((from, at) => {
    const next = EXPOSURE_FROM[at + 1]
    const within = exposure.filter(({ people }) => people >= from && (next === undefined || people < next))
    return { from, to: next === undefined ? null : next - 1, contributions: within.length }
  })
}

const round = (share: number): number => Math.round(share * 1000) / 1000
