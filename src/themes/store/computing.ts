import type { themes } from '../../analysis/index.ts'
import { newId, type Tx } from '../../platform/index.ts'
import type { Act } from '../rules/honour-acts.ts'
import type { FoundTheme, Stands, ThemeText } from '../worker/asked.ts'

const TEXT = `c.id, c.thread_id as root, case when c.title is null then c.body else c.title || e'\\n' || c.body end as text,
  case when c.seed then null else c.author_id end as author, c.language, p.home_hub_id as "group", w.theme_id as theme,
  coalesce(not w.provisional, false) as settled`
const WHOSE = `left join person as p on p.id = c.author_id left join theme_place as w on w.contribution_id = c.id`

/** Marks what has no themes yet, and what heard something new; the next round computes it. */
export async function markNewVenues(tx: Tx): Promise<void> {
  await tx.rows(
    `insert into theme_state (venue_id, stale_at) select v.id, $1 from venue as v
      where not exists (select from theme_state as s where s.venue_id = v.id) on conflict do nothing`,
    [tx.now],
  )
}

/** Marks those in which people may write now. */
export async function markActive(tx: Tx): Promise<void> {
  await tx.rows(
    `update theme_state as s set stale_at = $1 from venue as v
      where v.id = s.venue_id and v.visible and v.accepts <> 'nothing' and s.stale_at is null`,
    [tx.now],
  )
}

/** The conversations have something that their last computation did not know: nor, it may be, the one under way. */
export async function markStale(tx: Tx, venueIds: readonly string[]): Promise<void> {
  await tx.rows(
    `insert into theme_state (venue_id, stale_at) select v.id, $2::timestamptz from venue as v
      where v.id = any ($1::uuid[]) order by v.id
     on conflict (venue_id) do update set stale_at = greatest(theme_state.stale_at, excluded.stale_at)`,
    [venueIds, tx.now],
  )
}

/** New contributions wait for their first place. */
export async function addWaiting(tx: Tx, contributionIds: readonly string[]): Promise<void> {
  await tx.rows(
    `insert into theme_place (contribution_id, venue_id, waiting) select c.id, c.venue_id, true from contribution as c
      where c.id = any ($1::uuid[]) and c.parent_id is null on conflict do nothing`,
    [contributionIds],
  )
}

export type DueRule = {
  /** A conversation of fewer contributions has no themes yet. */
  readonly least: number
  /** What is new since the last computation waits no longer than until then, */
  readonly before: Date
  /** or only until then, when that is this share of all, or when nothing more may be written: the report waits for it. */
  readonly beforeGrown: Date
  readonly grownShare: number
}

