import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** What a hash costs: memory in KiB, passes over it, lanes. */
export type Argon2Cost = { readonly memoryKib: number; readonly passes: number; readonly parallelism: number }

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
export const ARGON2_COST: Argon2Cost = { memoryKib: 19_456, passes: 2, parallelism: 1 }

const SALT_BYTES = 16
const HASH_BYTES = 32
const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{22,64})\$([A-Za-z0-9+/]{43,86})$/

type Parsed = { cost: Argon2Cost; salt: Buffer; hash: Buffer }

/** Turns passwords into what may be stored, and back into yes or no. */
export type Passwords = {
  /** A PHC string (`$argon2id$v=19$m=..,t=..,p=..$salt$hash`) with a salt of its own. */
  hash(password: string): Promise<string>
  /** Costs the same whether there is a stored hash or not; without one the answer is no. */
  verify(password: string, stored: string | null): Promise<boolean>
  /** True when the hash was made at another cost than today's: make it anew at the next sign-in. */
  isOutdated(stored: string): boolean
}

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

function run(password: string, salt: Buffer, cost: Argon2Cost): Promise<Buffer> {
  return derive('argon2id', {
    message: password.normalize('NFKC'), // the same letters typed on another keyboard are the same password
    nonce: salt,
    memory: cost.memoryKib,
    passes: cost.passes,
    parallelism: cost.parallelism,
    tagLength: HASH_BYTES,
  })
}

function parse(stored: string): Parsed | undefined {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(stored) ?? []
  if (!salt || !hash) return undefined
  const cost = { memoryKib: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** Passwords at one cost. Tests alone pass a cheaper one. */
export function openPasswords(cost: Argon2Cost = ARGON2_COST): Passwords {
  const nobody: Parsed = { cost, salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES) }
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES)
      const { memoryKib, passes, parallelism } = cost
      const hash = await run(password, salt, cost)
      return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`
    },
    async verify(password, stored) {
      const parsed = stored === null ? undefined : parse(stored)
      const wanted = parsed ?? nobody
      const hash = await run(password, wanted.salt, wanted.cost)
      return timingSafeEqual(hash, wanted.hash) && parsed !== undefined
    },
    isOutdated(stored) {
      const parsed = parse(stored)?.cost
      return (
        parsed?.memoryKib !== cost.memoryKib || parsed.passes !== cost.passes || parsed.parallelism !== cost.parallelism
      )
    },
  }
}
