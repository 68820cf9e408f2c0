import { MATTER_NAME } from '../../jams/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { StateCounts } from '../contract.ts'
import type { Check, LedgerClock } from '../rules/checks.ts'
import type { PromiseClock } from '../rules/promise-clock.ts'
import type { Quiet } from '../rules/quiet-hours.ts'
import { countsOf } from './promises.ts'

// The operator's own work (role jobs): clocks ring and letters go out without anybody asking.

/** The promises whose clock is due, the longest overdue first. */
export async function findDuePromises(tx: Tx, limit: number): Promise<string[]> {
  const text = 'select id from promise where next_at <= $1 order by next_at limit $2' // index promise_next
  return (await tx.rows<{ id: string }>(text, [tx.now, limit])).map(({ id }) => id)
}

export type ClockRow = { readonly jamId: string; readonly owner: string | null; readonly clock: PromiseClock }

/** A promise held until the end of the transaction. */
export async function holdPromise(tx: Tx, promiseId: string): Promise<ClockRow | undefined> {
  const row = await tx.row<PromiseClock & { jamId: string; owner: string | null }>(
    `select jam_id as "jamId", owner_id as owner, state, due_at as "dueAt", told, next_at as "nextAt" from promise
      where id = $1 for update`,
    [promiseId],
  )
  if (!row) return undefined
  const { jamId, owner, ...clock } = row
  return { jamId, owner, clock }
}

/** Puts a promise, its answer and what happened to it back by whole days, so that its day is `day`. */
export async function putBack(tx: Tx, promiseId: string, day: string): Promise<void> {
  const shift = `select p.id, p.decision_id, make_interval(days => p.due - $2::date) as days from promise as p where p.id = $1`
  await tx.rows(
    `with s as (${shift}),
     notes as (update promise_note as n set at = n.at - s.days from s where n.promise_id = s.id),
     names as (update decision_signature as g set at = g.at - s.days from s where g.decision_id = s.decision_id),
     answers as (update decision as d set due = $2::date, at = d.at - s.days, bound_at = d.bound_at - s.days
       from s where d.id = s.decision_id)
     update promise as p set due = $2::date, due_at = p.due_at - s.days, made_at = p.made_at - s.days, told = 1,
       next_at = p.due_at - s.days from s where p.id = s.id`,
    [promiseId, day],
  )
}

export type Recipient = Quiet & { readonly personId: string }

/** Those who are told: these people, or who decides in the jam, or its hosts as long as nobody is named. */
export async function findRecipients(tx: Tx, jamId: string, people: readonly string[] | null): Promise<Recipient[]> {
  return tx.rows<Recipient>(
    `select p.id as "personId", p.time_zone as "timeZone", coalesce(c.quiet_from, 20) as "quietFrom",
       coalesce(c.quiet_to, 7) as "quietTo"
       from person as p left join catch_up_choice as c on c.person_id = p.id
      where p.id = any (coalesce($2::uuid[], (select x.people from deciders as x where x.jam_id = $1 order by x.version desc limit 1),
        array(select h.person_id from venue_host as h where h.venue_id = $1))) order by p.id`,
    [jamId, people],
  )
}

/** Notes that somebody is to be told, once. */
export async function insertLetter(
  tx: Tx,
  letter: { promiseId: string; personId: string; kind: string; sendAt: Date },
): Promise<void> {
  await tx.rows(
    `insert into promise_letter (promise_id, person_id, kind, send_at) values ($1, $2, $3, $4)
     on conflict (promise_id, person_id, kind) do nothing`,
    [letter.promiseId, letter.personId, letter.kind, letter.sendAt],
  )
}

export type WaitingLetter = {
  readonly promiseId: string
  readonly personId: string
  readonly kind: 'reminded' | 'late' | 'sponsor-told'
}

