import { expect, test } from 'vitest'
import type { HubRole } from '../../kernel/index.ts'
import { roleAfter } from './role.ts'

const cases: [HubRole | undefined, HubRole, boolean, HubRole][] = [
  [undefined, 'guest', true, 'guest'],
  [undefined, 'member', true, 'member'],
  [undefined, 'guest', false, 'member'],
  ['guest', 'member', true, 'member'],
  ['guest', 'host', true, 'host'],
  ['member', 'guest', false, 'member'],
  ['member', 'host', false, 'host'],
  ['host', 'member', false, 'host'],
  ['host', 'guest', false, 'host'],
]

for (const [had, invited, isGuest, expected] of cases) {
  const who = isGuest ? 'a guest' : 'a member'
  test(`${who} who is ${had ?? 'nobody'} there and accepts an invitation for a ${invited} is ${expected}`, () => {
    expect(roleAfter(had, invited, isGuest)).toBe(expected)
  })
}
