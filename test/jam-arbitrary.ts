import fc from 'fast-check'
import type {
  ContributionLine,
  ForumLine,
  HubLine,
  JamLine,
  LedgerLine,
  Line,
  MatterLine,
  PersonLine,
  PromiseLine,
  VersionLine,
  VoteLine,
} from '../src/jams/rules/jam-format.ts'
import { makeEditions } from './edition-arbitrary.ts'
import { makeActs, makeNear } from './fold-arbitrary.ts'
import { type Dice, makeIdeas } from './idea-arbitrary.ts'
import { makeMeetings } from './meeting-arbitrary.ts'
import { makePolls } from './poll-arbitrary.ts'

/** A whole jam file as its lines in the order of an export: hubs, people with and without names, threads, edits, votes.
 *  One number makes it, so that a failure names one number and nothing grows while it is made smaller. */
export const jamFile: fc.Arbitrary<Line[]> = fc.integer({ min: 1, max: 0x7fff_ffff }).map(jamFileOf)

/** The jam file that a number stands for. */
export function jamFileOf(seed: number): Line[] {
  const dice = diceOf(seed)
  const hubs = makeHubs(dice)
  const people = makePeople(dice, hubs)
  const forums = makeForums(dice, people)
  const contributions = inThreads(makeContributions(dice, forums, people))
  const versions = byId(contributions).flatMap((line) => makeVersions(dice, line))
  const votes = byId(contributions).flatMap((line) => makeVotes(dice, line, people))
  const roots = contributions.filter(({ parent, retractedAt }) => parent === null && retractedAt === null)
  const folds = [...makeNear(dice, byId(roots)), ...makeActs(dice, roots, people)]
  const jam = makeJam(dice, hubs, people)
  const ideas = makeIdeas(dice, contributions, people)
  const came = [...makeAnswers(dice, people), ...makeEditions(dice)]
  const answered = came.flatMap((line) => (line.type === 'matter' ? line.subject : []))
  const polls = makePolls(dice, { contributions, people, answered })
  const meetings = makeMeetings(dice, contributions, people)
  const above = [jam, ...hubs, ...people, ...forums, ...contributions, ...meetings, ...versions, ...votes]
  return [...above, ...folds, ...ideas, ...polls, ...came]
}

const startMs = Date.UTC(2026, 0, 1)
const instant = (ms: number) => new Date(startMs + ms).toISOString()

const pieces = [
  'We ',
  'need ',
  '更多',
  'Bäume',
  ' ',
  '\n',
  '"',
  '=1+1',
  '@a',
  '**b**',
  '<i>',
  '\\',
  ',',
  '😊',
  '\u2028',
]

function diceOf(seed: number): Dice {
  let state = seed
  let ids = 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const of = <T>(from: readonly T[]) => from[below(from.length)] as T
  return {
    below,
    chance: () => next() < 0.5,
    of,
    id: () => {
      ids++
      const tail = (seed * 1_000 + ids).toString(16).padStart(12, '0')
      return `${below(0xffff_ffff).toString(16).padStart(8, '0')}-0000-7000-8000-${tail}`
    },
    words: (max) => {
      const text = `x${Array.from({ length: below(12) }, () => of(pieces)).join('')}`
      return [...text].slice(0, max).join('')
    },
  }
}

