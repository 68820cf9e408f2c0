import type { Actor, SignedInActor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { GlossaryTerms } from '../rules/families-contract.ts'

export type GlossaryRow = { id: string; terms: GlossaryTerms }

/** The glossary of a conversation that the asker may see, in the order it was made. */
export async function findGlossary(tx: Tx, venueId: string): Promise<GlossaryRow[]> {
  return tx.rows<GlossaryRow>('select id, terms from glossary_entry where venue_id = $1 order by at, id', [venueId])
}

/** The conversation of an entry that the asker may see. */
export async function findVenueOfEntryFor(tx: Tx, _actor: Actor, entryId: string): Promise<string | undefined> {
  const row = await tx.row<{ venueId: string }>(
    `select venue_id as "venueId" from glossary_entry where id = $1 and venue_id = any ((select seen_venues())::uuid[])`,
    [entryId],
  )
  return row?.venueId
}

export async function insertEntry(
  tx: Tx,
  entry: { id: string; venueId: string; terms: GlossaryTerms; by: string },
): Promise<void> {
  const values = [entry.id, entry.venueId, JSON.stringify(entry.terms), entry.by, tx.now]
  await tx.rows('insert into glossary_entry (id, venue_id, terms, by_person, at) values ($1, $2, $3, $4, $5)', values)
}

export async function saveEntry(tx: Tx, entryId: string, terms: GlossaryTerms): Promise<void> {
  await tx.rows('update glossary_entry set terms = $2 where id = $1', [entryId, JSON.stringify(terms)])
}

export async function deleteEntry(tx: Tx, entryId: string): Promise<void> {
  await tx.rows('delete from glossary_entry where id = $1', [entryId])
}

/** The languages that the asker reads: those they said; before they said any, that of their pages and those in which they
 *  wrote here. Primary tags. */
export async function findReadLanguages(tx: Tx, actor: Actor, venueId: string): Promise<string[]> {
  if (actor.personId === null) return []
  const rows = await tx.rows<{ language: string }>(
    `with said as (select language from read_language where person_id = $1)
     select language from said
     union select split_part(c.language, '-', 1) from contribution as c
       where c.author_id = $1 and c.venue_id = $2 and c.retracted_at is null and c.language <> 'und'
         and not exists (select from said)
     union select split_part($3, '-', 1) where not exists (select from said) order by 1 limit 20`,
    [actor.personId, venueId, actor.locale],
  )
  return rows.map(({ language }) => language)
}

/** Keeps exactly these as the languages that the asker reads. */
export async function saveReadLanguages(tx: Tx, actor: SignedInActor, languages: readonly string[]): Promise<void> {
  await tx.rows('delete from read_language where person_id = $1 and not language = any ($2)', [
    actor.personId,
    languages,
  ])
  await tx.rows(
    'insert into read_language (person_id, language) select $1, unnest($2::text[]) on conflict do nothing',
    [actor.personId, languages],
  )
}

export type NewestIn = { language: string; contributionId: string; title: string }

/** The two newest contributions in each of some languages. */
export async function findNewestFor(
  tx: Tx,
  _actor: Actor,
  asked: { venueId: string; languages: readonly string[] },
): Promise<NewestIn[]> {
  return tx.rows<NewestIn>(
    `select l.language, c.id as "contributionId", left(c.title, 500) as title from unnest($2::text[]) as l (language)
       cross join lateral (select c.id, c.title, c.posted_at from contribution as c
         where c.venue_id = $1 and c.parent_id is null and c.retracted_at is null
           and split_part(c.language, '-', 1) = l.language and c.venue_id = any ((select seen_venues())::uuid[])
         order by c.posted_at desc, c.id desc limit 2) as c
      order by l.language, c.posted_at desc`,
    [asked.venueId, asked.languages],
  )
}

export type StandingText = { id: string; text: string }

/** The words of contributions as they stand now, without those that were taken back. */
export async function findStandingTextsFor(tx: Tx, _actor: Actor, ids: readonly string[]): Promise<StandingText[]> {
  return tx.rows<StandingText>(
    `select c.id, case when c.title is null then c.body else c.title || e'\\n' || c.body end as text
       from contribution as c where c.id = any ($1::uuid[]) and c.retracted_at is null
         and c.venue_id = any ((select seen_venues())::uuid[])`,
    [ids],
  )
}
