import type { Tx } from '../../platform/index.ts'

export type NewSession = {
  readonly id: string
  readonly tokenHash: Buffer
  readonly personId: string
  readonly agent: string
  readonly expiresAt: Date
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  const text = `insert into session (id, token_hash, person_id, agent, created_at, seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $5, $6)`
  await tx.rows(text, [session.id, session.tokenHash, session.personId, session.agent, tx.now, session.expiresAt])
}

export type EndedSession = { readonly id: string; readonly personId: string }

export async function endSessionOfToken(tx: Tx, tokenHash: Buffer): Promise<EndedSession | undefined> {
  const text = `update session set ended_at = $2 where token_hash = $1 and ended_at is null
     returning id, person_id as "personId"` // unique token_hash
  return tx.row<EndedSession>(text, [tokenHash, tx.now])
}

/** Ends one session of a person: nothing when it is somebody else's, unknown or over. */
export async function endSessionOfPerson(
  tx: Tx,
  personId: string,
  sessionId: string,
): Promise<EndedSession | undefined> {
  const text = `update session set ended_at = $3 where id = $2 and person_id = $1 and ended_at is null
     returning id, person_id as "personId"` // primary key
  return tx.row<EndedSession>(text, [personId, sessionId, tx.now])
}

/** Ends all sessions of a person but one (null: all). */
export async function endSessionsBut(tx: Tx, personId: string, keptId: string | null): Promise<EndedSession[]> {
  const text = `update session set ended_at = $3 where person_id = $1 and id is distinct from $2 and ended_at is null
     returning id, person_id as "personId"` // index session_person
  return tx.rows<EndedSession>(text, [personId, keptId, tx.now])
}

export async function findPersonOfToken(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  const text = `select person_id as "personId" from session
     where token_hash = $1 and ended_at is null and expires_at > $2` // unique token_hash
  return (await tx.row<{ personId: string }>(text, [tokenHash, tx.now]))?.personId
}

export type SessionRow = {
  readonly id: string
  readonly agent: string
  readonly createdAt: Date
  readonly seenAt: Date
}

/** The open sessions of a person, the one seen last first; at most 100. */
export async function findSessions(tx: Tx, personId: string): Promise<SessionRow[]> {
  const text = `select id, agent, created_at as "createdAt", seen_at as "seenAt" from session
     where person_id = $1 and ended_at is null and expires_at > $2
     order by seen_at desc, id limit 100` // index session_person
  return tx.rows<SessionRow>(text, [personId, tx.now])
}

/** Sent together with the commit: it costs no round trip of its own. */
export function touchSession(tx: Tx, sessionId: string, before: Date): void {
  tx.later('update session set seen_at = $2 where id = $1 and seen_at < $3', [sessionId, tx.now, before])
}

export async function pruneSessions(tx: Tx, before: Date): Promise<void> {
  await tx.rows('delete from session where expires_at < $1 or ended_at < $1', [before])
}
