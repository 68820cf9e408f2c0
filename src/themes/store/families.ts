import type { Tx } from '../../platform/index.ts'
import type { SpokenLanguage } from '../rules/hear-languages.ts'
import type { FoundFamily, JudgedTheme, PairAct } from '../rules/judge-pairs.ts'
import type { FoundEvidence, FoundLink, FoundLinks } from '../worker/find-links.ts'

/** Evidence as it is kept: a number of people under five is not in it. */
export type KeptEvidence = Omit<FoundEvidence, 'both' | 'entries'> & {
  readonly both: number | null
  readonly entries: readonly string[]
}
export type KeptLink = Omit<FoundLink, 'evidence'> & { readonly evidence: readonly KeptEvidence[] }
export type KeptFamily = FoundFamily & {
  readonly people: number
  readonly contributions: number
  readonly columns: readonly { readonly language: string; readonly people: number }[]
}

export type FamilyState = {
  readonly linkedAt: string | null
  readonly links: readonly KeptLink[]
  readonly families: readonly KeptFamily[]
  readonly languages: readonly SpokenLanguage[]
  readonly terms: FoundLinks['terms']
}

const NONE: FamilyState = { linkedAt: null, links: [], families: [], languages: [], terms: [] }

/** What was last found of the languages of a conversation that the asker may see. */
export async function findFamilyState(tx: Tx, venueId: string): Promise<FamilyState> {
  const row = await tx.row<FamilyState>(
    `select iso(linked_at) as "linkedAt", links, families, languages, terms from theme_families where venue_id = $1`,
    [venueId],
  )
  return row ?? NONE
}

/** Writes what was found of links, languages and terms; true when it differs from what was known. */
export async function saveLinks(
  tx: Tx,
  venueId: string,
  { links, languages, terms }: Pick<FamilyState, 'links' | 'languages' | 'terms'>,
): Promise<boolean> {
  const values = [venueId, tx.now, JSON.stringify(links), JSON.stringify(languages), JSON.stringify(terms)]
  const row = await tx.row<{ other: boolean }>(
    `with before as (select links, languages, terms from theme_families where venue_id = $1 for update),
     written as (insert into theme_families (venue_id, linked_at, links, languages, terms) values ($1, $2, $3, $4, $5)
       on conflict (venue_id) do update set linked_at = excluded.linked_at, links = excluded.links,
         languages = excluded.languages, terms = excluded.terms)
     select not exists (select from before where links = $3::jsonb and languages = $4::jsonb and terms = $5::jsonb) as other`,
    values,
  )
  return row?.other ?? true
}

/** Writes the families; true when they differ from those that were known. */
export async function saveFamilies(tx: Tx, venueId: string, families: readonly KeptFamily[]): Promise<boolean> {
  const rows = await tx.rows(
    `update theme_families set families = $2 where venue_id = $1 and families <> $2::jsonb returning venue_id`,
    [venueId, JSON.stringify(families)],
  )
  return rows.length > 0
}

/** Makes sure that a host's word has a row to stand in before the first comparison. */
export async function openFamilies(tx: Tx, venueId: string): Promise<void> {
  await tx.rows('insert into theme_families (venue_id, linked_at) values ($1, $2) on conflict do nothing', [
    venueId,
    tx.now,
  ])
}

/** What hosts said of pairs of themes and have not undone, in its order. */
export async function findPairActs(tx: Tx, venueId: string): Promise<PairAct[]> {
  return tx.rows<PairAct>(
    `select facts->'pair' as pair, kind = 'link' as "isOne" from theme_act
      where venue_id = $1 and undone_at is null and kind in ('link', 'part') order by at, id`,
    [venueId],
  )
}

/** Where contributions stand now; those in no theme are left out. */
export async function findThemesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; theme: string }>(
    `select p.contribution_id as id, p.theme_id as theme from theme_place as p join theme as t on t.id = p.theme_id
      where p.contribution_id = any ($1::uuid[]) and t.gone_at is null`,
    [ids],
  )
  return new Map(rows.map(({ id, theme }) => [id, theme]))
}

/** A theme with its oldest contributions, to find it again. */
export async function findJudged(tx: Tx, theme: string): Promise<JudgedTheme> {
  const rows = await tx.rows<{ id: string }>(
    'select contribution_id as id from theme_place where theme_id = $1 order by contribution_id limit 40',
    [theme],
  )
  return { theme, ids: rows.map(({ id }) => id) }
}

export type PeopleCount = { readonly group: number; readonly people: number; readonly contributions: number }

/** Distinct people who wrote in each group of themes, and its contributions. Nobody counts twice in a group. */
export async function countPeople(tx: Tx, groups: readonly (readonly string[])[]): Promise<PeopleCount[]> {
  const rows = groups.flatMap((themes, group) => themes.map((theme) => ({ group, theme })))
  return tx.rows<PeopleCount>(
    `select n."group", count(distinct c.author_id) filter (where not c.seed)::int as people,
       count(*) filter (where c.parent_id is null)::int as contributions
       from unnest($1::int[], $2::uuid[]) as n ("group", theme) join theme_place as p on p.theme_id = n.theme
         join contribution as c on c.thread_id = p.contribution_id where c.retracted_at is null group by n."group"`,
    [rows.map(({ group }) => group), rows.map(({ theme }) => theme)],
  )
}
