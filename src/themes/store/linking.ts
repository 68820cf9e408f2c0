import type { Tx } from '../../platform/index.ts'
import type { SpokenLanguage } from '../rules/hear-languages.ts'

// What the comparison of languages starts from: read for the machine, which may see everything.

/** The themes that stand, with the primary tag of their language. */
export async function findStanding(tx: Tx, venueId: string): Promise<{ id: string; language: string }[]> {
  return tx.rows(
    `select id, split_part(language, '-', 1) as language from theme where venue_id = $1 and gone_at is null
      order by born_at, id`,
    [venueId],
  )
}

/** The languages in which people wrote, those with the most people first. */
export async function findSpoken(tx: Tx, venueId: string): Promise<SpokenLanguage[]> {
  return tx.rows<SpokenLanguage>(
    `with said as materialized (
       select split_part(c.language, '-', 1) as language, c.author_id, c.parent_id from contribution as c
        where c.venue_id = $1 and c.retracted_at is null and not c.seed),
     everybody as (select count(distinct author_id)::float8 as writers from said)
     select language, count(distinct author_id)::int as people, count(*) filter (where parent_id is null)::int as contributions,
         round((count(distinct author_id) / greatest(max(writers), 1))::numeric, 4)::float8 as share
       from said cross join everybody where language <> 'und' group by language order by people desc, language limit 50`,
    [venueId],
  )
}

/** A text whose thread stands in a theme. `foreign`: a reply in another language than its theme's. */
export type ThemedText = {
  readonly id: string
  readonly text: string
  readonly author: string | null
  readonly theme: string
  readonly typed: boolean
  readonly foreign: boolean
}

export async function findThemedTexts(tx: Tx, venueId: string): Promise<ThemedText[]> {
  return tx.rows<ThemedText>(
    `select c.id, case when c.title is null then c.body else c.title || e'\\n' || c.body end as text,
       case when c.seed then null else c.author_id end as author, t.id as theme,
       c.parent_id is not null and c.kind <> 'plain' as typed,
       c.parent_id is not null and split_part(c.language, '-', 1) not in ('und', split_part(t.language, '-', 1)) as foreign
       from contribution as c join theme_place as p on p.contribution_id = c.thread_id
         join theme as t on t.id = p.theme_id and t.gone_at is null
      where c.venue_id = $1 and c.retracted_at is null order by c.posted_at, c.id`,
    [venueId],
  )
}

/** Replies in another language than their theme's, the newest. */
export async function findForeignReplies(tx: Tx, venueId: string, most: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select c.id from contribution as c join theme_place as p on p.contribution_id = c.thread_id
       join theme as t on t.id = p.theme_id and t.gone_at is null
      where c.venue_id = $1 and c.retracted_at is null and c.parent_id is not null
        and split_part(c.language, '-', 1) not in ('und', split_part(t.language, '-', 1))
      order by c.posted_at desc, c.id desc limit $2`,
    [venueId, most],
  )
  return rows.map(({ id }) => id)
}

/** Who voted in which theme, each once. */
export async function findThemeVoters(tx: Tx, venueId: string): Promise<{ theme: string; person: string }[]> {
  return tx.rows(
    `select distinct t.id as theme, v.person_id as person from vote as v join contribution as c on c.id = v.contribution_id
       join theme_place as p on p.contribution_id = c.thread_id join theme as t on t.id = p.theme_id and t.gone_at is null
      where v.venue_id = $1 and c.retracted_at is null`,
    [venueId],
  )
}
