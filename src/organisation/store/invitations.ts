import type { HubRole } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'

export type InvitationRow = {
  readonly id: string
  readonly hubId: string
  readonly role: HubRole
  readonly label: string
  readonly uses: number
  readonly maxUses: number
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly revoked: boolean
  readonly tokenHash: Buffer
}

const COLUMNS = `i.id, i.hub_id as "hubId", i.role, i.label, i.uses, i.max_uses as "maxUses", i.created_at as "createdAt",
  i.expires_at as "expiresAt", i.revoked_at is not null as revoked, i.token_hash as "tokenHash"`

export type NewInvitation = {
  readonly id: string
  readonly tokenHash: Buffer
  readonly hubId: string
  readonly role: HubRole
  readonly label: string
  readonly maxUses: number
  readonly madeBy: string
  readonly expiresAt: Date
}

export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  const text = `insert into invitation
       (id, token_hash, hub_id, role, label, max_uses, made_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
  const { id, tokenHash, hubId, role, label, maxUses, madeBy, expiresAt } = invitation
  await tx.rows(text, [id, tokenHash, hubId, role, label, maxUses, madeBy, tx.now, expiresAt])
}

/** The newest first; at most 200. */
export async function findInvitations(tx: Tx, hubId: string): Promise<InvitationRow[]> {
  const text = `select ${COLUMNS} from invitation as i where i.hub_id = $1
     order by i.created_at desc, i.id desc limit 200` // index invitation_hub
  return tx.rows<InvitationRow>(text, [hubId])
}

export async function findInvitation(tx: Tx, id: string): Promise<InvitationRow | undefined> {
  return tx.row<InvitationRow>(`select ${COLUMNS} from invitation as i where i.id = $1`, [id]) // primary key
}

const HOLDS = 'i.uses < i.max_uses and i.revoked_at is null and i.expires_at > $2'

export type Opening = { readonly hubId: string; readonly role: HubRole }

/** What an invitation that still holds opens. */
export async function findOpening(
  tx: Tx,
  tokenHash: Buffer,
): Promise<(Opening & { organisation: string; hub: string; locale: string }) | undefined> {
  const text = `select i.hub_id as "hubId", i.role, h.name as hub, coalesce(h.locales[1], o.locale) as locale,
       o.name as organisation
     from invitation as i join hub as h on h.id = i.hub_id cross join organisation as o
     where i.token_hash = $1 and ${HOLDS}` // unique token_hash
  return tx.row(text, [tokenHash, tx.now])
}

/** Takes one use: of any number of requests at once, no more succeed than there are uses. */
export async function takeUse(tx: Tx, tokenHash: Buffer): Promise<Opening | undefined> {
  const text = `update invitation as i set uses = i.uses + 1 where i.token_hash = $1 and ${HOLDS}
     returning i.hub_id as "hubId", i.role` // unique token_hash
  return tx.row<Opening>(text, [tokenHash, tx.now])
}

export async function revokeInvitation(tx: Tx, id: string): Promise<void> {
  await tx.rows('update invitation set revoked_at = $2 where id = $1 and revoked_at is null', [id, tx.now])
}
