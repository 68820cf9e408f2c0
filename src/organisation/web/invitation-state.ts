import { serverNow } from '../../web-kit/index.ts'
import type { Invitation } from './api.ts'

/** Whether an invitation still brings people in, and if not, why. Taken back outweighs the rest. */
export function invitationState(
  invitation: Pick<Invitation, 'revoked' | 'uses' | 'maxUses' | 'expiresAt'>,
  nowMs: number = serverNow(),
): 'open' | 'revoked' | 'used-up' | 'expired' {
  if (invitation.revoked) return 'revoked'
  if (invitation.uses >= invitation.maxUses) return 'used-up'
  return Date.parse(invitation.expiresAt) <= nowMs ? 'expired' : 'open'
}