/** Venues to compute now: something is new, and the last time is long enough ago; the longest ago comes first. */
export async function findVenuesToCompute(tx: Tx, rule: DueRule): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select s.venue_id as id from theme_state as s
      where s.stale_at is not null
        and (s.computed_at is null or s.computed_at <= $1 or s.computed_at <= $3 and (
          exists (select from venue as v where v.id = s.venue_id and v.accepts = 'nothing') or (select count(*) from theme_place as p where p.venue_id = s.venue_id and p.provisional)
            >= $4::float8 * coalesce((s.figures->>'contributions')::int, 0)))
        and (select count(*) from (select from contribution as c where c.venue_id = s.venue_id and c.parent_id is null
          and c.retracted_at is null limit $2) as few) >= $2
      order by s.computed_at nulls first limit 50`, // index theme_place_unsettled
    [rule.before, rule.least, rule.beforeGrown, rule.grownShare],
  )
  return rows.map(({ id }) => id)
}

/** Hands on all texts of a venue that still have words, in the order of their arrival, so many at a time. */
export async function readTexts(
  tx: Tx,
  venueId: string,
  { page, hand }: { page: number; hand: (texts: ThemeText[]) => void },
): Promise<void> {
  await tx.rows(
    `declare texts no scroll cursor for select ${TEXT} from contribution as c ${WHOSE}
      where c.venue_id = $1 and c.retracted_at is null order by c.posted_at, c.id`,
    [venueId],
  )
  for (;;) {
    const texts = await tx.rows<ThemeText>(`fetch ${Math.trunc(page)} from texts`)
    hand(texts)
    if (texts.length < page) break
  }
  await tx.rows('close texts')
}

/** Those of these texts that still have words, in the order of their arrival. */
export async function findTexts(tx: Tx, ids: readonly string[]): Promise<ThemeText[]> {
  return tx.rows<ThemeText>(
    `select ${TEXT} from contribution as c ${WHOSE} where c.id = any ($1::uuid[]) and c.retracted_at is null
      order by c.posted_at, c.id`,
    [ids],
  )
}

/** Contributions that wait for their first place. */
export async function findWaiting(tx: Tx, most: number): Promise<{ id: string; venueId: string }[]> {
  return tx.rows(
    `select contribution_id as id, venue_id as "venueId" from theme_place where waiting
      order by venue_id, contribution_id limit $1`, // index theme_place_waiting
    [most],
  )
}

/** Writes provisional places; what a host has placed meanwhile stays. */
export async function savePlaces(tx: Tx, ids: readonly string[], places: readonly (string | null)[]): Promise<void> {
  await tx.rows(
    `update theme_place as p set theme_id = t.id, provisional = true, waiting = false
       from unnest($1::uuid[], $2::uuid[]) as n (id, theme) left join theme as t on t.id = n.theme and t.gone_at is null
      where p.contribution_id = n.id and p.waiting`,
    [ids, places],
  )
}

export type StandingTheme = { id: string; label: string; name: string | null; pinned: boolean; x: number; y: number }

/** The themes that stand: what the next computation starts from. */
export async function findStandingThemes(tx: Tx, venueId: string): Promise<StandingTheme[]> {
  return tx.rows<StandingTheme>(
    `select t.id, t.label, t.name, t.pinned, t.x, t.y from theme as t
      where t.venue_id = $1 and t.gone_at is null order by t.born_at, t.id`,
    [venueId],
  )
}

/** Where contributions stand that no computation has put there. */
export async function findMoved(tx: Tx, venueId: string): Promise<(Stands & { byHost: boolean })[]> {
  return tx.rows(
    `select contribution_id as id, theme_id as theme, by_host as "byHost" from theme_place
      where venue_id = $1 and (provisional or by_host)`, // index theme_place_unsettled
    [venueId],
  )
}

/** What hosts did about places and have not undone, in its order. */
export async function findActs(tx: Tx, venueId: string): Promise<Act[]> {
  return tx.rows<Act>(
    `select kind, facts->'moved' as moved, facts->>'anchor' as anchor from theme_act
      where venue_id = $1 and undone_at is null and kind in ('merge', 'split', 'move') order by at, id`,
    [venueId],
  )
}

/** Writes the themes that were found; those that are in neither list are gone. */
export async function saveThemes(
  tx: Tx,
  venueId: string,
  { found, keep }: { found: readonly Omit<FoundTheme, 'voices'>[]; keep: readonly string[] },
): Promise<void> {
  await tx.rows(
    `insert into theme (id, venue_id, language, label, voices, subthemes, born_at)
     select f.id, $1, f.language, f.label, f.voices, f.subthemes, $2
       from json_to_recordset($3::json) as f (id uuid, language text, label text, voices jsonb, subthemes jsonb)
     on conflict (id) do update set label = excluded.label, voices = excluded.voices, subthemes = excluded.subthemes,
       gone_at = null`,
    [venueId, tx.now, JSON.stringify(found)],
  )
  await tx.rows(
    `update theme set gone_at = $2 where venue_id = $1 and gone_at is null and not pinned and not id = any ($3::uuid[])`,
    [venueId, tx.now, [...found.map(({ id }) => id), ...keep]],
  )
}

/** Where the themes stand on the map. */
export async function savePoints(tx: Tx, points: readonly { id: string; x: number; y: number }[]): Promise<void> {
  await tx.rows(
    `update theme as t set x = p.x, y = p.y from unnest($1::uuid[], $2::float8[], $3::float8[]) as p (id, x, y)
      where t.id = p.id`,
    [points.map(({ id }) => id), points.map(({ x }) => x), points.map(({ y }) => y)],
  )
}

export type Place = { id: string; theme: string | null; subtheme: string | null; byHost: boolean }

const ROWS_AT_ONCE = 5_000

/** Writes where contributions stand now. */
export async function saveFoundPlaces(tx: Tx, venueId: string, places: readonly Place[]): Promise<void> {
  for (let at = 0; at < places.length; at += ROWS_AT_ONCE) {
    const rows = places.slice(at, at + ROWS_AT_ONCE)
    await tx.rows(
      `insert into theme_place as p (contribution_id, venue_id, theme_id, subtheme, provisional, by_host)
       select c.id, $1, t.id, n.subtheme, false, n.by_host
         from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bool[]) as n (id, theme, subtheme, by_host)
         join contribution as c on c.id = n.id left join theme as t on t.id = n.theme and t.gone_at is null
       on conflict (contribution_id) do update set theme_id = excluded.theme_id, subtheme = excluded.subtheme,
         provisional = false, by_host = excluded.by_host, waiting = false
       where (p.theme_id, p.subtheme, p.provisional, p.by_host, p.waiting)
         is distinct from (excluded.theme_id, excluded.subtheme, false, excluded.by_host, false)`,
      [
        venueId,
        rows.map(({ id }) => id),
        rows.map(({ theme }) => theme),
        rows.map(({ subtheme }) => subtheme),
        rows.map(({ byHost }) => byHost),
      ],
    )
  }
  // Words taken back stand nowhere.
  await tx.rows(
    `update theme_place as p set theme_id = null, subtheme = null, waiting = false, provisional = false
       from contribution as c where c.id = p.contribution_id and p.venue_id = $1 and c.retracted_at is not null
        and (p.theme_id is not null or p.waiting or p.provisional)`,
    [venueId],
  )
}

/** Tells what became of the themes. */
export async function saveMachineChanges(tx: Tx, venueId: string, changes: readonly themes.ThemeChange[]) {
  const rows = changes.map((change) => {
    const parts = change.kind === 'split' ? change.into : change.kind === 'merged' ? change.from : []
    const counted = parts.map(({ theme, texts }) => ({ themeId: theme, contributions: texts }))
    const words = change.kind === 'renamed' ? { from: change.from, to: change.to } : {}
    return { id: newId(), theme: change.theme, kind: change.kind, parts: counted, ...words }
  })
  await tx.rows(
    `insert into theme_change (id, venue_id, theme_id, at, kind, name, parts, from_words, to_words)
     select n.id, $1, t.id, $2, n.kind, left(coalesce(t.name, t.label), 120), n.parts, left(n.from, 120), left(n.to, 120)
       from json_to_recordset($3::json) as n (id uuid, theme uuid, kind text, parts jsonb, "from" text, "to" text)
       join theme as t on t.id = n.theme`,
    [venueId, tx.now, JSON.stringify(rows)],
  )
}

/** The venue is computed as of when its texts were read; what was marked since is still to be done. */
export async function saveComputed(tx: Tx, venueId: string, readAt: Date): Promise<void> {
  await tx.rows(
    `update theme_state set computed_at = $2, stale_at = case when stale_at >= $3 then stale_at end where venue_id = $1`,
    [venueId, tx.now, readAt],
  )
}
