import type { Tx } from '../../platform/index.ts'
import type { ThemeLine, ThemePlaceLine } from '../rules/theme-lines.ts'

// The themes of a jam that a poll or an answer is about, out of the database into its file and back (role jobs). All others are
// found anew where the file is imported; these are begun from, so that they stay who they are.

const SPOKEN_OF = `t.venue_id = $1 and t.gone_at is null and t.id in (
  select p.place_id from poll as p where p.venue_id = $1 and p.place = 'theme' and p.ended_by is distinct from 'withdrawn'
  union all select m.subject_id from matter as m where m.jam_id = $1 and m.kind = 'theme')` // index poll_place, matter_jam_id_kind_subject_id_key

export async function findThemeLines(tx: Tx, jamId: string): Promise<ThemeLine[]> {
  return tx.rows<ThemeLine>(
    `select 'theme' as type, t.id, t.language, t.label, t.name, t.pinned, iso(t.born_at) as "bornAt"
       from theme as t where ${SPOKEN_OF} order by t.id`,
    [jamId],
  )
}

export async function findThemePlaceLines(tx: Tx, jamId: string): Promise<ThemePlaceLine[]> {
  return tx.rows<ThemePlaceLine>(
    `select 'theme-place' as type, p.theme_id as theme, p.contribution_id as contribution
       from theme as t join theme_place as p on p.theme_id = t.id join contribution as c on c.id = p.contribution_id
      where ${SPOKEN_OF} and c.retracted_at is null order by p.theme_id, p.contribution_id`, // index theme_place_theme
    [jamId],
  )
}

export async function insertThemeLines(tx: Tx, jamId: string, lines: readonly ThemeLine[]): Promise<void> {
  await tx.rows(
    `insert into theme (id, venue_id, language, label, name, pinned, born_at)
     select r.id, $2, r.language, r.label, r.name, r.pinned, r."bornAt" from json_to_recordset($1)
       as r (id uuid, language text, label text, name text, pinned boolean, "bornAt" timestamptz)`,
    [JSON.stringify(lines), jamId],
  )
}

/** As a computation had put them there. */
export async function insertThemePlaceLines(tx: Tx, jamId: string, lines: readonly ThemePlaceLine[]): Promise<void> {
  await tx.rows(
    `insert into theme_place (contribution_id, venue_id, theme_id, provisional)
     select r.contribution, $2, r.theme, false from json_to_recordset($1) as r (contribution uuid, theme uuid)`,
    [JSON.stringify(lines), jamId],
  )
}
