import type { NewEvent, SequencedEvent } from '../events.ts'
import type { Statement } from '../statement.ts'
import type { Tx } from '../transaction.ts'

type EventRow = {
  id: string
  position: string
  type: string
  topics: string[]
  facts: Record<string, unknown>
  person_id: string | null
  emitted_at: Date
}

const COLUMNS = 'id, position, type, topics, facts, person_id, emitted_at'

function eventOf(row: EventRow): SequencedEvent {
  const { id, type, topics, facts } = row
  return { id, type, topics, facts, position: Number(row.position), personId: row.person_id, at: row.emitted_at }
}

/** Sent together with the commit: the writer does not wait for it. */
export function insertEvents(tx: Tx, events: readonly (NewEvent & { readonly id: string })[]): void {
  tx.later(
    `insert into event (id, type, topics, facts, person_id)
     select * from json_to_recordset($1) as e (id uuid, type text, topics text[], facts jsonb, "personId" uuid)`,
    [JSON.stringify(events)],
  )
}

export const HEAD: Statement = { text: 'select head from event_sequence' }

export async function readHead(tx: Tx): Promise<number> {
  const row = await tx.row<{ head: string }>(HEAD.text)
  return Number(row?.head ?? 0)
}

/** Up to which position events have been pruned: nothing at or below it can be read again. */
export async function readPrunedTo(tx: Tx): Promise<number> {
  const row = await tx.row<{ pruned_to: string }>('select pruned_to from event_sequence')
  return Number(row?.pruned_to ?? 0)
}

export async function anyWaiting(tx: Tx): Promise<boolean> {
  const row = await tx.row('select true from event where position is null limit 1') // index event_waiting
  return row !== undefined
}

/** Age of the oldest event without a position, in seconds; 0 when none waits. */
export async function waitingSeconds(tx: Tx): Promise<number> {
  const text = `select extract(epoch from clock_timestamp() - min(emitted_at))::float8 as age
    from event where position is null` // index event_waiting
  const row = await tx.row<{ age: number | null }>(text)
  return Math.max(0, row?.age ?? 0)
}

const SEQUENCE_LOCK = 4_201_801

/** One sequencer at a time in the whole database, until the transaction ends. Gives the milliseconds since the last batch
 *  of any process (negative when the clock went back). */
export async function lockSequence(tx: Tx): Promise<number> {
  await tx.rows('select pg_advisory_xact_lock($1)', [SEQUENCE_LOCK])
  const text = `select (extract(epoch from clock_timestamp() - ran_at) * 1000)::float8 as ago from event_sequence`
  const row = await tx.row<{ ago: number }>(text)
  return row?.ago ?? 0
}

/** Gives the next positions to committed events that have none, in the order in which they were told. The lock makes this
 *  statement see everything that any earlier batch saw, and positions become readable in their order. */
export async function positionWaiting(tx: Tx, limit: number): Promise<SequencedEvent[]> {
  const text = `
    with waiting as (
      select w.id, row_number() over (order by w.emitted_at, w.id) as place
        from (select id, emitted_at from event where position is null
               order by emitted_at, id limit $1) as w                       -- index event_waiting
    ), head as (
      update event_sequence
         set head = head + (select count(*) from waiting), ran_at = clock_timestamp()
      returning head - (select count(*) from waiting) as before
    )
    update event set position = head.before + waiting.place
      from waiting, head where event.id = waiting.id
    returning event.id, event.position, type, topics, facts, person_id, emitted_at`
  const rows = await tx.rows<EventRow>(text, [limit])
  return rows.map(eventOf).sort((a, b) => a.position - b.position)
}

export const EVENT_CHANNEL = 'dandelion_event'

/** Wakes the readers of all processes when this transaction commits. No payload: they ask for what is new. */
export async function notifyReaders(tx: Tx): Promise<void> {
  await tx.rows('select pg_notify($1, $2)', [EVENT_CHANNEL, ''])
}

export async function findEventsAfter(tx: Tx, after: number, limit: number): Promise<SequencedEvent[]> {
  const text = `select ${COLUMNS} from event where position > $1 order by position limit $2` // index event_position_key
  return (await tx.rows<EventRow>(text, [after, limit])).map(eventOf)
}

/** Events of some types in (after, upTo], in order. */
export async function findEventsOfTypes(
  tx: Tx,
  wanted: { types: readonly string[]; after: number; upTo: number; limit: number },
): Promise<SequencedEvent[]> {
  const text = `select ${COLUMNS} from event
     where position > $1 and position <= $2 and type = any ($3) order by position limit $4` // index event_position_key
  const rows = await tx.rows<EventRow>(text, [wanted.after, wanted.upTo, wanted.types, wanted.limit])
  return rows.map(eventOf)
}

/** Events of some topics in (after, upTo], in order. */
export async function findEventsOfTopics(
  tx: Tx,
  wanted: { topics: readonly string[]; after: number; upTo: number; limit: number },
): Promise<SequencedEvent[]> {
  const text = `select ${COLUMNS} from event
     where position > $1 and position <= $2 and topics && $3 order by position limit $4` // index event_position_key
  const rows = await tx.rows<EventRow>(text, [wanted.after, wanted.upTo, wanted.topics, wanted.limit])
  return rows.map(eventOf)
}

/** Sets aside what a handler could not take. `error` keeps its first 1,000 characters. */
export async function saveFailure(
  tx: Tx,
  consumer: string,
  failure: { eventId: string; error: string },
): Promise<void> {
  const text = `insert into event_failure (consumer, event_id, error) values ($1, $2, $3) on conflict do nothing`
  await tx.rows(text, [consumer, failure.eventId, failure.error.slice(0, 1000)])
}

/** The place of a reader, locked until the transaction ends, and the last position given, up to which it may read. A new
 *  reader starts after everything that is there now. */
export async function lockConsumer(tx: Tx, name: string): Promise<{ position: number; head: number }> {
  const lock = `select c.position, (select head from event_sequence) as head from event_consumer as c where c.name = $1 for update`
  const find = () => tx.row<{ position: string; head: string }>(lock, [name])
  let row = await find()
  if (!row) {
    const add = `insert into event_consumer (name, position) select $1, head from event_sequence on conflict do nothing`
    await tx.rows(add, [name])
    row = await find()
  }
  return { position: Number(row?.position ?? 0), head: Number(row?.head ?? 0) }
}

export async function moveConsumer(tx: Tx, name: string, position: number): Promise<void> {
  await tx.rows('update event_consumer set position = $2 where name = $1', [name, position])
}

/** Deletes events older than `days` that every reader has handled. Gives how many. */
export async function pruneEvents(tx: Tx, days: number): Promise<number> {
  const text = `
    with bound as (
      select coalesce(max(position), 0) as upto from event
       where emitted_at < clock_timestamp() - make_interval(days => $1)
         and position <= (select coalesce(min(position), 9223372036854775807) from event_consumer)
    ), moved as (
      update event_sequence set pruned_to = greatest(pruned_to, (select upto from bound))
    ), gone as (
      delete from event where position <= (select upto from bound) returning 1
    )
    select count(*)::integer as pruned from gone`
  const row = await tx.row<{ pruned: number }>(text, [days])
  return row?.pruned ?? 0
}

/** Deletes failures older than `days`. Gives how many. */
export async function pruneFailures(tx: Tx, days: number): Promise<number> {
  const text = `with gone as (
      delete from event_failure where at < clock_timestamp() - make_interval(days => $1) returning 1
    ) select count(*)::integer as pruned from gone`
  return (await tx.row<{ pruned: number }>(text, [days]))?.pruned ?? 0
}
