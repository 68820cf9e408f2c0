import { type Attempts, type Route, routes } from '../platform/index.ts'
import { askForLink } from './ask-for-link.ts'
import { passwordChanger } from './change-password.ts'
import { identityContract } from './contract.ts'
import type { Passwords } from './passwords.ts'
import { changeProfile, viewProfile } from './profile.ts'
import { redeemLink } from './redeem-link.ts'
import { endSession, listSessions } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

/** The routes of identity. */
export function identityRoutes(deps: { passwords: Passwords; attempts: Attempts; publicUrl: URL }): Route[] {
  return routes(identityContract, {
    'POST /api/sign-in': { exchange: (exchange) => signIn({ ...exchange, ...deps }, exchange.input) },
    'POST /api/sign-in/link': { exchange: (exchange) => askForLink({ ...exchange, ...deps }, exchange.input) },
    'POST /api/sign-in/redeem': { exchange: (exchange) => redeemLink({ ...exchange, ...deps }, exchange.input) },
    'POST /api/sign-out': { exchange: (exchange) => signOut({ ...exchange, ...deps }) },
    'GET /api/profile': { read: viewProfile },
    'PUT /api/profile': { write: changeProfile, show: viewProfile },
    'PUT /api/profile/password': { write: passwordChanger(deps.passwords, deps.attempts), show: viewProfile },
    'GET /api/sessions': { read: listSessions },
    'DELETE /api/sessions/:sessionId': { write: endSession, show: listSessions },
  })
}
