import type { Tx } from '../../platform/index.ts'
import type { ChoiceView } from '../contract.ts'

type Chosen = Omit<ChoiceView, 'feed'>

/** What holds for who chose nothing: ten minutes, no digest, quiet at night, bridges. */
const UNCHOSEN: Chosen = { minutes: 10, digest: false, digestHour: 8, quietFrom: 20, quietTo: 7, bridges: true }

/** How the asker wants to be told. */
export async function findChoice(tx: Tx): Promise<ChoiceView> {
  const row = await tx.row<Partial<Chosen> & { feed: boolean }>(
    `select c.minutes, c.digest, c.digest_hour as "digestHour", c.quiet_from as "quietFrom", c.quiet_to as "quietTo", c.bridges,
       exists (select from catch_up_secret as s where s.person_id = app_person() and s.purpose = 'feed') as feed
      from (select 1) as one left join catch_up_choice as c on c.person_id = app_person()`,
  )
  const chosen = Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null))
  return { ...UNCHOSEN, feed: false, ...chosen }
}

export async function saveChoice(tx: Tx, choice: Chosen): Promise<void> {
  await tx.rows(
    `insert into catch_up_choice (person_id, minutes, digest, digest_hour, quiet_from, quiet_to, bridges)
       select app_person(), $1, $2, $3, $4, $5, $6
     on conflict (person_id) do update set minutes = excluded.minutes, digest = excluded.digest,
       digest_hour = excluded.digest_hour, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
       bridges = excluded.bridges`,
    [choice.minutes, choice.digest, choice.digestHour, choice.quietFrom, choice.quietTo, choice.bridges],
  )
}

/** The asker gets no digest any more. */
export async function saveNoDigest(tx: Tx): Promise<void> {
  await tx.rows('update catch_up_choice set digest = false where person_id = app_person()')
}

/** The asker is done with the cards of these themes, as far as she may see them; nothing is kept where she wants no
 *  history. */
export async function saveCardsSeen(tx: Tx, themeIds: readonly string[]): Promise<void> {
  await tx.rows(
    `insert into catch_up_seen (person_id, theme_id, at)
       select app_person(), t.id, $2::timestamptz from theme as t
        where t.id = any ($1::uuid[]) and t.venue_id = any ((select seen_venues())::uuid[])
          and not exists (select from reading_stopped as s where s.person_id = app_person())
     on conflict (person_id, theme_id) do update set at = excluded.at`,
    [themeIds, tx.now],
  )
}

export type Purpose = 'feed' | 'digest' | 'leave'

/** Keeps the hash of the asker's only secret of a purpose; the one before no longer works. */
export async function saveSecret(tx: Tx, purpose: Purpose, hash: Buffer): Promise<void> {
  await deleteSecret(tx, purpose)
  await tx.rows(
    'insert into catch_up_secret (token_hash, person_id, purpose, at) select $1, app_person(), $2, $3::timestamptz',
    [hash, purpose, tx.now],
  )
}

export async function deleteSecret(tx: Tx, purpose: Purpose): Promise<void> {
  await tx.rows('delete from catch_up_secret where person_id = app_person() and purpose = $1', [purpose])
}

/** The asker's address for letters; undefined while it is not shown to be hers. */
export async function findOwnAddress(tx: Tx): Promise<string | undefined> {
  const text = 'select email from person_address where person_id = app_person() and confirmed_at is not null'
  return (await tx.row<{ email: string }>(text))?.email
}
