import { randomBytes } from 'node:crypto'
import { type Database, hashToken, type Sealer } from '../platform/index.ts'
import { findUnsealed, saveLink } from './store/links.ts'

/** What the database keeps of the link to a lobby: it finds the jam of a link that somebody brings, and whoever reads the
 *  database alone cannot make the link of it. */
export type KeptLink = { readonly hash: Buffer; readonly sealed: Buffer }

/** Makes the links to lobbies and, for those who may hand them out, shows them again. A link belongs to one jam; each lobby that
 *  is opened by link anew is given another. */
export type LobbyLinks = {
  /** A new link, as it is kept; nobody finds it by guessing. */
  make(jamId: string): KeptLink
  keep(jamId: string, token: string): KeptLink
  /** The link's secret again, for those who may hand it out; undefined when it was sealed with a key that is lost. */
  open(jamId: string, sealed: Buffer): string | undefined
}

/** 128 bits. */
const LINK_BYTES = 16
const AT_ONCE = 100

/** `sealer`: with the secret file "link-key". */
export function lobbyLinks(sealer: Sealer): LobbyLinks {
  const keep = (jamId: string, token: string): KeptLink => ({
    hash: hashToken(token),
    sealed: sealer.seal(token, jamId),
  })
  return {
    keep,
    make: (jamId) => keep(jamId, randomBytes(LINK_BYTES).toString('base64url')),
    open: (jamId, sealed) => sealer.open(sealed, jamId),
  }
}

/** Gives a link to each lobby that is open by link and has none, such as that of an imported jam, and seals what was kept in
 *  plain text before links were sealed: these stay as they are. At the start of a server and each minute. */
export async function sealLinks(database: Database, links: LobbyLinks): Promise<void> {
  await database.transaction({ role: 'jobs' }, async (tx) => {
    for (const { id, token } of await findUnsealed(tx, AT_ONCE))
      await saveLink(tx, id, token === null ? links.make(id) : links.keep(id, token))
  })
}
