import { v5 } from 'uuid'
import type { Line } from '../jams/index.ts'
import type { DemoHub, DemoJam } from './demo-jams.ts'
import type { Ballot, ConsultationSet, SetHeader } from './demo-set.ts'

/** When a jam of the demo takes place. `shiftMs` moves every time of the data; archived ones keep theirs. */
export type DemoTimes = {
  readonly phase: 'discuss' | 'archive'
  readonly openedAt: number
  readonly closesAt: number
  readonly shiftMs: number
}

/** Who the demo's organisation has already. */
export type DemoPlace = {
  readonly coreId: string
  readonly hostIds: readonly string[]
  readonly hubs: readonly DemoHub[]
}

/** `set` is what has happened; `everybody` is the whole consultation, whose people are there from the beginning. */
type DemoFile = {
  readonly jam: DemoJam
  readonly set: ConsultationSet
  readonly everybody: ConsultationSet
  readonly times: DemoTimes
  readonly place: DemoPlace
}

const NAMESPACE = '6f0c2f6e-7d5b-5c0a-8d6d-3a4a8c1f9b20'
const ATTRIBUTION =
  'Data was gathered using the Polis software (see: compdemocracy.org/polis) and is sub-licensed under CC BY 4.0 with Attribution to The Computational Democracy Project.'

const known = new Map<string, string>()

/** The same id for the same thing of the data, in every demonstration. A vote names two things that others name too. */
export function demoId(...parts: (string | number)[]): string {
  const name = parts.join(' ')
  const id = known.get(name) ?? v5(name, NAMESPACE)
  known.set(name, id)
  return id
}

const instantOf = (ms: number): string => new Date(ms).toISOString()

/** The lines of a jam file for the statements and votes of a consultation. Everybody in it belongs to the jam's hub. */
export function* demoLines(file: DemoFile): Generator<Line> {
  const { set, place } = file
  yield jamLine(file)
  yield* hubLines(file)
  yield* personLines(file)
  yield { type: 'forum', id: forumId(set.header), ...file.jam.forum, position: 0, hosts: [...place.hostIds] }
  yield* statementLines(file)
  for (const ballot of set.ballots) yield voteLine(file, ballot)
}

export const jamId = ({ set }: SetHeader): string => demoId(set, 'jam')
export const forumId = ({ set }: SetHeader): string => demoId(set, 'forum')
export const personId = ({ set }: SetHeader, number: number): string => demoId(set, 'person', number)
export const statementId = ({ set }: SetHeader, number: number): string => demoId(set, 'statement', number)

const hubIdOf = ({ jam, place }: DemoFile): string => (jam.hub === null ? place.coreId : demoId('hub', jam.hub))

function jamLine(file: DemoFile): Line {
  const { jam, set, times, place } = file
  const [opened, closes] = [instantOf(times.openedAt), instantOf(times.closesAt)]
  const isOver = times.phase === 'archive'
  const change = { at: opened, kind: 'opened', phase: 'discuss', until: closes, reason: null, by: null } as const
  const end = { at: closes, kind: 'moved', phase: 'archive', until: null, reason: null, by: null } as const
  return {
    type: 'jam',
    format: 1,
    id: jamId(set.header),
    title: jam.title,
    question: jam.question,
    hub: hubIdOf(file),
    audience: { hubs: [place.coreId], guests: jam.guests },
    lobby: jam.guests ? 'public' : 'members',
    promise: { decides: jam.promise.decides, by: closes.slice(0, 10), text: promiseText(jam, set.header) },
    phase: times.phase,
    dates: { opensAt: opened, rateAt: null, closesAt: closes, archiveAt: isOver ? closes : null },
    openedAt: opened,
    closedAt: isOver ? closes : null,
    hosts: place.hostIds.toSorted(),
    changes: isOver ? [change, end] : [change],
  }
}

function promiseText(jam: DemoJam, { url, refused }: SetHeader): string {
  return `${jam.promise.first}\n\n${ATTRIBUTION} ${url}\n\n${refused} statements that its moderators refused are left out.`
}

function* hubLines({ place }: DemoFile): Generator<Line> {
  yield { type: 'hub', id: place.coreId, parent: null, name: 'Core', locales: ['en'], timeZone: 'UTC' }
  for (const { key, name, locale, timeZone } of place.hubs) {
    yield { type: 'hub', id: demoId('hub', key), parent: place.coreId, name, locales: [locale], timeZone }
  }
}

function* personLines(file: DemoFile): Generator<Line> {
  const { everybody: set, jam, place } = file
  for (const id of place.hostIds) yield { type: 'person', id, name: null, hub: place.coreId, guest: false }
  const numbers = new Set([...set.statements.map(({ author }) => author), ...set.ballots.map(({ voter }) => voter)])
  for (const number of numbers) {
    yield {
      type: 'person',
      id: personId(set.header, number),
      name: jam.person(number),
      hub: hubIdOf(file),
      guest: false,
    }
  }
}

function* statementLines({ set, times }: DemoFile): Generator<Line> {
  for (const statement of set.statements) {
    yield {
      type: 'contribution',
      id: statementId(set.header, statement.id),
      forum: forumId(set.header),
      parent: null,
      number: 0,
      kind: 'contribution',
      author: personId(set.header, statement.author),
      title: statement.text,
      body: '',
      language: null,
      postedAt: instantOf(statement.at + times.shiftMs),
      seed: false,
      version: 1,
      editedAt: null,
      retractedAt: null,
    }
  }
}

function voteLine({ set, times }: DemoFile, ballot: Ballot): Line {
  return {
    type: 'vote',
    contribution: statementId(set.header, set.statements[ballot.statement]?.id ?? 0),
    person: personId(set.header, ballot.voter),
    value: ballot.value,
    at: instantOf(ballot.at + times.shiftMs),
  }
}
