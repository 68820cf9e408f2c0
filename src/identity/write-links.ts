import { type Say, speakers } from '../kernel/messages.ts'
import { type Database, hashToken, newId, newToken, sendMail, type Tasks, type Tx } from '../platform/index.ts'
import { ASK_TO_CONFIRM, SEND_LINKS } from './ask-for-link.ts'
import { SIGN_IN_LINK_MINUTES, SIGN_IN_LINK_PATH } from './contract.ts'
import { messages as german } from './messages.de.ts'
import { messages as english } from './messages.en.ts'
import { plainName } from './rules/plain-name.ts'
import { insertLink } from './store/links.ts'
import { type Claimant, findClaimant, findClaimants } from './store/people.ts'

/** As many of those who claim an address get a link of their own, when nobody has it confirmed. */
const CLAIMANTS = 3
const sayTo = speakers<typeof english>({ en: english, de: german })

/** The page whose button redeems the token. */
export function signInLink(publicUrl: URL, token: string): string {
  return `${publicUrl.origin}${SIGN_IN_LINK_PATH}?token=${token}`
}

/** Makes a one-time link for a person (15 minutes, once); only its hash is stored. Answers the token. */
export async function makeLink(tx: Tx, personId: string): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(tx.now.getTime() + SIGN_IN_LINK_MINUTES * 60_000)
  await insertLink(tx, { id: newId(), tokenHash: hashToken(token), personId, expiresAt })
  return token
}

/** The jobs that write letters with links. They run as the operator: nobody is asking any more. */
export function linkTasks(given: { database: Database; publicUrl: URL }): Tasks {
  const inJob = (work: (tx: Tx) => Promise<void>) => given.database.transaction({ role: 'jobs' }, work)
  return {
    [SEND_LINKS]: (payload) => inJob((tx) => sendLinks(tx, given.publicUrl, (payload as { email: string }).email)),
    [ASK_TO_CONFIRM]: (payload) =>
      inJob((tx) => confirm(tx, given.publicUrl, (payload as { personId: string }).personId)),
  }
}

async function sendLinks(tx: Tx, publicUrl: URL, email: string): Promise<void> {
  const claimants = await findClaimants(tx, email, CLAIMANTS)
  const known = claimants[0]?.confirmed ? claimants.slice(0, 1) : claimants
  const [first] = known
  if (!first) return
  const say = sayTo(first.locale)
  const lines: string[] = []
  for (const claimant of known) lines.push(await lineFor(tx, { say, publicUrl, claimant }))
  await sendMail(tx, {
    to: first.email,
    subject: say('identity.mail.link.subject'),
    text: say('identity.mail.link.text', { links: lines.join('\n\n'), minutes: SIGN_IN_LINK_MINUTES }),
  })
}

async function lineFor(
  tx: Tx,
  { say, publicUrl, claimant }: { say: Say<typeof english>; publicUrl: URL; claimant: Claimant },
): Promise<string> {
  const link = signInLink(publicUrl, await makeLink(tx, claimant.personId))
  return claimant.confirmed ? link : `${say('identity.mail.link.as', { name: plainName(claimant.name) })}\n${link}`
}

async function confirm(tx: Tx, publicUrl: URL, personId: string): Promise<void> {
  const claimant = await findClaimant(tx, personId)
  if (!claimant || claimant.confirmed) return
  const say = sayTo(claimant.locale)
  const values = { name: plainName(claimant.name), publicUrl: publicUrl.origin, minutes: SIGN_IN_LINK_MINUTES }
  const [holder] = await findClaimants(tx, claimant.email, 1)
  const taken = holder?.confirmed === true
  await sendMail(tx, {
    to: claimant.email,
    subject: say(taken ? 'identity.mail.known.subject' : 'identity.mail.confirm.subject'),
    text: taken
      ? say('identity.mail.known.text', values)
      : say('identity.mail.confirm.text', { ...values, link: signInLink(publicUrl, await makeLink(tx, personId)) }),
  })
}
