import { createHmac, createSecretKey } from 'node:crypto'

/** Gives each person's ballot its name: with the salt of the jam and the key of the data directory, and in no other way. */
export type NameBallot = (salt: Buffer, personId: string) => string

/** `key`: the secret file "ballot-key". A name is 128 bits of HMAC-SHA-256, written as a UUID. */
export function ballotNames(key: Buffer): NameBallot {
  const secret = createSecretKey(key) // once: made anew from bytes for each name it takes five times as long as the name
  return (salt, personId) => {
    const hash = createHmac('sha256', secret).update(salt).update(personId).digest('hex')
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`
  }
}
