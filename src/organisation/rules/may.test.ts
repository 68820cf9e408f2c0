import { describe, expect, test } from 'vitest'
import { type Actor, type Decision, type HubRole, nobody } from '../../kernel/index.ts'
import * as rules from './may.ts'

const path = ['core', 'north', 'lake']
const member: Actor = { ...nobody, personId: 'm', guest: false, homeHubId: 'lake', roles: { lake: 'member' } }
const actors = {
  owner: { ...member, owner: true, roles: {}, homeHubId: null },
  hostHere: { ...member, roles: { lake: 'host' } },
  hostAbove: { ...member, roles: { core: 'host' }, homeHubId: 'core' },
  hostBelow: { ...member, roles: { pier: 'host' }, homeHubId: 'pier' },
  hostBeside: { ...member, roles: { south: 'host' }, homeHubId: 'south' },
  member,
  elsewhere: { ...member, roles: { south: 'member' }, homeHubId: 'south' },
  guestHere: { ...nobody, personId: 'g', guest: true, roles: { lake: 'guest' } },
} as const satisfies Record<string, Actor>
type Name = keyof typeof actors

const said = (decision: Decision): string => (decision.ok ? 'yes' : decision.because)

function table(decide: (actor: Actor) => Decision, expected: Readonly<Record<Name, string>>): void {
  for (const name of Object.keys(actors) as Name[]) {
    test(`${name}: ${expected[name]}`, () => {
      expect(said(decide(actors[name]))).toBe(expected[name])
    })
  }
}

const looksAfter = {
  owner: 'yes',
  hostHere: 'yes',
  hostAbove: 'yes',
  hostBelow: 'hub.only-hosts',
  hostBeside: 'hub.only-hosts',
  member: 'hub.only-hosts',
  elsewhere: 'hub.only-hosts',
  guestHere: 'hub.only-hosts',
} as const

describe('look after a hub', () => {
  table((actor) => rules.mayLookAfter(actor, path), looksAfter)
})

describe('administer the organisation', () => {
  const no = 'organisation.only-owners'
  table(rules.mayAdminister, {
    ...{ owner: 'yes', hostHere: no, hostAbove: no, hostBelow: no },
    ...{ hostBeside: no, member: no, elsewhere: no, guestHere: no },
  })
})

describe('join a hub', () => {
  table((actor) => rules.mayJoin(actor, 'lake'), {
    ...{ owner: 'yes', hostHere: 'hub.already-in', hostAbove: 'yes', hostBelow: 'yes', hostBeside: 'yes' },
    ...{ member: 'hub.already-in', elsewhere: 'yes', guestHere: 'hub.guests-by-invitation' },
  })
})

describe('leave a hub', () => {
  const [home, not] = ['hub.home-stays', 'hub.not-in']
  table((actor) => rules.mayLeave(actor, 'lake'), {
    ...{ owner: not, hostHere: home, hostAbove: not, hostBelow: not, hostBeside: not },
    ...{ member: home, elsewhere: not, guestHere: 'yes' },
  })
})

describe('see who is in a hub', () => {
  table(rules.maySeePeople, {
    ...{ owner: 'yes', hostHere: 'yes', hostAbove: 'yes', hostBelow: 'yes', hostBeside: 'yes' },
    ...{ member: 'yes', elsewhere: 'yes', guestHere: 'people.not-for-guests' },
  })
})

describe('give a member another role', () => {
  const person = { owner: false, guest: false }
  table((actor) => rules.mayGiveRole(actor, path, { person, role: 'host' }), looksAfter)
})

describe('which roles fit whom', () => {
  const cases: [boolean, HubRole, string][] = [
    [false, 'member', 'yes'],
    [false, 'host', 'yes'],
    [false, 'guest', 'role.member-stays-member'],
    [true, 'guest', 'yes'],
    [true, 'member', 'role.guest-stays-guest'],
    [true, 'host', 'role.guest-stays-guest'],
  ]
  for (const [guest, role, expected] of cases) {
    test(`a ${guest ? 'guest' : 'member'} as ${role}: ${expected}`, () => {
      const decision = rules.mayGiveRole(actors.owner, path, { person: { owner: false, guest }, role })
      expect(said(decision)).toBe(expected)
    })
  }
})

describe('take somebody out of a hub', () => {
  table((actor) => rules.mayRemove(actor, path, { owner: false, guest: false }), looksAfter)
  test('an owner is taken out by owners alone', () => {
    const owner = { owner: true, guest: false }
    expect(said(rules.mayRemove(actors.hostHere, path, owner))).toBe('person.owner-stays')
    expect(said(rules.mayRemove(actors.owner, path, owner))).toBe('yes')
  })
})
