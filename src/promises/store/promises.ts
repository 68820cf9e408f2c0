import { MATTER_NAME } from '../../jams/index.ts'
import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { DecisionView, PromiseLine, PromiseView, StateCounts } from '../contract.ts'
import type { PromiseClock, PromiseNote } from '../rules/promise-clock.ts'
import { DECISION } from './decisions.ts'

const SEEN = 'p.jam_id = any ((select seen_venues())::uuid[])'

/** By the clock, whether or not somebody has moved it yet. */
const STATE = `case when p.state in ('open', 'in-progress') and p.due_at <= now() then 'late' else p.state end`

/** A promise `p` in one line of a list. */
const LINE = `json_build_object('id', p.id, 'jam', json_build_object('id', j.id, 'title', j.title), 'name', ${MATTER_NAME},
  'answer', d.answer, 'owner', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end,
  'due', to_char(p.due, 'YYYY-MM-DD'), 'state', ${STATE},
  'told', (select json_build_object('reason', n.reason, 'at', iso(n.at)) from promise_note as n
     where n.promise_id = p.id and n.reason is not null order by n.at desc, n.id desc limit 1))`

const FROM = `from promise as p join jam as j on j.id = p.jam_id left join matter as m on m.id = p.matter_id
  left join decision as d on d.id = p.decision_id left join person as o on o.id = p.owner_id`

export type LedgerPlace = { readonly rank: number; readonly at: string; readonly id: string }
export type Filter = {
  /** Undefined: of every jam. */
  readonly jams: readonly string[] | undefined
  readonly show: string
  readonly owner: string | null
}
export type LedgerRow = LedgerPlace & { readonly line: PromiseLine }

const FILTERED = `${SEEN} and ($1::uuid[] is null or p.jam_id = any ($1)) and ($3::uuid is null or p.owner_id = $3)
  and case $2 when 'all' then true when 'due' then ${STATE} in ('open', 'in-progress', 'late')
    when 'overdue' then ${STATE} = 'late' else ${STATE} = $2 end`

/** A page of promises: overdue ones first, then by their day; settled ones last, newest first. */
export async function findPromisesFor(
  tx: Tx,
  _actor: Actor,
  { filter, after, limit }: { filter: Filter; after: LedgerPlace | undefined; limit: number },
): Promise<LedgerRow[]> {
  const { jams, show, owner } = filter
  return tx.rows<LedgerRow>(
    `select l.* from (select p.id, ${LINE} as line,
         case ${STATE} when 'late' then 0 when 'open' then 1 when 'in-progress' then 1 else 2 end as rank,
         (case when p.state in ('kept', 'broken', 'replaced') then -1 else 1 end * extract(epoch from p.due_at))::text as at
       ${FROM} where ${FILTERED}) as l
      where $4::int is null or (l.rank, l.at::numeric, l.id) > ($4, $5::numeric, $6::uuid)
      order by l.rank, l.at::numeric, l.id limit $7`,
    [jams ?? null, show, owner, after?.rank ?? null, after?.at ?? null, after?.id ?? null, limit],
  )
}

/** How many of them are in each state. */
export async function countPromisesFor(tx: Tx, _actor: Actor, { jams, show, owner }: Filter): Promise<StateCounts> {
  const rows = await tx.rows<{ state: keyof StateCounts; count: number }>(
    `select ${STATE} as state, count(*)::int as count from promise as p where ${FILTERED} group by 1`,
    [jams ?? null, show, owner],
  )
  return countsOf(rows)
}

