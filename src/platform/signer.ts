import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { openSecretFile } from './secret-file.ts'

/** Says of a text that it comes from this installation. */
export type Signer = {
  /** The public half, 32 bytes as base64url: whoever has it can look whether a signature is ours. */
  readonly key: string
  /** The signature of a text, 64 bytes as base64url; the same for the same text. */
  sign(text: string): string
}

/** What stands before the 32 secret bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The installation's own key (Ed25519), made when it is missing. It lies in the data directory and is in its back-ups. */
export function openSigner(dataDir: string): Signer {
  const der = Buffer.concat([PKCS8_HEAD, openSecretFile(dataDir, 'signing-key')])
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  return { key: x, sign: (text) => sign(null, Buffer.from(text), secret).toString('base64url') }
}

/** Did the holder of this key sign exactly this text? False for anything that is no key or no signature. */
export function isSignedBy(key: string, text: string, signature: string): boolean {
  try {
    const open = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' })
    return verify(null, Buffer.from(text), open, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}
