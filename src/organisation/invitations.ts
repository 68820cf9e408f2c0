import { createHmac } from 'node:crypto'
import { type Actor, type AnswerOf, ensure, type InputOf, notFound } from '../kernel/index.ts'
import { type Ctx, hashToken, newId } from '../platform/index.ts'
import { INVITATION_PATH, type InvitationView, type organisationContract } from './contract.ts'
import { mayLookAfter } from './rules/may.ts'
import { findHubFor } from './store/hubs.ts'
import {
  findInvitation,
  findInvitations,
  findOpening,
  type InvitationRow,
  insertInvitation,
  revokeInvitation,
} from './store/invitations.ts'
import { tell } from './tell.ts'

type Contract = typeof organisationContract
const DAY_MS = 86_400_000

/** Where links lead, and the secret from which their tokens are derived. */
export type LinkMaking = { readonly publicUrl: URL; readonly invitationKey: Buffer }

/** The token is derived, so that the answer to a repeated request shows the same link while only its hash is stored. */
function tokenOf(key: Buffer, invitationId: string): string {
  return createHmac('sha256', key).update(`invitation:${invitationId}`).digest('base64url')
}

function viewOf(row: InvitationRow, link: string | null): InvitationView {
  const { id, hubId, role, label, uses, maxUses, revoked } = row
  const times = { createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() }
  return { id, hubId, role, label, uses, maxUses, revoked, ...times, link }
}

/** The invitations of a hub, newest first, without their links. For its hosts, hosts above and owners. */
export async function listInvitations({ tx, actor }: Ctx, { hubId }: { hubId: string }) {
  const hub = await findHubFor(tx, actor, hubId)
  ensure(mayLookAfter(actor, hub.path))
  return { invitations: (await findInvitations(tx, hub.id)).map((row) => viewOf(row, null)) }
}

/** Makes an invitation bound to a hub, a role, an end and a number of uses. Answers its id. */
export async function makeInvitation(
  { tx, actor }: Ctx,
  input: InputOf<Contract['POST /api/hubs/:hubId/invitations']>,
  { invitationKey }: LinkMaking,
): Promise<string> {
  const hub = await findHubFor(tx, actor, input.hubId)
  ensure(mayLookAfter(actor, hub.path))
  const id = newId()
  const { role, label, maxUses } = input
  const tokenHash = hashToken(tokenOf(invitationKey, id))
  const expiresAt = new Date(tx.now.getTime() + input.days * DAY_MS)
  const madeBy = actor.personId
  await insertInvitation(tx, { id, tokenHash, hubId: hub.id, role, label: label.trim(), maxUses, madeBy, expiresAt })
  const facts = { invitationId: id, hubId: hub.id, role }
  await tell(tx, { type: 'invitation.made', facts }, { hubs: [hub.id], by: actor.personId })
  return id
}

/** The new invitation with its link. The link is null when the secret of the data directory changed since. */
export async function viewNewInvitation({ tx }: Ctx, id: string, making: LinkMaking): Promise<InvitationView> {
  const row = await findInvitation(tx, id)
  if (!row) throw notFound()
  const token = tokenOf(making.invitationKey, id)
  const holds = hashToken(token).equals(row.tokenHash)
  return viewOf(row, holds ? `${making.publicUrl.origin}${INVITATION_PATH}?token=${token}` : null)
}

/** Revokes an invitation; revoking it again changes nothing. An invitation of a hub that the asker does not look after is
 *  as absent as none. */
export async function revoke({ tx, actor }: Ctx, { invitationId }: { invitationId: string }): Promise<string> {
  const row = await findInvitation(tx, invitationId)
  const hub = row ? await findHubFor(tx, actor, row.hubId) : undefined
  if (!row || !hub || !mayLookAfter(actor, hub.path).ok) throw notFound()
  if (row.revoked) return row.id
  await revokeInvitation(tx, row.id)
  const facts = { invitationId: row.id, hubId: hub.id }
  await tell(tx, { type: 'invitation.revoked', facts }, { hubs: [hub.id], by: actor.personId })
  return row.id
}

/** An invitation without its link: the answer after it was revoked. */
export async function viewInvitation({ tx }: Ctx, id: string): Promise<InvitationView> {
  const row = await findInvitation(tx, id)
  if (!row) throw notFound()
  return viewOf(row, null)
}

/** What an invitation opens; null alike for an unknown, used, revoked or expired one. */
export async function viewOpening(
  { tx }: Ctx<Actor>,
  { token }: { token: string },
): Promise<AnswerOf<Contract['POST /api/invitation']>> {
  const opening = await findOpening(tx, hashToken(token))
  if (!opening) return { invitation: null }
  const { organisation, hub, role, locale } = opening
  return { invitation: { organisation, hub, role, locale } }
}
