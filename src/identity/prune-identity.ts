import type { Tx } from '../platform/index.ts'
import { pruneLinks } from './store/links.ts'
import { pruneSessions } from './store/sessions.ts'

const DAY_MS = 86_400_000
const LINK_DAYS = 1
const SESSION_DAYS_AFTER = 30

/** Forgets links a day after they expired and sessions 30 days after they ended. A job calls it each hour. */
export async function pruneIdentity(tx: Tx): Promise<void> {
  await pruneLinks(tx, new Date(tx.now.getTime() - LINK_DAYS * DAY_MS))
  await pruneSessions(tx, new Date(tx.now.getTime() - SESSION_DAYS_AFTER * DAY_MS))
}
