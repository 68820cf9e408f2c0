import { expect, test } from 'vitest'
import { invitationState } from './invitation-state.ts'

const now = Date.parse('2026-11-22T06:40:00Z')
const open = { revoked: false, uses: 1, maxUses: 2, expiresAt: '2026-11-22T06:40:01Z' }

test.each([
  ['open', open],
  ['revoked', { ...open, revoked: true, uses: 2 }],
  ['used-up', { ...open, uses: 2 }],
  ['expired', { ...open, expiresAt: '2026-11-22T06:40:00Z' }],
] as const)('an invitation is %s', (state, invitation) => {
  expect(invitationState(invitation, now)).toBe(state)
})
