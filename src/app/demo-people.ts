import { randomBytes } from 'node:crypto'
import { makeLink, signInLink } from '../identity/index.ts'
import { setupLink } from '../organisation/index.ts'
import type { Database } from '../platform/index.ts'
import { type DemoBrowser, type DemoServer, openBrowser } from './demo-browser.ts'
import { DEMO_NAME } from './demo-jams.ts'

/** Somebody whose place a visitor can take. */
export type DemoPerson = {
  readonly role: string
  readonly personId: string
  readonly email: string
  readonly password: string
}
export type DemoOrganisation = { readonly coreId: string; readonly people: readonly DemoPerson[] }

type Founding = { readonly database: Database; readonly server: DemoServer; readonly publicUrl: URL }

const INVITED = ['host', 'member', 'guest'] as const
const newPassword = (): string => randomBytes(9).toString('base64url')

/** Sets the organisation up as its first owner would, over HTTP, and invites a host, a member and a guest, who come. */
export async function foundDemo({ database, server, publicUrl }: Founding): Promise<DemoOrganisation> {
  const link = await setupLink(database, publicUrl)
  if (link === null) throw new Error('this installation has been set up already: the demo needs a new one')
  const owner = openBrowser(server)
  const account = { role: 'owner', email: 'owner@demo.example', password: newPassword() }
  const { coreId } = await owner.ask('POST', '/api/setup', {
    token: new URL(link).searchParams.get('token'),
    organisation: DEMO_NAME,
    locale: 'en',
    timeZone: 'UTC',
    owner: { name: 'Owner', email: account.email, password: account.password },
    hubs: [],
  })
  const me = (await owner.ask('GET', '/api/me')) as { person: { id: string } }
  const people: DemoPerson[] = [{ ...account, personId: me.person.id }]
  for (const role of INVITED) people.push(await invite(owner, { role, coreId: String(coreId), server, database }))
  return { coreId: String(coreId), people }
}

type Inviting = {
  readonly role: (typeof INVITED)[number]
  readonly coreId: string
  readonly server: DemoServer
  readonly database: Database
}

async function invite(owner: DemoBrowser, { role, coreId, server, database }: Inviting): Promise<DemoPerson> {
  const made = await owner.ask('POST', `/api/hubs/${coreId}/invitations`, { role, label: 'Demo', maxUses: 1, days: 1 })
  const token = new URL(String(made.link)).searchParams.get('token')
  const account = { role, email: `${role}@demo.example`, password: newPassword() }
  const name = `${role[0]?.toUpperCase()}${role.slice(1)}`
  const person = { name, email: account.email, password: account.password, locale: 'en', timeZone: 'UTC' }
  const browser = openBrowser(server)
  const personId = String((await browser.ask('POST', '/api/invitation/redeem', { token, person })).personId)
  await redeemLinkFor(database, browser, personId)
  return { ...account, personId }
}

/** Signs somebody in with a one-time link. In the browser of that person it also shows that the address is theirs. */
export async function redeemLinkFor(database: Database, browser: DemoBrowser, personId: string): Promise<void> {
  const token = await database.transaction({ role: 'jobs' }, (tx) => makeLink(tx, personId))
  await browser.ask('POST', '/api/sign-in/redeem', { token })
}

/** A one-time link for each of them: it holds for 15 minutes, once. */
export async function linksFor(
  database: Database,
  people: readonly DemoPerson[],
  publicUrl: URL,
): Promise<(DemoPerson & { link: string })[]> {
  return database.transaction({ role: 'jobs' }, async (tx) => {
    const linked: (DemoPerson & { link: string })[] = []
    for (const person of people)
      linked.push({ ...person, link: signInLink(publicUrl, await makeLink(tx, person.personId)) })
    return linked
  })
}
