import { describe, expect, test } from 'vitest'
import { type Actor, nobody } from '../../kernel/index.ts'
import {
  type Answering,
  mayBind,
  mayNameDeciders,
  mayPrepare,
  maySettle,
  maySign,
  mayTell,
  mayWrite,
  type Written,
} from './may.ts'
import { binds } from './signing.ts'

const member: Actor = { ...nobody, personId: 'member', guest: false }
const owner: Actor = { ...member, personId: 'owner', owner: true }
const over: Answering = { phase: 'report', hosting: false, decides: false }
const hosted: Answering = { ...over, hosting: true }
const decided: Answering = { ...over, decides: true }

describe('who may answer', () => {
  const running: Answering = { phase: 'discuss', hosting: true, decides: true }
  test.each([
    ['a host names who decides', mayNameDeciders(member, hosted), true],
    ['an owner does', mayNameDeciders(owner, over), true],
    ['a decider does not name others', mayNameDeciders(member, decided), 'decision.only-hosts-name'],
    ['a member does not', mayNameDeciders(member, over), 'decision.only-hosts-name'],
    ['nobody without a session does', mayNameDeciders(nobody, hosted), 'decision.only-hosts-name'],
    ['a host prepares', mayPrepare(member, hosted), true],
    ['a decider prepares', mayPrepare(member, decided), true],
    ['an owner prepares', mayPrepare(owner, over), true],
    ['a member does not prepare', mayPrepare(member, over), 'decision.only-preparers'],
    ['nobody prepares while the jam runs', mayPrepare(member, running), 'decision.after-the-end'],
    ['a decider signs', maySign(member, decided), true],
    ['in the archive too', maySign(member, { ...decided, phase: 'archive' }), true],
    ['a host who is not named does not sign', maySign(member, hosted), 'decision.only-deciders-sign'],
    ['an owner who is not named does not sign', maySign(owner, over), 'decision.only-deciders-sign'],
    ['nobody signs while the jam runs', maySign(member, running), 'decision.after-the-end'],
  ] as const)('%s', (_, decision, wanted) => {
    expect(decision.ok || decision.because).toBe(wanted)
  })
})

describe('a new version of an answer', () => {
  const today = '2027-01-10'
  const written: Written = { version: 1, answer: 'accept', owner: 'a', due: '2027-02-01', changeReason: null }
  const before = { version: 1, signed: false }
  test.each([
    ['follows the latest', written, before, true],
    ['never one that somebody has changed meanwhile', written, { ...before, version: 2 }, 'decision.changed-meanwhile'],
    ['needs a reason where somebody has signed', written, { ...before, signed: true }, 'decision.change-needs-reason'],
    ['with a reason it may', { ...written, changeReason: 'new figures' }, { ...before, signed: true }, true],
    ['needs who keeps it', { ...written, owner: null }, before, 'decision.needs-owner'],
    ['needs a day', { ...written, due: null }, before, 'decision.needs-due'],
    ['the day is ahead', { ...written, due: '2027-01-09' }, before, 'decision.due-ahead'],
    ['today is a day ahead', { ...written, due: today }, before, true],
    ['a no needs neither', { ...written, answer: 'decline', owner: null, due: null }, before, true],
  ] as const)('%s', (_, version, latest, wanted) => {
    const decision = mayWrite(version, latest, today)
    expect(decision.ok || decision.because).toBe(wanted)
  })
})

test.each([
  ['the day is ahead', { due: '2027-01-11', boundAt: null }, true],
  ['today is a day ahead', { due: '2027-01-10', boundAt: null }, true],
  ['the day has passed since it was written', { due: '2027-01-09', boundAt: null }, 'decision.due-ahead'],
  ['it binds already', { due: '2027-01-09', boundAt: '2027-01-02T00:00:00.000Z' }, true],
  ['a no has no day', { due: null, boundAt: null }, true],
] as const)('an answer is signed: %s', (_, decision, wanted) => {
  const may = mayBind(decision, '2027-01-10')
  expect(may.ok || may.because).toBe(wanted)
})

describe('who may tell of a promise', () => {
  const promise = { state: 'open', owns: false, decides: false, isCard: false } as const
  test.each([
    ['who keeps it tells', mayTell(member, { ...promise, owns: true }), true],
    ['who decided tells', mayTell(member, { ...promise, decides: true }), true],
    ['others do not', mayTell(member, promise), 'promise.only-owner'],
    ['an owner of the organisation does not', mayTell(owner, promise), 'promise.only-owner'],
    ['nobody without a session does', mayTell(nobody, { ...promise, owns: true }), 'promise.only-owner'],
    ['what is settled stays', mayTell(member, { ...promise, owns: true, state: 'kept' }), 'promise.settled'],
    ['what is overdue can still be kept', maySettle(member, { ...promise, owns: true, state: 'late' }), true],
    [
      'the card is kept by answering',
      maySettle(member, { ...promise, decides: true, isCard: true }),
      'promise.kept-by-answering',
    ],
  ] as const)('%s', (_, decision, wanted) => {
    expect(decision.ok || decision.because).toBe(wanted)
  })
})

describe('signatures', () => {
  const three = ['a', 'b', 'c']
  test.each([
    ['all of three', { people: three, needed: null }, ['a', 'b', 'c'], true],
    ['two of three where all must', { people: three, needed: null }, ['a', 'b'], false],
    ['two where two must', { people: three, needed: 2 }, ['a', 'c'], true],
    ['two, one of whom decides no more', { people: three, needed: 2 }, ['a', 'x'], false],
    ['none where nobody decides', { people: [], needed: null }, [], false],
  ] as const)('%s', (_, deciders, signed, wanted) => {
    expect(binds(deciders, signed)).toBe(wanted)
  })
})
