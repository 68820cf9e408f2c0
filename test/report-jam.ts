import { formatLine, importJam, type Line } from '../src/jams/index.ts'
import type { Database } from '../src/platform/index.ts'
import { corpusOf, idOf, type Planted, plantMaterial } from './report-material.ts'

export type ReportJam = { readonly jamId: string; readonly people: readonly string[] }
export type JamWishes = Planted & {
  readonly hub: { readonly id: string; readonly name: string }
  readonly host: { readonly id: string; readonly name: string }
  readonly phase?: 'discuss' | 'report' | 'archive'
  /** Ideas were made of its contributions and rated. */
  readonly rated?: true
}

/** A jam in which several hundred people have written, replied and voted; closed when nothing else is wished. */
export async function aReportJam(
  database: Database,
  { hub, host, phase = 'archive', rated, ...planted }: JamWishes,
): Promise<ReportJam> {
  const material = plantMaterial(planted)
  const { written, people, votes, hubs, jam } = material
  const place = { locales: ['en'], timeZone: 'Europe/Vienna' }
  const forum = idOf(6, 0)
  const isOpen = phase === 'discuss'
  const closesAt = isOpen ? '2027-03-01T12:00:00.000Z' : jam.closedAt
  const dates = { opensAt: jam.openedAt, rateAt: null, closesAt, archiveAt: null }
  const lines: Line[] = [
    {
      ...{
        type: 'jam',
        format: 1,
        id: jam.id,
        title: jam.title,
        question: jam.question,
        hub: hub.id,
        lobby: 'members',
      },
      ...{ audience: { hubs: [hub.id], guests: false }, promise: jam.promise, phase, dates, openedAt: jam.openedAt },
      ...{ closedAt: isOpen ? null : jam.closedAt, hosts: [host.id], changes: [] },
    },
    { type: 'hub', id: hub.id, parent: null, name: hub.name, ...place },
    ...hubs.map(({ id, name }): Line => ({ type: 'hub', id, parent: hub.id, name, ...place })),
    ...[
      ...people.map(({ id, hub: home, guest }, n) => ({ id, name: `Writer ${n}`, hub: home, guest })),
      { ...host, hub: null, guest: false },
    ].map(({ id, name, hub: home, guest }): Line => ({ type: 'person', id, name, hub: home, guest })),
    { type: 'forum', id: forum, title: 'All of it', question: 'What?', position: 0, hosts: [] },
    ...inThreads(written).map(({ id, parent, kind, author, title, body, language, postedAt, version }, n): Line => {
      return {
        ...{
          type: 'contribution',
          id,
          forum,
          parent,
          number: parent === null ? 0 : n + 1,
          author,
          title,
          body,
          language,
        },
        ...{ kind: kind as 'contribution', postedAt, seed: false, version, editedAt: null, retractedAt: null },
      }
    }),
    ...[...new Map(votes.map((vote) => [`${vote.contribution} ${vote.person}`, vote])).values()]
      .sort((a, b) => (`${a.contribution} ${a.person}` < `${b.contribution} ${b.person}` ? -1 : 1))
      .map(({ contribution, person, value }): Line => {
        return { type: 'vote', contribution, person, value, at: '2026-03-03T12:00:00.000Z' }
      }),
    ...(rated ? ratingLines(material, host.id) : []),
  ]
  const open = async function* () {
    for (const line of lines) yield formatLine(line).trimEnd()
  }
  const { jamId } = await importJam(database, { open })
  return { jamId, people: people.map(({ id }) => id) }
}

function ratingLines(material: ReturnType<typeof plantMaterial>, by: string): Line[] {
  const { rating } = corpusOf(material)
  if (!rating) return []
  const { people, countedAt, tallies } = rating
  const made = { madeAt: '2026-03-02T12:00:00.000Z', version: 1, by }
  return [
    ...material.ideas.map(({ sources, ...idea }): Line => {
      return { type: 'idea', ...idea, ...made, sources: sources.map((one) => ({ ...one, consent: 'given' })) }
    }),
    { type: 'rating', ideas: material.ideas.length - 1, people, countedAt },
    ...tallies
      .map((tally): Line => ({ type: 'idea-rating', ...tally }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  ]
}

function inThreads<T extends { id: string; root: string }>(written: readonly T[]): T[] {
  const threads = Map.groupBy(written, ({ root }) => root)
  return [...threads.values()].flat()
}
