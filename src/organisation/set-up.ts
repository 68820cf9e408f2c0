import { type Browser, makePerson, type Passwords, signInHere, soundLocale } from '../identity/index.ts'
import { type InputOf, Refusal } from '../kernel/index.ts'
import {
  type Attempts,
  type Ctx,
  clientOf,
  type Database,
  hashToken,
  newId,
  newToken,
  type Tx,
} from '../platform/index.ts'
import { type organisationContract, SETUP_PATH } from './contract.ts'
import { insertHub } from './store/hubs.ts'
import {
  findOrganisation,
  insertOrganisation,
  isSetupLink,
  lockSetup,
  replaceSetupLink,
  takeSetupLink,
} from './store/organisation.ts'
import { saveMembership } from './store/people.ts'
import { tell } from './tell.ts'

type SetUp = InputOf<(typeof organisationContract)['POST /api/setup']>

/** Wrong links of the first run in 15 minutes from one client. */
const WRONG_SETUPS_PER_CLIENT = 20

/** The one-time link of the first run, or null when there is an organisation already. Each call makes a new one, and the
 *  one before no longer holds; only its hash is stored. For the operator at the terminal. */
export async function setupLink(database: Database, publicUrl: URL): Promise<string | null> {
  return database.transaction({ role: 'jobs' }, async (tx) => {
    await lockSetup(tx)
    if (await findOrganisation(tx)) return null
    const token = newToken()
    await replaceSetupLink(tx, hashToken(token))
    return `${publicUrl.origin}${SETUP_PATH}?token=${token}`
  })
}

/** Does the link of the first run hold? */
export async function isSetupOpen({ tx }: Pick<Ctx, 'tx'>, { token }: { token: string }): Promise<{ open: boolean }> {
  return { open: await isSetupLink(tx, hashToken(token)) }
}

/** The first run: organisation, core, first hubs and owner, who is signed in. It happens once; throws Refusal 403 when the
 *  link does not hold, 409 when two hubs have one name, 400 for an unknown language or time zone. */
export async function setUp(given: Browser & { passwords: Passwords; attempts: Attempts }, input: SetUp) {
  const client = { kind: 'setup-client', value: clientOf(given.request.ip), most: WRONG_SETUPS_PER_CLIENT }
  const reservation = await given.attempts.reserve([client])
  const { password } = input.owner
  const passwordHash = password === null ? null : await given.passwords.hash(password)
  const founded = await signInHere(given, (tx) => found(tx, input, passwordHash))
  await reservation.release()
  return { organisationId: founded.organisationId, coreId: founded.coreId }
}

async function found(tx: Tx, input: SetUp, passwordHash: string | null) {
  await lockSetup(tx)
  if (!(await takeSetupLink(tx, hashToken(input.token))) || (await findOrganisation(tx))) {
    throw new Refusal('setup.link-over', { status: 403 })
  }
  const place = soundLocale(input)
  const organisationId = newId()
  const name = input.organisation.trim()
  await insertOrganisation(tx, { id: organisationId, name, ...place })
  const coreId = await makeHubs(tx, { core: name, hubs: input.hubs, ...place })
  const personId = await makePerson(tx, {
    name: input.owner.name,
    email: input.owner.email,
    passwordHash,
    ...place,
    homeHubId: coreId,
    owner: true,
    guest: false,
    confirmed: true, // whoever has the terminal's link is trusted with the whole installation
  })
  await saveMembership(tx, { personId, hubId: coreId, role: 'host' })
  await tell(tx, { type: 'organisation.founded', facts: { organisationId, coreId } }, { hubs: [coreId], by: personId })
  return { personId, organisationId, coreId }
}

async function makeHubs(
  tx: Tx,
  given: { core: string; hubs: readonly string[]; locale: string; timeZone: string },
): Promise<string> {
  const { locale, timeZone } = given
  const coreId = newId()
  await insertHub(tx, { id: coreId, parentId: null, name: given.core, locales: [locale], timeZone, path: [coreId] })
  for (const wanted of given.hubs) {
    const id = newId()
    const name = wanted.trim()
    const hub = { id, parentId: coreId, name, locales: [locale], timeZone, path: [coreId, id] }
    if (!(await insertHub(tx, hub))) throw new Refusal('hub.name-taken', { status: 409, values: { name } })
  }
  return coreId
}
