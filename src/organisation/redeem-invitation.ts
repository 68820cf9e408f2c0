import { askToConfirm, type Browser, makePerson, type Passwords, signInHere } from '../identity/index.ts'
import { type Actor, type HubRole, type InputOf, Refusal, type SignedInActor } from '../kernel/index.ts'
import { type Attempts, type Ctx, clientOf, hashToken, type Tx } from '../platform/index.ts'
import type { organisationContract } from './contract.ts'
import { roleAfter } from './rules/role.ts'
import { findOpening, takeUse } from './store/invitations.ts'
import { makeMember, saveMembership } from './store/people.ts'
import { tell } from './tell.ts'

type Redeem = InputOf<(typeof organisationContract)['POST /api/invitation/redeem']>
type Newcomer = NonNullable<Redeem['person']>

/** Links that do not hold, from one client, and newcomers with one address, in 15 minutes. */
const WRONG_INVITATIONS_PER_CLIENT = 20
const CLAIMS_PER_ADDRESS = 3

export type Redeeming = Browser & {
  readonly passwords: Passwords
  readonly attempts: Attempts
  inTransaction<T>(work: (ctx: Ctx<Actor>) => Promise<T>): Promise<T>
}

const over = (): Refusal => new Refusal('invitation.over', { status: 403 })

/** Accepts an invitation: whoever is signed in joins its hub; anybody else becomes a new person and is signed in at once,
 *  whatever is known of the address they give. Throws Refusal 403 (does not hold), 401 (nobody said who), 409 (signed in
 *  meanwhile), 429. */
export async function redeemInvitation(given: Redeeming, input: Redeem): Promise<{ personId: string; hubId: string }> {
  const client = { kind: 'invitation-client', value: clientOf(given.request.ip), most: WRONG_INVITATIONS_PER_CLIENT }
  const reservation = await given.attempts.reserve([client])
  const joined = (await joinSignedIn(given, input)) ?? (await joinAsNew(given, input))
  await reservation.release()
  return joined
}

async function joinSignedIn({ inTransaction }: Redeeming, { token, person }: Redeem) {
  return inTransaction(async ({ tx, actor }) => {
    if (actor.personId === null) return undefined
    if (person) throw new Refusal('invitation.signed-in', { status: 409, values: { name: actor.name } })
    return join(tx, { ...actor, personId: actor.personId }, hashToken(token))
  })
}

/** Who has all that the invitation gives already does not use it up. */
async function join(tx: Tx, actor: SignedInActor, tokenHash: Buffer) {
  const { personId } = actor
  const opening = await findOpening(tx, tokenHash)
  if (!opening) throw over()
  const { hubId } = opening
  const had = actor.roles[hubId]
  const role = roleAfter(had, opening.role, actor.guest)
  if (had === role) return { personId, hubId }
  if (!(await takeUse(tx, tokenHash))) throw over()
  if (actor.guest && role !== 'guest') await makeMember(tx, personId, hubId)
  await enter(tx, { personId, hubId, role, had })
  return { personId, hubId }
}

async function joinAsNew(given: Redeeming, { token, person }: Redeem) {
  if (!person) throw new Refusal('sign-in.needed', { status: 401 })
  // A link that does not hold must not use up the attempts of somebody's address.
  const holds = await given.inTransaction(({ tx }) => findOpening(tx, hashToken(token)))
  if (!holds) throw over()
  const address = { kind: 'claim', value: person.email.toLowerCase(), most: CLAIMS_PER_ADDRESS }
  await given.attempts.reserve([address])
  const passwordHash = person.password === null ? null : await given.passwords.hash(person.password)
  return signInHere(given, async (tx) => {
    const opening = await takeUse(tx, hashToken(token))
    if (!opening) throw over()
    return makeNewcomer(tx, { person, passwordHash, ...opening })
  })
}

async function makeNewcomer(
  tx: Tx,
  {
    person,
    passwordHash,
    hubId,
    role,
  }: { person: Newcomer; passwordHash: string | null; hubId: string; role: HubRole },
) {
  const guest = role === 'guest'
  const { name, email, locale, timeZone } = person
  const home = { homeHubId: guest ? null : hubId, owner: false, guest, confirmed: false }
  const personId = await makePerson(tx, { name, email, passwordHash, locale, timeZone, ...home })
  await enter(tx, { personId, hubId, role, had: undefined })
  await askToConfirm(tx, personId)
  return { personId, hubId }
}

async function enter(tx: Tx, given: { personId: string; hubId: string; role: HubRole; had: HubRole | undefined }) {
  const { had, ...facts } = given
  await saveMembership(tx, facts)
  const type = had === undefined ? 'membership.begun' : 'membership.changed'
  await tell(tx, { type, facts }, { hubs: [facts.hubId], about: facts.personId, by: facts.personId })
}
