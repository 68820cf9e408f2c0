import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { Refusal } from '../kernel/index.ts'
import type { Database } from './database.ts'
import { addAttempts, countAttempts, lockAttempts, pruneAttemptRows, removeAttempts } from './store/attempts.ts'
import type { Tx } from './transaction.ts'

/** At most `most` attempts in any 15 minutes for one `value` (an address, a client) of one `kind` of attempt. */
export type Limit = { readonly kind: string; readonly value: string; readonly most: number }

/** Counts attempts across processes. Reserve before the check, release when the attempt was good: so a burst of
 *  parallel attempts is never checked more often than the limit says. */
export type Attempts = {
  /** Throws Refusal 429 when one of the limits is reached; then nothing is counted. Runs in a transaction of its own. */
  reserve(limits: readonly Limit[]): Promise<Reservation>
}

export type Reservation = { release(): Promise<void> }

export const ATTEMPT_MINUTES = 15
const MINUTE_MS = 60_000
/** Attempts are kept by the minute; one counts until its whole minute is out of the window. */
const KEPT_MS = (ATTEMPT_MINUTES + 1) * MINUTE_MS

/** Who asked, as far as a limit can tell: the address, of an IPv6 address its network (64 bits). */
export function clientOf(address: string): string {
  if (!isIPv6(address) || /^::ffff:[\d.]{7,15}$/i.test(address)) return address.replace(/^::ffff:/i, '')
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  const groups = address.includes('::') ? [...front, ...zeros, ...back] : front
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** Only hashes are stored: the table tells nobody which addresses were tried. */
function keyOf(limit: Limit): string {
  return `${limit.kind}:${createHash('sha256').update(limit.value).digest('base64url')}`
}

function tooMany(oldest: Date, now: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((oldest.getTime() + KEPT_MS - now.getTime()) / 1000))
  return new Refusal('attempts.too-many', {
    status: 429,
    values: { count: Math.ceil(seconds / 60) },
    details: { retryAfterSeconds: seconds },
  })
}

/** Limits that hold for every process on this database. */
export function openAttempts(database: Database): Attempts {
  return {
    async reserve(limits) {
      const most = new Map(limits.map((limit) => [keyOf(limit), limit.most]))
      const keys = [...most.keys()].sort()
      const at = await database.transaction({ role: 'app' }, async (tx) => {
        await lockAttempts(tx, keys)
        const found = await countAttempts(tx, keys, new Date(tx.now.getTime() - KEPT_MS))
        const full = found.filter(({ key, count }) => count >= (most.get(key) ?? 0))
        const last = full.toSorted((a, b) => b.oldest.getTime() - a.oldest.getTime())[0]
        if (last) throw tooMany(last.oldest, tx.now)
        await addAttempts(tx, keys, tx.now)
        return tx.now
      })
      return { release: () => database.transaction({ role: 'app' }, (tx) => removeAttempts(tx, keys, at)) }
    },
  }
}

/** Forgets attempts that no limit counts any more. A job calls it each hour. */
export async function pruneAttempts(tx: Tx): Promise<void> {
  await pruneAttemptRows(tx, new Date(tx.now.getTime() - 2 * KEPT_MS))
}
