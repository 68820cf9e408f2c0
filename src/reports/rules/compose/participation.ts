import { isFew, tellApart } from '../../../kernel/index.ts'
import type { Written } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import type { PeopleTable, Report } from '../report.ts'
import { hideInvited } from './hide-invited.ts'
import { hideSmall, hideSmallOverlapping } from './hide-small.ts'
import { authorsOf, isIdea, isThere, type Tally } from './tally.ts'

type Participation = Pick<Report, 'people' | 'totals' | 'hubs' | 'languages' | 'activity' | 'exposure'>

/** Who took part, how much, and who was read. People are distinct persons; what was taken back counts nobody. */
export function participationOf(tally: Tally): Participation {
  const { material } = tally
  const there = material.written.filter(isThere)
  const { table: hubs, isSafe } = hubsOf(tally, there)
  return {
    people: peopleOf(tally, there, isSafe),
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

/** The steps of the whole jam, none of which lets one to four people be found by taking away: who wrote is told before all, since
 *  the table of hubs adds up to it, and who was invited last. Voters are told beside those whom opinion groups count, the invited
 *  beside those who rated. */
function peopleOf(
  { material, guests: known, hubOf }: Tally,
  there: readonly Written[],
  isSafe: boolean,
): Report['people'] {
  const writers = authorsOf(there)
  const voters = new Set(material.votes.map(({ person }) => person))
  const everybody = voters.union(writers)
  const often = Map.groupBy(
    there.filter(({ author, seed }) => author !== null && !seed),
    ({ author }) => author,
  )
  const steps = [
    ...[writers.size, everybody.size, voters.size, [...often.values()].filter((of) => of.length > 1).length],
    ...[everybody.intersection(known).size, isSafe ? material.invited : null],
  ]
  const [wrote = null, tookPart = null, voted = null, again = null, guests = null, invited = null] = tellApart(steps)
  const counted = material.opinions?.counted ?? null
  return {
    invited: apart(invited, material.rating?.people ?? null),
    tookPart: apart(tookPart, counted),
    voted: apart(voted, counted),
    ...{ wrote, again, guests },
    hubs: new Set([...everybody].flatMap((id) => hubOf.get(id) ?? [])).size,
    hubsInvited: material.hubs.some(({ invited }) => invited !== null) ? material.hubs.length : null,
  }
}

/** A number beside another one that is told of people who are among them. */
function apart(people: number | null, among: number | null): number | null {
  return people === null || (among !== null && isFew(people - among)) ? null : people
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
export function activityOf(there: readonly Written[]): Report['activity'] {
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
  const weighted = descending.reduce((sum, count, at) => sum + (at + 1) * count, 0)
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
