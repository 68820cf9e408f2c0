import type { Corpus } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import type { PeopleTable, Report, ReportTheme } from '../report.ts'
import type { Fault } from './fault.ts'
import { fits, type Recounts, recount } from './recount.ts'

/** Counts are of people, none of a group under five, and none can be found by taking away. */
export function peopleFaults(report: Report, corpus: Corpus, counts: Recounts): Fault[] {
  return [
    ...smallGroups(report),
    ...stepFaults(report),
    ...tableFaults(report),
    ...opinionFaults(report),
    ...countFaults(report, corpus, counts),
  ]
}

const isSmall = (people: number | null): boolean => people !== null && people > 0 && people < METHOD.floor
const floor = (at: string): Fault => ({ rule: 'report/floor', at, what: 'shows a group under five' })

/** Editions of the first method told steps of the whole jam as they were. */
function stepFaults({ people, method }: Report): Fault[] {
  if (method.version === '1.0') return []
  const { hubs: _hubs, hubsInvited: _invited, ...persons } = people
  const told = Object.entries(persons)
  const near = ([, a]: (typeof told)[number], [, b]: (typeof told)[number]): boolean =>
    a !== null && b !== null && a > b && a - b < METHOD.floor
  return told
    .filter((one) => told.some((other) => near(one, other)))
    .map(([name]) => ({ ...floor(`people/${name}`), what: 'lets a group under five be found' }))
}

function smallGroups({ people, themes, voices, coverage, folds, families }: Report): Fault[] {
  const { hubs: _hubs, hubsInvited: _invited, ...persons } = people
  return [
    ...Object.entries(persons).flatMap(([name, count]) => (isSmall(count) ? floor(`people/${name}`) : [])),
    ...themes.flatMap((theme) => (inTheme(theme).some(isSmall) ? floor(`themes/${theme.id}`) : [])),
    ...(folds ?? []).flatMap(({ people: own }, at) => (isSmall(own) ? floor(`folds/${at}`) : [])),
    ...(families ?? []).flatMap(({ people: own, columns }, at) =>
      [own, ...columns.map((column) => column.people)].some(isSmall) ? floor(`families/${at}`) : [],
    ),
    ...voices.flatMap(({ people: own }, at) => (isSmall(own) ? floor(`voices/${at}`) : [])),
    ...coverage.flatMap(({ place, people: own }) => (isSmall(own) ? floor(`coverage/${place}`) : [])),
  ]
}

function inTheme({ people, languages, subthemes, votes }: ReportTheme): (number | null)[] {
  const sides = votes ? [votes.people, votes.agree, votes.disagree, votes.people - votes.agree - votes.disagree] : []
  return [people, ...languages.map((row) => row.people), ...subthemes.map((row) => row.people), ...sides]
}

function tableFaults({ hubs, languages, people }: Report): Fault[] {
  return [...hidden(hubs, 'hubs', people.wrote), ...hidden(languages, 'languages', null)]
}

/** Rows of five or more; the others together five or more, and two at least. Where nobody is in two rows (`all`), what the
 *  rows leave of all people is nobody or five as well. */
function hidden({ rows, others }: PeopleTable, at: string, all: number | null): Fault[] {
  const found = rows.flatMap(({ name, people, invited }) =>
    isSmall(people) || isSmall(invited) ? floor(`${at}/${name}`) : [],
  )
  if (others && (others.people < METHOD.floor || others.groups < 2)) found.push(floor(`${at}/others`))
  const shown = rows.reduce((sum, row) => sum + row.people, others?.people ?? 0)
  if (all !== null && isSmall(all - shown)) found.push({ ...floor(at), what: 'lets a group under five be found' })
  return found
}

function opinionFaults({ opinions }: Report): Fault[] {
  if (!opinions) return []
  const { groups, hidden: rest, common, splits } = opinions
  const people = [...groups.map((group) => group.people), rest]
  const votes = [...common, ...splits].flatMap((statement) => statement.groups.map((group) => group.votes))
  return [...people, ...votes].some(isSmall) ? [floor('opinions')] : []
}

/** People are counted anew from who wrote: a count of posts is not one of people. */
function countFaults(report: Report, corpus: Corpus, counts: Recounts): Fault[] {
  const fault = (at: string, what: string): Fault => ({ rule: 'report/people', at, what })
  const written = [...corpus.written.values()].filter(({ postedAt }) => postedAt <= report.edition.madeAt)
  const wrote = recount(report, written).people
  const themes = report.themes.flatMap((theme) => {
    const { there, erased, people } = counts.of(theme)
    const told = theme.contributions + theme.replies
    return [
      ...(fits(theme.people, people)
        ? []
        : [fault(`themes/${theme.id}`, `counts ${theme.people}, not ${people[0]} people`)]),
      ...(told === there.length + erased.length ? [] : [fault(`themes/${theme.id}`, 'counts other contributions')]),
    ]
  })
  const sums =
    report.time.all.reduce((sum, step) => sum + step, 0) === written.length ? [] : [fault('time', 'does not add up')]
  return [
    ...(fits(report.people.wrote, wrote) ? [] : [fault('people/wrote', 'counts other people')]),
    ...themes,
    ...sums,
  ]
}
