import { type AnswerOf, type InputOf, Refusal } from '../kernel/index.ts'
import { type Attempts, clientOf } from '../platform/index.ts'
import type { identityContract } from './contract.ts'
import type { Passwords } from './passwords.ts'
import { type Browser, signInHere } from './sign-in-here.ts'
import { type Claimant, findClaimants, replaceHash } from './store/people.ts'

type SignIn = (typeof identityContract)['POST /api/sign-in']

/** Wrong passwords in 15 minutes. */
export const WRONG_PASSWORDS = { perAddress: 5, perClient: 50 } as const
/** The one who has the address confirmed and the last two who claim it; always so many hashes are computed. */
const CANDIDATES = 3

export type SigningIn = Browser & {
  readonly passwords: Passwords
  readonly attempts: Attempts
}

/** Signs in by address and password. Known and unknown addresses, with and without a password, cost and answer the same.
 *  Throws Refusal 403 (wrong) or 429 (too many wrong ones). */
export async function signIn(given: SigningIn, { email, password }: InputOf<SignIn>): Promise<AnswerOf<SignIn>> {
  const reservation = await given.attempts.reserve([
    { kind: 'password', value: email.toLowerCase(), most: WRONG_PASSWORDS.perAddress },
    { kind: 'password-client', value: clientOf(given.request.ip), most: WRONG_PASSWORDS.perClient },
  ])
  const claimants = await given.database.transaction({ role: 'app' }, (tx) => findClaimants(tx, email, CANDIDATES), {
    readOnly: true,
  })
  const claimant = await whoseIs(given.passwords, claimants, password)
  if (!claimant) throw new Refusal('sign-in.wrong', { status: 403 })
  await reservation.release()
  const renewed = await renewedHash(given.passwords, claimant, password)
  const { personId } = await signInHere(given, async (tx) => {
    if (renewed) await replaceHash(tx, claimant.personId, renewed)
    return claimant
  })
  return { personId }
}

async function whoseIs(
  passwords: Passwords,
  claimants: readonly Claimant[],
  password: string,
): Promise<Claimant | undefined> {
  let found: Claimant | undefined
  for (let place = 0; place < CANDIDATES; place++) {
    const claimant = claimants[place]
    // Each place costs one hash, filled or not and found before or not: the time tells nothing.
    const right = await passwords.verify(password, claimant?.passwordHash ?? null)
    if (right) found ??= claimant
  }
  return found
}

async function renewedHash(passwords: Passwords, claimant: Claimant, password: string) {
  const old = claimant.passwordHash
  return old && passwords.isOutdated(old) ? { old, new: await passwords.hash(password) } : undefined
}
