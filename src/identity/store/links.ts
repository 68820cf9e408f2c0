import type { Tx } from '../../platform/index.ts'

export type NewLink = {
  readonly id: string
  readonly tokenHash: Buffer
  readonly personId: string
  readonly expiresAt: Date
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  const text = `insert into sign_in_link (id, token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4, $5)`
  await tx.rows(text, [link.id, link.tokenHash, link.personId, tx.now, link.expiresAt])
}

/** Uses a link up: of any number of requests at once, one gets the person. */
export async function useLink(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  const text = `update sign_in_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
     returning person_id as "personId"` // unique token_hash
  return (await tx.row<{ personId: string }>(text, [tokenHash, tx.now]))?.personId
}

export async function pruneLinks(tx: Tx, before: Date): Promise<void> {
  await tx.rows('delete from sign_in_link where expires_at < $1', [before])
}
