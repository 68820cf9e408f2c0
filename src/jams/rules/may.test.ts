import { expect, test } from 'vitest'
import { type Actor, type Decision, nobody } from '../../kernel/index.ts'
import type { Phase } from '../contract.ts'
import {
  type Jam,
  mayAddForum,
  mayChange,
  mayChangeForum,
  mayDiscard,
  mayEdit,
  mayExport,
  mayExtend,
  mayInvite,
  mayMove,
  mayNameHosts,
  mayOpen,
  mayStart,
  type Settings,
} from './may.ts'

const PHASES: readonly Phase[] = ['prepare', 'discuss', 'rate', 'report', 'archive']
const day = (date: number) => new Date(Date.UTC(2027, 2, date))
const plan = { opensAt: day(1), rateAt: day(2), closesAt: day(3), archiveAt: day(4) }

const member: Actor = {
  ...nobody,
  personId: 'member',
  guest: false,
  roles: { north: 'member' },
  reach: ['north', 'core'],
}
const actors: Record<string, { actor: Actor; hosting: boolean }> = {
  owner: { actor: { ...member, owner: true }, hosting: false },
  'host of the jam': { actor: member, hosting: true },
  'host of the hub': { actor: { ...member, roles: { north: 'host' } }, hosting: false },
  'host above': { actor: { ...member, roles: { core: 'host' } }, hosting: false },
  'host elsewhere': { actor: { ...member, roles: { south: 'host' } }, hosting: false },
  member: { actor: member, hosting: false },
  guest: { actor: { ...nobody, personId: 'guest', roles: { north: 'guest' } }, hosting: false },
  stranger: { actor: nobody, hosting: false },
}

function jamIn(phase: Phase, hosting: boolean): Jam {
  return { phase, hosting, plan, hubPath: ['core', 'north'] }
}

/** Who is allowed something in a phase, by name. */
function allowedIn(phase: Phase, may: (actor: Actor, jam: Jam) => Decision): string[] {
  return Object.entries(actors)
    .filter(([, { actor, hosting }]) => may(actor, jamIn(phase, hosting)).ok)
    .map(([name]) => name)
}

const RUNNERS = ['owner', 'host of the jam']

test.each([
  { what: 'open', may: (actor: Actor, jam: Jam) => mayOpen(actor, jam, []), phases: ['prepare'] },
  { what: 'extend', may: mayExtend, phases: ['discuss', 'rate', 'report'] },
  { what: 'move', may: mayMove, phases: ['discuss', 'rate', 'report'] },
  { what: 'discard', may: mayDiscard, phases: ['prepare'] },
  { what: 'edit', may: mayEdit, phases: PHASES },
  { what: 'export', may: mayExport, phases: PHASES },
])('only its hosts and owners may $what a jam, and only in $phases', ({ may, phases }) => {
  for (const phase of PHASES) expect(allowedIn(phase, may)).toEqual(phases.includes(phase) ? RUNNERS : [])
})

test('hosts of the hub, hosts above and owners may start a jam', () => {
  expect(allowedIn('prepare', (actor, jam) => mayStart(actor, jam.hubPath))).toEqual([
    'owner',
    'host of the hub',
    'host above',
  ])
})

test('those who run the hub may invite', () => {
  expect(allowedIn('discuss', mayInvite)).toEqual(['owner', 'host of the hub', 'host above'])
})

test('a jam with something missing does not open, and says so', () => {
  expect(mayOpen(member, jamIn('prepare', true), ['jam.missing.forum'])).toMatchObject({ because: 'jam.not-ready' })
})

test('a report without a date for the archive has no end to extend', () => {
  const jam = { ...jamIn('report', true), plan: { ...plan, archiveAt: null } }
  expect(mayExtend(member, jam)).toMatchObject({ because: 'jam.no-end-to-extend' })
})

const settings: Settings = {
  title: 'Values',
  question: 'What?',
  promise: { decides: 'The board', by: '2027-06-30', text: 'Answers' },
  hubs: ['north', 'south'],
  guests: false,
  lobby: 'members',
  plan,
}

test.each([
  { what: 'guests', change: { guests: true }, because: 'jam.audience-stays' },
  { what: 'a hub more', change: { hubs: ['north', 'south', 'core'] }, because: 'jam.audience-stays' },
  { what: 'a hub fewer', change: { hubs: ['north'] }, because: 'jam.audience-stays' },
  { what: 'another end', change: { plan: { ...plan, closesAt: day(9) } }, because: 'jam.dates-stay' },
  { what: 'no rating', change: { plan: { ...plan, rateAt: null } }, because: 'jam.dates-stay' },
  { what: 'no promise', change: { promise: null }, because: 'jam.promise-stays' },
])('an open jam does not take $what', ({ change, because }) => {
  expect(mayChange('discuss', settings, { ...settings, ...change })).toMatchObject({ because })
})

test.each([
  { what: 'another title', change: { title: 'Values jam' } },
  { what: 'another lobby', change: { lobby: 'public' as const } },
  { what: 'another promise', change: { promise: { decides: 'All of us', by: '2027-07-01', text: 'More answers' } } },
  { what: 'its hubs in another order', change: { hubs: ['south', 'north'] } },
])('an open jam takes $what', ({ change }) => {
  expect(mayChange('discuss', settings, { ...settings, ...change }).ok).toBe(true)
})

test('everything can change while a jam is prepared', () => {
  const wanted = { ...settings, guests: true, hubs: ['core'], promise: null, plan: { ...plan, opensAt: null } }
  expect(mayChange('prepare', settings, wanted).ok).toBe(true)
})

test('an archive keeps its words', () => {
  expect(mayChange('archive', settings, { ...settings, question: 'Why?' })).toMatchObject({ because: 'jam.archived' })
})

test('an archive can still be closed to the public', () => {
  expect(mayChange('archive', { ...settings, lobby: 'public' }, settings).ok).toBe(true)
})

test('a host cannot take themselves off', () => {
  expect(mayNameHosts(member, { hosting: true }, ['somebody else'])).toMatchObject({ because: 'jam.host-leaves' })
})

test('an owner who hosts can hand the jam over', () => {
  expect(mayNameHosts({ ...member, owner: true }, { hosting: true }, ['somebody else']).ok).toBe(true)
})

test.each([
  { phase: 'prepare', contributions: 3, sameWords: false, ok: true },
  { phase: 'discuss', contributions: 0, sameWords: false, ok: true },
  { phase: 'discuss', contributions: 3, sameWords: true, ok: true },
  { phase: 'discuss', contributions: 3, sameWords: false, ok: false },
  { phase: 'archive', contributions: 0, sameWords: true, ok: false },
] as const)(
  'in $phase a forum with $contributions contributions and the same words ($sameWords) may change: $ok',
  ({ phase, contributions, sameWords, ok }) => {
    expect(mayChangeForum(phase, { contributions }, sameWords).ok).toBe(ok)
  },
)

test('forums can be added until the discussion ends', () => {
  expect(PHASES.filter((phase) => mayAddForum(phase).ok)).toEqual(['prepare', 'discuss'])
})