/** Counts by state, with a nought where there is none. */
export function countsOf(rows: readonly { state: keyof StateCounts; count: number }[]): StateCounts {
  const none: StateCounts = { open: 0, 'in-progress': 0, kept: 0, late: 0, broken: 0, replaced: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}

/** What a thread about a promise may be called. Not by the words of a kept place: their author may take them back, and a thread
 *  is others' words, which stay. */
const TOPIC = `case when m.kind <> 'idea' or exists (select from idea as i where i.id = m.subject_id and i.by_person is not null)
  then m.name end as topic`

export type PromiseRow = {
  readonly jamId: string
  readonly isCard: boolean
  readonly owns: boolean
  readonly decides: boolean
  readonly clock: PromiseClock
  readonly line: PromiseLine
  readonly decision: DecisionView | null
  readonly topic: string | null
}

type Stored = Omit<PromiseRow, 'clock'> & PromiseClock

function rowOf({ state, dueAt, told, nextAt, ...rest }: Stored): PromiseRow {
  return { ...rest, clock: { state, dueAt, told, nextAt } }
}

const ROW = `p.jam_id as "jamId", p.matter_id is null as "isCard", p.owner_id is not distinct from app_person() as owns,
  decides_in(p.jam_id) as decides, p.state, p.due_at as "dueAt", p.told, p.next_at as "nextAt", ${LINE} as line,
  case when d.id is not null then ${DECISION} end as decision, ${TOPIC}`

/** A promise of a jam that the asker may see. */
export async function findPromiseFor(tx: Tx, _actor: Actor, promiseId: string): Promise<PromiseRow | undefined> {
  const row = await tx.row<Stored>(`select ${ROW} ${FROM} where p.id = $1 and ${SEEN}`, [promiseId])
  return row && rowOf(row)
}

/** The same held until the end of the transaction, for those who may change it: a person and the clock, one after the other. */
export async function holdPromiseFor(tx: Tx, actor: Actor, promiseId: string): Promise<PromiseRow | undefined> {
  await tx.rows('select 1 from promise where id = $1 for update', [promiseId])
  return findPromiseFor(tx, actor, promiseId)
}

export type HistoryRow = PromiseView['history'][number]

/** What happened to a promise, oldest first. Where it is discussed is told to those who may read there. */
export async function findHistoryFor(tx: Tx, _actor: Actor, promiseId: string): Promise<HistoryRow[]> {
  return tx.rows<HistoryRow>(
    `select n.id, n.kind, n.reason, w.name as by, iso(n.at) as at, case when c.id is not null then
         json_build_object('id', c.id, 'replies', c.replies) end as thread
       from promise_note as n left join person as w on w.id = n.by_person left join contribution as c on c.id = n.thread_id
      where n.promise_id = $1 order by n.at, n.id limit 1000`,
    [promiseId],
  )
}

export type NewPromise = {
  readonly id: string
  readonly jamId: string
  readonly matterId: string | null
  readonly decisionId: string | null
  readonly owner: string | null
  readonly due: string
  readonly clock: PromiseClock
}

/** Keeps a new promise; the card's stands once. */
export async function insertPromise(tx: Tx, made: NewPromise): Promise<void> {
  const { clock } = made
  await tx.rows(
    `insert into promise (id, jam_id, matter_id, decision_id, owner_id, due, due_at, state, told, next_at, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      ...[made.id, made.jamId, made.matterId, made.decisionId, made.owner, made.due],
      ...[clock.dueAt, clock.state, clock.told, clock.nextAt, tx.now],
    ],
  )
}

export async function savePromise(tx: Tx, promiseId: string, { state, told, nextAt }: PromiseClock): Promise<void> {
  await tx.rows('update promise set state = $2, told = $3, next_at = $4 where id = $1', [
    promiseId,
    state,
    told,
    nextAt,
  ])
}

export type NewNote = PromiseNote & {
  readonly id: string
  readonly promiseId: string
  readonly jamId: string
  readonly reason: string | null
  readonly by: string | null
  readonly threadId: string | null
}

export async function insertNote(tx: Tx, note: NewNote): Promise<void> {
  await tx.rows(
    `insert into promise_note (id, promise_id, jam_id, kind, reason, by_person, thread_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [note.id, note.promiseId, note.jamId, note.kind, note.reason, note.by, note.threadId, note.at],
  )
}

/** The end of a day where the jam is. */
export async function endOfDay(tx: Tx, jamId: string, day: string): Promise<Date> {
  const row = await tx.row<{ at: Date }>(
    `select (($2::date + 1)::timestamp at time zone h.time_zone) as at from venue as v join hub as h on h.id = v.hub_id
      where v.id = $1`,
    [jamId, day],
  )
  return row?.at ?? new Date(`${day}T23:59:59Z`)
}

export type OpenPromise = { readonly id: string; readonly clock: PromiseClock }

/** Promises of a jam that are not settled: those of a matter, or the card's when `matterId` is null. Held. */
export async function holdOpen(tx: Tx, jamId: string, matterId: string | null): Promise<OpenPromise[]> {
  const rows = await tx.rows<PromiseClock & { id: string }>(
    `select id, state, due_at as "dueAt", told, next_at as "nextAt" from promise
      where jam_id = $1 and matter_id is not distinct from $2::uuid and state in ('open', 'in-progress', 'late')
      order by id for update`,
    [jamId, matterId],
  )
  return rows.map(({ id, ...clock }) => ({ id, clock }))
}