function byId<T extends { id: string }>(lines: T[]): T[] {
  return lines.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function list<T>(length: number, make: (at: number) => T): T[] {
  return Array.from({ length }, (_, at) => make(at))
}

function makeHubs(dice: Dice): HubLine[] {
  const root: HubLine = { type: 'hub', id: dice.id(), parent: null, name: 'Core', locales: ['en'], timeZone: 'UTC' }
  const place = { locales: ['de', 'zh-Hant'], timeZone: 'Europe/Vienna' }
  const below = list(
    dice.below(4),
    (at): HubLine => ({ ...root, id: dice.id(), parent: root.id, name: `Hub ${at}`, ...place }),
  )
  return [root, ...byId(below)]
}

function makePeople(dice: Dice, hubs: HubLine[]): PersonLine[] {
  const make = (): PersonLine => ({
    type: 'person',
    id: dice.id(),
    name: dice.chance() ? dice.words(120) : null,
    hub: dice.chance() ? dice.of(hubs).id : null,
    guest: dice.chance(),
  })
  return byId(list(1 + dice.below(4), make))
}

function makeForums(dice: Dice, people: PersonLine[]): ForumLine[] {
  return list(1 + dice.below(3), (position) => ({
    type: 'forum',
    id: dice.id(),
    title: dice.words(200),
    question: dice.chance() ? dice.words(1000) : '',
    position,
    hosts: dice.chance() ? [dice.of(people).id] : [],
  }))
}

type Placed = ContributionLine & { thread: string }

function makeContributions(dice: Dice, forums: ForumLine[], people: PersonLine[]): Placed[] {
  const made: Placed[] = []
  const replies = new Map<string, number>()
  for (let left = dice.below(9); left > 0; left--) {
    const parent = made.length > 0 && dice.chance() ? dice.of(made) : undefined
    const number = parent ? (replies.get(parent.thread) ?? 0) + 1 : 0
    const line = parent ? makeReply(dice, parent, number) : makeRoot(dice, forums)
    if (parent) replies.set(parent.thread, number)
    made.push(dice.below(5) === 0 ? retracted(line) : { ...line, author: dice.chance() ? dice.of(people).id : null })
  }
  return made
}

function makeRoot(dice: Dice, forums: ForumLine[]): Placed {
  const id = dice.id()
  const words = { title: dice.words(250), body: dice.chance() ? dice.words(500) : '' }
  const place = { forum: dice.of(forums).id, parent: null, number: 0, thread: id }
  return {
    type: 'contribution',
    id,
    ...place,
    kind: 'contribution',
    author: null,
    ...words,
    ...makeTimes(dice),
    seed: dice.chance(),
  }
}

function makeReply(dice: Dice, parent: Placed, number: number): Placed {
  const place = { forum: parent.forum, parent: parent.id, number, thread: parent.thread }
  const kind = dice.of(['build', 'example', 'objection', 'question', 'plain'] as const)
  const words = { title: null, body: dice.words(500) }
  return {
    type: 'contribution',
    id: dice.id(),
    ...place,
    kind,
    author: null,
    ...words,
    ...makeTimes(dice),
    seed: false,
  }
}

function makeTimes(dice: Dice) {
  const version = 1 + dice.below(3)
  return {
    language: dice.of(['en', 'de', 'zh', 'und']),
    postedAt: instant(dice.below(5) * 1_000 + dice.below(3)),
    version,
    editedAt: version > 1 ? instant(90_000) : null,
    retractedAt: null,
  }
}

function retracted(line: Placed): Placed {
  return { ...line, author: null, title: null, body: '', retractedAt: instant(95_000) }
}

/** Threads by the time of their root, and inside by number: the order of an export. */
function inThreads(placed: Placed[]): ContributionLine[] {
  const rootAt = new Map(placed.map((line) => [line.id, line.postedAt]))
  const key = (line: Placed) => `${rootAt.get(line.thread)} ${line.thread} ${String(line.number).padStart(6, '0')}`
  return placed.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ thread, ...line }) => line)
}

function makeVersions(dice: Dice, line: ContributionLine): VersionLine[] {
  if (line.retractedAt !== null) return []
  return list(line.version - 1, (at) => ({
    type: 'version',
    contribution: line.id,
    version: at + 1,
    title: line.parent === null ? dice.words(250) : null,
    body: dice.words(300),
    at: instant(80_000 + at),
  }))
}

