import type { Tx } from '../../platform/index.ts'

/** Jams that are open by a link which is not sealed yet; null: there is none yet. Held until the end of the transaction; those
 *  that somebody else holds are passed over. */
export async function findUnsealed(tx: Tx, limit: number): Promise<{ id: string; token: string | null }[]> {
  return tx.rows(
    `select j.id, j.link_token as token from jam as j join venue as v on v.id = j.id
      where v.lobby = 'link' and j.link_sealed is null order by j.id limit $1 for no key update of j skip locked`,
    [limit],
  )
}

export async function saveLink(tx: Tx, jamId: string, link: { hash: Buffer; sealed: Buffer }): Promise<void> {
  await tx.rows('update jam set link_hash = $2, link_sealed = $3, link_token = null where id = $1', [
    jamId,
    link.hash,
    link.sealed,
  ])
}
