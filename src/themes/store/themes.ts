import { JOINS, SEEN, VIEW } from '../../conversation/index.ts'
import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import { EXPOSURE_FLOOR } from '../../reading/contract.ts'
import { MY_THREADS } from '../../reading/index.ts'
import { type SmallVoice, THEMES_MAX, type ThemeChange, type ThemeSummary, type ThemesView } from '../contract.ts'

export const CHANGES_SHOWN = 50

const IN_SEEN = (table: string): string => `${table}.venue_id = any ((select seen_venues())::uuid[])`

/** Sentences of those versions that still stand: what was edited or taken back since is not quoted. Those that few have
 *  read come first: each is shown until it has its readers. Asked one by one, by their keys: joined, all contributions would be
 *  read for each theme, as nothing tells the planner how few voices there are. */
const VOICES = `(select coalesce(json_agg(json_build_object('contributionId', v.value->>'contributionId',
    'threadId', v.value->>'threadId', 'sentence', v.value->>'sentence')
    order by least(coalesce((select e.people from exposure as e where e.contribution_id = (v.value->>'contributionId')::uuid), 0),
      ${EXPOSURE_FLOOR}), v.ordinality), '[]')
  from jsonb_array_elements(t.voices) with ordinality as v
  where (select position(v.value->>'sentence' in case when c.title is null then c.body else c.title || e'\\n' || c.body end) > 0
    from contribution as c where c.id = (v.value->>'contributionId')::uuid and c.retracted_at is null))`

const THEME = `t.id, t.name, t.label, t.pinned, t.language, t.figures, t.x, t.y, iso(t.born_at) as "bornAt", ${VOICES} as voices`

type Figures = Pick<ThemeSummary, 'contributions' | 'replies' | 'people' | 'hubs' | 'agreement' | 'split' | 'hourly'>
type Row = Omit<ThemeSummary, keyof Figures> & { figures: Partial<Figures> }

const NO_FIGURES: Figures = {
  contributions: 0,
  replies: 0,
  people: 0,
  hubs: 0,
  agreement: null,
  split: null,
  hourly: [],
}
const summaryOf = ({ figures, ...row }: Row): ThemeSummary => ({ ...NO_FIGURES, ...figures, ...row })

/** The themes of a venue, those with the most people first. */
export async function findThemesFor(tx: Tx, _actor: Actor, venueId: string): Promise<ThemeSummary[]> {
  const rows = await tx.rows<Row>(
    `select ${THEME} from theme as t where t.venue_id = $1 and t.gone_at is null and ${IN_SEEN('t')}
      order by t.pinned desc, (t.figures->>'people')::int desc nulls last, t.id limit $2`,
    [venueId, THEMES_MAX],
  )
  return rows.map(summaryOf)
}

export type ThemeRow = { venueId: string; goneAt: Date | null; subthemes: { label: string }[]; summary: ThemeSummary }

/** A theme that the asker may see, also one that is gone. */
export async function findThemeFor(tx: Tx, _actor: Actor, id: string): Promise<ThemeRow | undefined> {
  const row = await tx.row<Row & { venueId: string; goneAt: Date | null; subthemes: { label: string }[] }>(
    `select ${THEME}, t.venue_id as "venueId", t.gone_at as "goneAt", t.subthemes from theme as t
      where t.id = $1 and ${IN_SEEN('t')}`,
    [id],
  )
  if (!row) return undefined
  const { venueId, goneAt, subthemes, ...rest } = row
  return { venueId, goneAt, subthemes, summary: summaryOf(rest) }
}

type ListFigures = Pick<ThemesView, 'contributions' | 'unsorted' | 'ties'>
type Measures = Pick<ThemesView, 'lenses' | 'activity'>

const NO_LIST: ListFigures = {
  contributions: 0,
  unsorted: 0,
  ties: [],
}
const NO_MEASURES: Measures = {
  lenses: { rising: [], leastHeard: [], unresolved: [] },
  activity: { people: 0, posts: 0, topHundredth: null, topTenth: null },
}

/** What was counted and measured of a venue's list of themes. */
export async function findListFigures(
  tx: Tx,
  venueId: string,
): Promise<ListFigures & Measures & { revision: number; computedAt: string | null }> {
  const row = await tx.row<{
    revision: number
    computedAt: string | null
    figures: Partial<ListFigures>
    measures: Partial<Measures>
  }>(
    `select revision, iso(computed_at) as "computedAt", figures,
       measures - '{small,smallAt}'::text[] as measures from theme_state as s where s.venue_id = $1`,
    [venueId],
  )
  const counted = { ...NO_LIST, ...row?.figures, ...NO_MEASURES, ...row?.measures }
  return { ...counted, revision: row?.revision ?? 0, computedAt: row?.computedAt ?? null }
}

/** How many themes the asker has read something of, and how many of those have contributions since. Null: nothing is kept
 *  of what she reads, or nobody asks. */