function makeVotes(dice: Dice, line: ContributionLine, people: PersonLine[]): VoteLine[] {
  return people
    .filter(() => dice.chance())
    .map(({ id }) => ({
      type: 'vote',
      contribution: line.id,
      person: id,
      value: dice.of(['agree', 'disagree', 'pass'] as const),
      at: instant(99_000),
    }))
}

/** Everybody hosts the jam and every hub is in its audience: an export holds exactly those who have to do with it. */
function makeJam(dice: Dice, hubs: HubLine[], people: PersonLine[]): JamLine {
  const closed = dice.chance()
  const opened = { at: instant(1), kind: 'opened', phase: 'discuss', until: instant(100_000) } as const
  return {
    type: 'jam',
    format: 1,
    id: dice.id(),
    title: dice.words(120),
    question: dice.words(300),
    hub: dice.of(hubs).id,
    audience: { hubs: hubs.map(({ id }) => id).sort(), guests: dice.chance() },
    lobby: dice.of(['members', 'link', 'public'] as const),
    promise: { decides: dice.words(200), by: '2026-12-31', text: dice.words(2000) },
    phase: closed ? 'archive' : dice.of(['discuss', 'rate'] as const),
    dates: {
      opensAt: instant(0),
      rateAt: dice.chance() ? instant(50_000) : null,
      closesAt: instant(100_000),
      archiveAt: null,
    },
    openedAt: instant(1),
    closedAt: closed ? instant(100_000) : null,
    hosts: people.map(({ id }) => id),
    changes: [
      { ...opened, reason: null, by: dice.of(people).id },
      { ...opened, at: instant(2), kind: 'extended', reason: dice.words(500), by: null },
    ],
  }
}

/** Who decides, answers in up to two versions, and the promises that follow from those that bind. */
function makeAnswers(dice: Dice, people: PersonLine[]): (LedgerLine | MatterLine | PromiseLine)[] {
  if (dice.chance()) return []
  const person = () => dice.of(people).id
  const at = instant(200_000)
  const states = { open: 1, 'in-progress': 0, kept: 2, late: 0, broken: 0, replaced: 0 }
  const ledger: LedgerLine = {
    type: 'ledger',
    deciders: [{ version: 1, people: [person()], needed: dice.of([null, 1]), by: person(), at }],
    ...{ answeredAt: at, checked: 1, nextAt: instant(900_000), checks: [{ days: '30', at, states }] },
  }
  const matters = Array.from({ length: dice.below(3) }, (_, place): MatterLine => {
    const declines = dice.chance()
    const decisions = Array.from({ length: 1 + dice.below(2) }, (__, n) => ({
      ...{ id: dice.id(), version: n + 1, answer: declines ? ('decline' as const) : ('adapt' as const) },
      ...{ reason: dice.words(90), owner: declines ? null : person(), due: declines ? null : '2027-03-01' },
      ...{ budget: dice.of([null, '10 000']), changeReason: n > 0 ? dice.words(20) : null, by: person(), at },
      ...{ signatures: [{ by: person(), at }], boundAt: dice.chance() ? at : null },
    }))
    const about = { kind: 'theme', subject: dice.id(), name: dice.words(30) } as const
    return { type: 'matter', id: dice.id(), ...about, place, stands: dice.chance(), at, decisions }
  })
  const promises = matters.flatMap(({ id, decisions: [first] }, n): PromiseLine[] => {
    if (!first?.owner) return []
    const notes = [
      { kind: 'made' as const, reason: null, by: person(), at: instant(200_000) },
      { kind: 'progress' as const, reason: dice.words(90), by: person(), at: instant(300_000) },
    ]
    const due = { due: '2027-03-01', dueAt: instant(900_000) }
    const clock = { state: 'in-progress', told: 1, nextAt: instant(900_000), madeAt: instant(200_000 + n) } as const
    const of = { matter: id, decision: first.id, owner: first.owner }
    return [{ type: 'promise', id: dice.id(), ...of, ...due, ...clock, notes }]
  })
  return [ledger, ...matters, ...promises]
}
