import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'

/** Somebody whom the answers of a jam concern, with the hours in which she wants no letters. */
export type Concerned = {
  readonly personId: string
  readonly quietFrom: number
  readonly quietTo: number
  readonly timeZone: string
}

/** Everybody who wrote or agreed in a jam or follows one of its themes, has an address that is shown to be hers, and was not
 *  told yet (role jobs). */
export async function findConcerned(tx: Tx, jamId: string): Promise<Concerned[]> {
  return tx.rows<Concerned>(
    `select p.id as "personId", p.time_zone as "timeZone", coalesce(c.quiet_from, 20) as "quietFrom",
       coalesce(c.quiet_to, 7) as "quietTo"
       from (select c.author_id as id from contribution as c where c.venue_id = $1 and c.retracted_at is null and not c.seed
           union select o.person_id from vote as o where o.venue_id = $1 and o.value = 'agree'
           union select f.person_id from follow as f join theme as t on f.kind = 'theme' and f.target = t.id::text
             where t.venue_id = $1) as x
       join person as p on p.id = x.id
       join person_address as a on a.person_id = p.id and a.confirmed_at is not null
       left join catch_up_choice as c on c.person_id = p.id
      where not exists (select from report_letter as l where l.jam_id = $1 and l.person_id = p.id)
      order by p.id`,
    [jamId],
  )
}

/** Notes that these people get their letter of a jam, each once. */
export async function insertLetters(
  tx: Tx,
  jamId: string,
  letters: readonly { personId: string; sendAt: Date }[],
): Promise<void> {
  await tx.rows(
    `insert into report_letter (jam_id, person_id, send_at)
     select $1, r."personId", r."sendAt" from json_to_recordset($2::json) as r ("personId" uuid, "sendAt" timestamptz)
     on conflict (jam_id, person_id) do nothing`,
    [jamId, JSON.stringify(letters)],
  )
}

export type WaitingLetter = { readonly jamId: string; readonly personId: string }

export async function findWaitingLetters(tx: Tx, limit: number): Promise<WaitingLetter[]> {
  return tx.rows<WaitingLetter>(
    `select jam_id as "jamId", person_id as "personId" from report_letter where sent_at is null and send_at <= $1
      order by send_at, jam_id, person_id limit $2`, // index report_letter_waiting
    [tx.now, limit],
  )
}

/** Makes the key with which a letter is written with its person's own rights, in place of an earlier one. */
export async function saveLetterKey(tx: Tx, { personId }: WaitingLetter, hash: Buffer): Promise<void> {
  await tx.rows(`delete from catch_up_secret where person_id = $1 and purpose = 'letter'`, [personId])
  await tx.rows(`insert into catch_up_secret (token_hash, person_id, purpose, at) values ($1, $2, 'letter', $3)`, [
    hash,
    personId,
    tx.now,
  ])
}

/** The asker's turn to get her letter: false when another worker has taken it. Her key is used up. */
export async function takeOwnLetter(tx: Tx, jamId: string): Promise<boolean> {
  await tx.rows(`delete from catch_up_secret where person_id = app_person() and purpose = 'letter'`, [])
  const taken = await tx.row(
    `update report_letter set sent_at = $2 where jam_id = $1 and person_id = app_person() and sent_at is null
     returning 1 as taken`,
    [jamId, tx.now],
  )
  return taken !== undefined
}

export async function findOwnAddress(tx: Tx): Promise<string | undefined> {
  const text = 'select email from person_address where person_id = app_person() and confirmed_at is not null'
  return (await tx.row<{ email: string }>(text))?.email
}

export type Ties = {
  /** The contributions at the root of what the asker agreed to. */
  readonly supported: readonly string[]
  /** The themes she follows. */
  readonly followed: readonly string[]
  /** The roots of the contributions that each idea comes from. */
  readonly ideas: readonly { readonly id: string; readonly roots: readonly string[] }[]
}

/** What ties the asker to a jam beside what she wrote, and where its ideas come from. */
export async function findTiesFor(tx: Tx, actor: Actor, jamId: string): Promise<Ties> {
  const row = await tx.row<Ties>(
    `select array(select distinct c.thread_id from vote as o join contribution as c on c.id = o.contribution_id
         where o.person_id = $2 and o.venue_id = $1 and o.value = 'agree') as supported,
       array(select f.target from follow as f where f.person_id = $2 and f.kind = 'theme') as followed,
       (select coalesce(json_agg(json_build_object('id', i.id, 'roots', i.roots)), '[]') from (
          select s.idea_id as id, array_agg(c.thread_id) as roots from idea_source as s join contribution as c on c.id = s.contribution_id
           where s.venue_id = $1 and s.venue_id = any ((select seen_venues())::uuid[]) and s.consent <> 'declined' group by s.idea_id) as i)
       as ideas`,
    [jamId, actor.personId],
  )
  return row ?? { supported: [], followed: [], ideas: [] }
}
