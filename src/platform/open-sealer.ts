import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { openSecretFile } from './secret-file.ts'

/** Keeps a short secret so that the database alone does not give it away, and whoever runs the server can show it again. */
export type Sealer = {
  /** `of`: the id of what the secret belongs to; sealed for one thing it opens for no other. Each time other bytes. */
  seal(secret: string, of: string): Buffer
  /** The secret again; undefined for what this installation's key did not seal for this thing. */
  open(sealed: Buffer, of: string): string | undefined
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM with a key of its own in the data directory, made when it is missing. The bytes are nonce, tag, cipher text. */
export function openSealer(dataDir: string, name: string): Sealer {
  const key = openSecretFile(dataDir, name)
  return {
    seal(secret, of) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    open(sealed, of) {
      const rest = sealed.subarray(NONCE_BYTES)
      if (rest.length < TAG_BYTES) return undefined
      const options = { authTagLength: TAG_BYTES }
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), options)
      decipher.setAAD(Buffer.from(of)).setAuthTag(rest.subarray(0, TAG_BYTES))
      try {
        return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
