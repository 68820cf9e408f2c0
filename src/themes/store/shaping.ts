import { SEEN } from '../../conversation/index.ts'
import type { Actor } from '../../kernel/index.ts'
import { newId, type Tx } from '../../platform/index.ts'
import type { PairAct } from '../rules/judge-pairs.ts'

/** What is kept of a host's act, to honour and to undo it. */
export type ActFacts = {
  readonly moved?: readonly {
    readonly from: string | null
    readonly to: string | null
    readonly ids: readonly string[]
  }[]
  readonly anchor?: string | null
  /** The theme that the act made, or that it ended. */
  readonly born?: string
  readonly gone?: string
  readonly from?: string | boolean | null
  readonly to?: string | boolean | null
  /** Two themes of two languages that a host judged. */
  readonly pair?: PairAct['pair']
}

export type NewAct = {
  readonly venueId: string
  readonly themeId: string | null
  readonly kind: 'name' | 'pin' | 'merge' | 'split' | 'move' | 'link' | 'part'
  readonly facts: ActFacts
  readonly by: string
}

export async function insertAct(tx: Tx, act: NewAct): Promise<string> {
  const id = newId()
  await tx.rows(
    `insert into theme_act (id, venue_id, theme_id, kind, facts, by_person, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, act.venueId, act.themeId, act.kind, JSON.stringify(act.facts), act.by, tx.now],
  )
  return id
}

export type NewChange = {
  readonly venueId: string
  readonly themeId: string
  readonly kind: string
  readonly parts?: readonly { readonly themeId: string; readonly contributions: number }[]
  readonly from?: string | null
  readonly to?: string | null
  readonly by: string
  readonly actId: string
}

/** Tells a host's act in the history of a theme, under its name of now. */
export async function insertChange(tx: Tx, change: NewChange): Promise<void> {
  await tx.rows(
    `insert into theme_change (id, venue_id, theme_id, at, kind, name, parts, from_words, to_words, by_person, act_id)
     select $1, t.venue_id, t.id, $3, $4, left(coalesce(t.name, t.label), 120), $5, $6, $7, $8, $9 from theme as t
      where t.id = $2`,
    [
      ...[newId(), change.themeId, tx.now, change.kind, JSON.stringify(change.parts ?? [])],
      ...[change.from ?? null, change.to ?? null, change.by, change.actId],
    ],
  )
}

export async function saveName(tx: Tx, themeId: string, name: string | null): Promise<void> {
  await tx.rows('update theme set name = $2 where id = $1', [themeId, name])
}

export async function savePinned(tx: Tx, themeId: string, pinned: boolean): Promise<void> {
  await tx.rows('update theme set pinned = $2 where id = $1', [themeId, pinned])
}

/** Ends a theme, or brings it back. */
export async function saveGone(tx: Tx, themeId: string, gone: boolean): Promise<void> {
  await tx.rows('update theme set gone_at = $2 where id = $1', [themeId, gone ? tx.now : null])
}

/** A theme out of another, with its words until they are computed. */
export async function insertThemeFrom(tx: Tx, id: string, fromId: string): Promise<void> {
  await tx.rows(
    `insert into theme (id, venue_id, language, label, x, y, born_at)
     select $1, venue_id, language, label, x, y, $3 from theme where id = $2`,
    [id, fromId, tx.now],
  )
}

/** The contributions of a theme, oldest first. */
export async function findMembers(tx: Tx, themeId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    'select contribution_id as id from theme_place where theme_id = $1 order by contribution_id',
    [themeId],
  )
  return rows.map(({ id }) => id)
}

/** The oldest contribution of a theme, if it has one. */
export async function findAnchor(tx: Tx, themeId: string): Promise<string | null> {
  const row = await tx.row<{ id: string }>(
    'select contribution_id as id from theme_place where theme_id = $1 order by contribution_id limit 1', // index theme_place_theme
    [themeId],
  )
  return row?.id ?? null
}

/** Where contributions of a venue that the asker may see stand now; null: in no theme. */
export async function findPlacesFor(
  tx: Tx,
  _actor: Actor,
  { venueId, ids }: { venueId: string; ids: readonly string[] },
): Promise<{ id: string; theme: string | null }[]> {
  return tx.rows(
    `select c.id, t.id as theme from contribution as c left join theme_place as p on p.contribution_id = c.id
       left join theme as t on t.id = p.theme_id and t.gone_at is null
      where c.id = any ($1::uuid[]) and c.venue_id = $2 and c.parent_id is null and c.retracted_at is null and ${SEEN}
      order by c.id`,
    [ids, venueId],
  )
}

/** Puts contributions into a theme, or out of all; where no host put them, the next computation decides. */
export async function putPlaces(
  tx: Tx,
  given: { venueId: string; ids: readonly string[]; to: string | null; byHost: boolean },
) {
  await tx.rows(
    `insert into theme_place (contribution_id, venue_id, theme_id, provisional, by_host)
     select c.id, c.venue_id, $3, not $4::bool, $4 from contribution as c
      where c.id = any ($2::uuid[]) and c.venue_id = $1 and c.parent_id is null
     on conflict (contribution_id) do update set theme_id = excluded.theme_id, subtheme = null,
       provisional = excluded.provisional, by_host = excluded.by_host, waiting = false`,
    [given.venueId, given.ids, given.to, given.byHost],
  )
}

export type ActToUndo = {
  id: string
  venueId: string
  themeId: string | null
  kind: NewAct['kind']
  facts: ActFacts
  undone: boolean
}

/** The act behind a change that the asker may see. */
export async function findActOfChange(tx: Tx, changeId: string): Promise<ActToUndo | undefined> {
  return tx.row<ActToUndo>(
    `select a.id, a.venue_id as "venueId", h.theme_id as "themeId", a.kind, a.facts, a.undone_at is not null as undone
       from theme_change as h join theme_act as a on a.id = h.act_id
      where h.id = $1 and h.venue_id = any ((select seen_venues())::uuid[])`,
    [changeId],
  )
}

export async function saveUndone(tx: Tx, actId: string): Promise<void> {
  await tx.rows('update theme_act set undone_at = $2 where id = $1', [actId, tx.now])
}