export async function findWaitingLetters(tx: Tx, limit: number): Promise<WaitingLetter[]> {
  return tx.rows<WaitingLetter>(
    `select promise_id as "promiseId", person_id as "personId", kind from promise_letter
      where sent_at is null and send_at <= $1 order by send_at, promise_id limit $2`, // index promise_letter_waiting
    [tx.now, limit],
  )
}

export type LetterWords = {
  readonly to: string | null
  readonly locale: string
  readonly state: PromiseClock['state']
  readonly jamTitle: string
  readonly name: string | null
  readonly owner: string | null
  readonly due: string
}

/** Takes a letter's turn: undefined when another worker has. `to` is null where the person has no address that is shown to be
 *  hers, or may not read the jam any more. */
export async function takeLetter(tx: Tx, letter: WaitingLetter): Promise<LetterWords | undefined> {
  const taken = await tx.row(
    `update promise_letter set sent_at = $4 where promise_id = $1 and person_id = $2 and kind = $3 and sent_at is null
     returning 1 as taken`,
    [letter.promiseId, letter.personId, letter.kind, tx.now],
  )
  if (!taken) return undefined
  return tx.row<LetterWords>(
    `select case when w.owner or exists (select from venue_host as x where x.venue_id = p.jam_id and x.person_id = w.id) or exists (
         select from membership as s join hub as h on h.id = s.hub_id where s.person_id = w.id and s.role <> 'guest'
           and h.path && array(select v.hub_id from venue_hub as v where v.venue_id = p.jam_id))
       then (select a.email from person_address as a where a.person_id = w.id and a.confirmed_at is not null) end as to,
       w.locale, p.state, j.title as "jamTitle", ${MATTER_NAME} as name, o.name as owner, to_char(p.due, 'YYYY-MM-DD') as due
       from promise as p join jam as j on j.id = p.jam_id join person as w on w.id = $2
       left join matter as m on m.id = p.matter_id left join person as o on o.id = p.owner_id where p.id = $1`,
    [letter.promiseId, letter.personId],
  )
}

export async function findDueLedgers(tx: Tx, limit: number): Promise<string[]> {
  const text = 'select jam_id as id from promise_ledger where next_at <= $1 order by next_at limit $2' // index promise_ledger_next
  return (await tx.rows<{ id: string }>(text, [tx.now, limit])).map(({ id }) => id)
}

/** Held until the end of the transaction. Those who decide may hold it too: answering everything begins its clock. */
export async function holdLedger(tx: Tx, jamId: string): Promise<LedgerClock | undefined> {
  return tx.row<LedgerClock>(
    `select answered_at as "answeredAt", checked, next_at as "nextAt" from promise_ledger where jam_id = $1 for update`,
    [jamId],
  )
}

export async function saveAnswered(tx: Tx, jamId: string, { answeredAt, nextAt }: LedgerClock): Promise<void> {
  await tx.rows('update promise_ledger set answered_at = $2, next_at = $3 where jam_id = $1', [
    jamId,
    answeredAt,
    nextAt,
  ])
}

export async function saveChecked(tx: Tx, jamId: string, { checked, nextAt }: LedgerClock): Promise<void> {
  await tx.rows('update promise_ledger set checked = $2, next_at = $3 where jam_id = $1', [jamId, checked, nextAt])
}

/** Keeps what a check found; made again it stays as it was. */
export async function insertCheck(tx: Tx, jamId: string, { days, at }: Check): Promise<void> {
  await tx.rows(
    `insert into promise_check (jam_id, days, at, states) values ($1, $2, $3, $4) on conflict (jam_id, days) do nothing`,
    [jamId, days, at, JSON.stringify(await countStates(tx, jamId))],
  )
}

async function countStates(tx: Tx, jamId: string): Promise<StateCounts> {
  return countsOf(
    await tx.rows<{ state: keyof StateCounts; count: number }>(
      `select case when p.state in ('open', 'in-progress') and p.due_at <= now() then 'late' else p.state end as state,
         count(*)::int as count from promise as p where p.jam_id = $1 group by 1`,
      [jamId],
    ),
  )
}
