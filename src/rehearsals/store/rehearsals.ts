import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { Check, RehearsalState, RehearsalStep, RehearsalView } from '../contract.ts'

type View = RehearsalView['rehearsal']

/** The latest rehearsal of a jam, for those who host it. */
export async function findRehearsalFor(tx: Tx, _actor: Actor, jamId: string): Promise<View> {
  const row = await tx.row<NonNullable<View>>(
    `select people, state, step, done, total, copy_id as "copyId", iso(asked_at) as "askedAt", iso(ended_at) as "endedAt", checks
       from rehearsal where jam_id = $1`,
    [jamId],
  )
  return row ?? null
}

/** Asks for a rehearsal, in place of an earlier one that is over. False when one goes on. */
export async function insertRehearsal(
  tx: Tx,
  asked: { readonly id: string; readonly jamId: string; readonly people: number; readonly by: string },
): Promise<boolean> {
  const row = await tx.row(
    `insert into rehearsal (jam_id, id, people, state, step, by_person, asked_at, beat_at)
     values ($1, $2, $3, 'waiting', 'copy', $4, $5, $5)
     on conflict (jam_id) do update set id = excluded.id, people = excluded.people, state = 'waiting', step = 'copy', done = 0,
       total = 0, copy_id = null, checks = '[]', by_person = excluded.by_person, asked_at = excluded.asked_at,
       beat_at = excluded.beat_at, ended_at = null where rehearsal.state in ('done', 'stopped', 'failed')
     returning 1`,
    [asked.jamId, asked.id, asked.people, asked.by, tx.now],
  )
  return row !== undefined
}

/** One that goes on is asked to stop; one that is over is forgotten. */
export async function endRehearsal(tx: Tx, jamId: string): Promise<void> {
  await tx.rows(`delete from rehearsal where jam_id = $1 and state in ('done', 'stopped', 'failed')`, [jamId])
  await tx.rows(`update rehearsal set state = 'stopping' where jam_id = $1 and state = 'running'`, [jamId])
  await tx.rows(
    `update rehearsal set state = 'stopped', checks = '[]', ended_at = $2 where jam_id = $1 and state = 'waiting'`,
    [jamId, tx.now],
  )
}

export type Claimed = { readonly id: string; readonly jamId: string; readonly people: number }

// The operator's own work (role jobs) from here on.

/** Takes the one that has waited longest; no other server can take it too. */
export async function claimRehearsal(tx: Tx): Promise<Claimed | undefined> {
  return tx.row<Claimed>(
    `update rehearsal set state = 'running', beat_at = $1 where jam_id = (select r.jam_id from rehearsal as r
         where r.state = 'waiting' order by r.asked_at limit 1 for update skip locked)
     returning id, jam_id as "jamId", people`, // index rehearsal_to_do
    [tx.now],
  )
}

/** Those whose runner has not been heard of since `before`: its server is gone. */
export async function findAbandoned(tx: Tx, before: Date): Promise<Claimed[]> {
  return tx.rows<Claimed>(
    `select id, jam_id as "jamId", people from rehearsal where state in ('running', 'stopping') and beat_at < $1 limit 20`,
    [before],
  )
}

export type Beat = { readonly step: RehearsalStep; readonly done: number; readonly total: number }

/** Says that the runner lives and how far it is. False when it is to stop, or nobody wants to know any more. */
export async function saveBeat(tx: Tx, id: string, { step, done, total }: Beat): Promise<boolean> {
  const row = await tx.row<{ state: RehearsalState }>(
    'update rehearsal set beat_at = clock_timestamp(), step = $2, done = $3, total = $4 where id = $1 returning state',
    [id, step, done, total],
  )
  return row?.state === 'running'
}

export async function saveCopy(tx: Tx, id: string, copyId: string): Promise<void> {
  await tx.rows('update rehearsal set copy_id = $2 where id = $1', [id, copyId])
}

export async function saveEnd(
  tx: Tx,
  id: string,
  { state, checks }: { state: 'done' | 'stopped' | 'failed'; checks: readonly Check[] },
): Promise<void> {
  await tx.rows(
    `update rehearsal set state = $2, checks = $3, copy_id = null, ended_at = $4
      where id = $1 and state in ('running', 'stopping')`,
    [id, state, JSON.stringify(checks), tx.now],
  )
}