export async function findProgressFor(tx: Tx, actor: Actor, venueId: string): Promise<ThemesView['progress']> {
  if (!actor.personId) return null
  const row = await tx.row<{ seen: number; changed: number; kept: boolean }>(
    `with mine as (select p.theme_id, max(m.seen_at) as seen_at from (${MY_THREADS}) as m
       join theme_place as p on p.contribution_id = m.thread_id group by p.theme_id)
     select count(*)::int as seen, count(*) filter (where exists (
         select from theme_place as p join contribution as c on c.id = p.contribution_id
          where p.theme_id = t.id and c.posted_at > m.seen_at and c.author_id is distinct from $2))::int as changed,
       not exists (select from reading_stopped where person_id = $2) as kept
       from mine as m join theme as t on t.id = m.theme_id and t.gone_at is null and ${IN_SEEN('t')}`,
    [venueId, actor.personId],
  )
  return row?.kept ? { seen: row.seen, changed: row.changed } : null
}

/** What became of the themes of a venue, or of one theme, newest first. */
export async function findChanges(tx: Tx, of: { venueId: string; themeId?: string }): Promise<ThemeChange[]> {
  return tx.rows<ThemeChange>(
    `select h.id, iso(h.at) as at, h.kind, h.theme_id as "themeId", h.name,
       (select coalesce(json_agg(json_build_object('themeId', o.id, 'name', left(coalesce(o.name, o.label), 120),
          'contributions', (part.value->>'contributions')::int)), '[]')
          from jsonb_array_elements(h.parts) as part join theme as o on o.id = (part.value->>'themeId')::uuid) as parts,
       h.from_words as "from", h.to_words as "to", left(p.name, 120) as by,
       a.id is not null and a.undone_at is null and h.kind <> 'undone' as undoable
       from theme_change as h left join theme_act as a on a.id = h.act_id left join person as p on p.id = h.by_person
      where h.venue_id = $1 and ($2::uuid is null or h.theme_id = $2) and ${IN_SEEN('h')}
      order by h.at desc, h.id desc limit $3`,
    [of.venueId, of.themeId ?? null, CHANGES_SHOWN],
  )
}

/** Of a fold the earliest in this list alone (index contribution_fold). */
const FIRST_HERE = `(c.fold_id is null or c.fold_id = c.id or not exists (
            select from contribution as e left join theme_place as q on q.contribution_id = e.id
              left join theme as s on s.id = q.theme_id and s.gone_at is null
             where e.fold_id = c.fold_id and s.id is not distinct from t.id and (e.posted_at, e.id) < (c.posted_at, c.id)))`

export type PlacePage = {
  venueId: string
  themeId: string | null
  before: { at: string; id: string } | undefined
  limit: number
}

/** One page of the contributions of a theme, or of those in none, newest first, as the text of a JSON list. */
export async function findPlacedFor(
  tx: Tx,
  _actor: Actor,
  page: PlacePage,
): Promise<{ items: string; lastAt: string | null; lastId: string | null; size: number }> {
  const row = await tx.row<{ items: string; lastAt: string | null; lastId: string | null; size: number }>(
    `with page as materialized (
       select c.* from contribution as c left join theme_place as p on p.contribution_id = c.id
         left join theme as t on t.id = p.theme_id and t.gone_at is null
        where c.venue_id = $1 and c.parent_id is null and c.retracted_at is null and t.id is not distinct from $2::uuid
          and ${SEEN} and ${FIRST_HERE} and ($3::timestamptz is null or (c.posted_at, c.id) < ($3::timestamptz, $4::uuid))
        order by c.posted_at desc, c.id desc limit $5)
     select coalesce(json_agg(${VIEW} order by c.posted_at desc, c.id desc), '[]')::text as items,
       iso(min(c.posted_at)) as "lastAt", (array_agg(c.id order by c.posted_at, c.id))[1] as "lastId", count(*)::int as size
       from page as c ${JOINS}`,
    [page.venueId, page.themeId, page.before?.at ?? null, page.before?.id ?? null, page.limit],
  )
  return row ?? { items: '[]', lastAt: null, lastId: null, size: 0 }
}

/** The small voices of a venue with their words, in their order; those whose words the asker may not see, or that were taken
 *  back, are left out. Its contributions are a list here: told as rows, they would be joined with all there are. */
export async function findSmallVoicesFor(tx: Tx, _actor: Actor, venueId: string): Promise<SmallVoice[]> {
  return tx.rows<SmallVoice>(
    `select v.value->>'reason' as reason, json_build_object('contributionId', c.id, 'threadId', c.thread_id,
         'sentence', coalesce(c.title, left(c.body, 300))) as voice,
       (v.value->>'contributions')::int as contributions, (v.value->>'people')::int as people, h.name as hub, v.value->>'spoken' as spoken, v.value->>'zone' as zone, t.id as "themeId"
       from theme_state as s cross join jsonb_array_elements(s.measures->'small') with ordinality as v
         cross join lateral (select array(select jsonb_array_elements_text(v.value->'ids')::uuid) as ids offset 0) as o
         cross join lateral (
           select c.* from contribution as c left join exposure as e on e.contribution_id = c.id
            where c.id = any (o.ids) and c.retracted_at is null and ${SEEN}
            order by least(coalesce(e.people, 0), ${EXPOSURE_FLOOR}), array_position(o.ids, c.id) limit 1) as c
         left join hub as h on h.id = (v.value->>'hub')::uuid
         left join theme as t on t.id = (v.value->>'theme')::uuid and t.gone_at is null
      where s.venue_id = $1 order by v.ordinality`,
    [venueId],
  )
}
