import { type InputOf, Refusal } from '../kernel/index.ts'
import type { Attempts, Ctx } from '../platform/index.ts'
import type { identityContract } from './contract.ts'
import { tellEnded } from './keep-session.ts'
import type { Passwords } from './passwords.ts'
import { WRONG_PASSWORDS } from './sign-in.ts'
import { findClaimant, savePassword } from './store/people.ts'
import { endSessionsBut } from './store/sessions.ts'

/** A change holds its connection to the database while it computes: this many at once, more are asked to come again. */
const AT_ONCE = 2

type Change = InputOf<(typeof identityContract)['PUT /api/profile/password']>

/** Makes the use case that sets or changes the asker's password and ends their other sessions. Whoever has a password
 *  must know it. Throws Refusal 403 (wrong), 429 (too many wrong ones) or 503 (too many at once). */
export function passwordChanger(passwords: Passwords, attempts: Attempts) {
  let running = 0

  async function change(ctx: Ctx, { current, password }: Change): Promise<string> {
    const { tx, actor } = ctx
    const claimant = await findClaimant(tx, actor.personId)
    if (!claimant) throw new Refusal('password.no-address', { status: 409 })
    if (claimant.passwordHash) {
      const limit = { kind: 'password-change', value: actor.personId, most: WRONG_PASSWORDS.perAddress }
      const reservation = await attempts.reserve([limit])
      if (!(await passwords.verify(current ?? '', claimant.passwordHash))) throw new Refusal('password.wrong')
      await reservation.release()
    }
    await savePassword(tx, actor.personId, await passwords.hash(password))
    await tellEnded(tx, await endSessionsBut(tx, actor.personId, actor.sessionId))
    return actor.personId
  }

  return async (ctx: Ctx, input: Change): Promise<string> => {
    if (running >= AT_ONCE) throw new Refusal('busy', { status: 503 })
    running++
    try {
      return await change(ctx, input)
    } finally {
      running--
    }
  }
}
