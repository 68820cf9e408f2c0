import type { Actor } from '../../kernel/index.ts'
import { newId, type Tx } from '../../platform/index.ts'

/** An idea as it is changed; nobody else changes it until this transaction has ended. */
export type IdeaRow = {
  readonly id: string
  readonly jamId: string
  readonly sentence: string
  readonly byPerson: string | null
  readonly version: number
  readonly mergedInto: string | null
  readonly withdrawn: boolean
  /** Ideas were merged into it. */
  readonly hasMerged: boolean
}

export async function holdIdeaFor(tx: Tx, _actor: Actor, ideaId: string): Promise<IdeaRow | undefined> {
  const held = await tx.row(
    'select from idea where id = $1 and venue_id = any ((select seen_venues())::uuid[]) for no key update',
    [ideaId],
  )
  if (!held) return undefined
  return tx.row<IdeaRow>(
    `select i.id, i.venue_id as "jamId", i.sentence, i.by_person as "byPerson", i.version, i.merged_into as "mergedInto",
       i.withdrawn_at is not null as withdrawn, exists (select from idea as o where o.merged_into = i.id) as "hasMerged"
       from idea as i where i.id = $1`,
    [ideaId],
  )
}

export type SourceFound = {
  readonly id: string
  readonly jamId: string
  readonly authorId: string | null
  readonly seed: boolean
}

/** Contributions and replies that still have their words, as the asker may see them. */
export async function findSourcesFor(tx: Tx, _actor: Actor, ids: readonly string[]): Promise<SourceFound[]> {
  return tx.rows<SourceFound>(
    `select c.id, c.venue_id as "jamId", c.author_id as "authorId", c.seed from contribution as c
      where c.id = any ($1) and c.retracted_at is null and c.venue_id = any ((select seen_venues())::uuid[]) order by c.id`,
    [ids],
  )
}

export async function countIdeas(tx: Tx, jamId: string): Promise<number> {
  const row = await tx.row<{ count: number }>('select count(*)::int as count from idea where venue_id = $1', [jamId])
  return row?.count ?? 0
}

export type NewIdea = {
  readonly id: string
  readonly jamId: string
  readonly sentence: string
  readonly language: string
  readonly themeId: string | null
  /** Null: nobody made it, a place was kept for it. */
  readonly by: string | null
}

export async function insertIdea(tx: Tx, { id, jamId, sentence, language, themeId, by }: NewIdea): Promise<void> {
  await tx.rows(
    `insert into idea (id, venue_id, sentence, language, theme_id, by_person, made_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, jamId, sentence, language, themeId, by, tx.now],
  )
}

export async function saveSentence(tx: Tx, id: string, idea: { sentence: string; language: string }): Promise<void> {
  await tx.rows('update idea set sentence = $2, language = $3, version = version + 1 where id = $1', [
    id,
    idea.sentence,
    idea.language,
  ])
}

export async function saveMergedInto(tx: Tx, id: string, into: string | null): Promise<void> {
  await tx.rows('update idea set merged_into = $2, version = version + 1 where id = $1', [id, into])
}

export async function saveWithdrawn(tx: Tx, id: string, withdrawn: boolean): Promise<void> {
  await tx.rows(
    'update idea set withdrawn_at = case when $2 then $3::timestamptz end, version = version + 1 where id = $1',
    [id, withdrawn, tx.now],
  )
}

/** How much an idea holds together with what was merged into it, withdrawn or not. `ideaId`: itself, or one of those merged.
 *  Nobody else changes how much until this transaction has ended. */
export async function holdLineage(tx: Tx, ideaId: string): Promise<{ merged: number; sources: number }> {
  const root = '(select coalesce(i.merged_into, i.id) from idea as i where i.id = $1)'
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended(${root}::text, 21))`, [ideaId])
  const row = await tx.row<{ merged: number; sources: number }>(
    `select count(distinct o.id) filter (where o.id <> r.id)::int as merged, count(s.idea_id)::int as sources
       from ${root} as r (id) join idea as o on o.id = r.id or o.merged_into = r.id
         left join idea_source as s on s.idea_id = o.id`,
    [ideaId],
  )
  return row ?? { merged: 0, sources: 0 }
}

export type NewSource = { readonly id: string; readonly consent: 'asked' | 'not-needed' }

/** What an idea comes from, in place of what it came from before. `anew`: those who consented are asked again, and whoever
 *  once worded it of her own words as well, unless she does so now. Whoever declined is not: the "no" stays. */
export async function replaceSources(
  tx: Tx,
  of: { readonly ideaId: string; readonly jamId: string; readonly anew: boolean },
  sources: readonly NewSource[],
): Promise<void> {
  const ids = sources.map(({ id }) => id)
  await tx.rows(
    `delete from idea_source where idea_id = $1 and consent <> 'declined' and ($3 or contribution_id <> all ($2::uuid[]))`,
    [of.ideaId, ids, of.anew],
  )
  await tx.rows(
    `insert into idea_source (idea_id, contribution_id, venue_id, consent)
       select $1, s.id, $2, s.consent from unnest($3::uuid[], $4::text[]) as s (id, consent)
     on conflict (idea_id, contribution_id) do nothing`,
    [of.ideaId, of.jamId, ids, sources.map(({ consent }) => consent)],
  )
}

/** The contributions that an idea comes from, whatever their authors said. */
export async function findSourceIds(tx: Tx, ideaId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    'select contribution_id as id from idea_source where idea_id = $1 order by contribution_id',
    [ideaId],
  )
  return rows.map(({ id }) => id)
}

/** The author's answer for all her contributions in an idea and in what was merged into it: how many there are. */
export async function saveConsent(
  tx: Tx,
  personId: string,
  { ideaId, consents }: { readonly ideaId: string; readonly consents: boolean },
): Promise<number> {
  const rows = await tx.rows(
    `update idea_source as s set consent = case when $3 then 'given' else 'declined' end, answered_at = $4
       from contribution as c, idea as i
      where c.id = s.contribution_id and c.author_id = $2 and c.retracted_at is null
        and i.id = s.idea_id and (i.id = $1 or i.merged_into = $1) returning 1`,
    [ideaId, personId, consents, tx.now],
  )
  return rows.length
}

/** Was it given a place kept for small voices, in its author's words? */
export async function isKept(tx: Tx, ideaId: string): Promise<boolean> {
  return (await tx.row('select from idea where id = $1 and by_person is null', [ideaId])) !== undefined
}

export type NewIdeaChange = {
  readonly ideaId: string
  readonly jamId: string
  readonly kind: 'made' | 'reworded' | 'sources' | 'merged' | 'unmerged' | 'withdrawn' | 'restored'
  readonly words?: string
  readonly otherId?: string | null
  readonly by: string | null
}

export async function insertIdeaChange(
  tx: Tx,
  { ideaId, jamId, kind, words, otherId, by }: NewIdeaChange,
): Promise<void> {
  await tx.rows(
    `insert into idea_change (id, idea_id, venue_id, kind, words, other_id, by_person, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), ideaId, jamId, kind, words ?? null, otherId ?? null, by, tx.now],
  )
}
