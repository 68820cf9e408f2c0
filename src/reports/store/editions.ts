import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { EditionKind } from '../rules/report.ts'

export type EditionRow = {
  readonly id: string
  readonly number: number
  readonly kind: EditionKind
  readonly madeAt: string
  readonly hash: string | null
  readonly refused: string | null
}

const ROW = `e.id, e.number, e.kind, iso(e.made_at) as "madeAt", e.hash, e.refused`

/** The editions of a jam that the asker may read, newest first; the live draft, for hosts, last. */
export async function findEditionsFor(tx: Tx, _actor: Actor, jamId: string): Promise<EditionRow[]> {
  return tx.rows<EditionRow>(
    `select ${ROW} from report_edition as e where e.jam_id = $1 order by e.number desc limit 100`,
    [jamId],
  )
}

export async function findEditionFor(
  tx: Tx,
  _actor: Actor,
  of: { jamId: string; number: number },
): Promise<EditionRow | undefined> {
  return tx.row<EditionRow>(`select ${ROW} from report_edition as e where e.jam_id = $1 and e.number = $2`, [
    of.jamId,
    of.number,
  ])
}

/** What an edition says, as it was made. */
export async function findModelFor(tx: Tx, _actor: Actor, editionId: string): Promise<string | undefined> {
  return (await tx.row<{ model: string }>('select model from report_edition where id = $1', [editionId]))?.model
}

export type FileKey = { readonly editionId: string; readonly form: string; readonly language: string }

export async function findFileFor(tx: Tx, _actor: Actor, key: FileKey): Promise<Buffer | undefined> {
  const text = 'select bytes from report_file where edition_id = $1 and form = $2 and language = $3' // primary key
  return (await tx.row<{ bytes: Buffer }>(text, [key.editionId, key.form, key.language]))?.bytes
}

export type NewEdition = {
  readonly id: string
  readonly jamId: string
  readonly number: number
  readonly kind: EditionKind
  readonly asked: number | null
  readonly madeAt: string
  readonly model: string
}

/** Keeps an edition without its files. The live draft takes the place of the former one. */
export async function insertEdition(tx: Tx, edition: NewEdition): Promise<void> {
  if (edition.number === 0)
    await tx.rows('delete from report_edition where jam_id = $1 and number = 0', [edition.jamId])
  await tx.rows(
    'insert into report_edition (id, jam_id, number, kind, asked, made_at, model) values ($1, $2, $3, $4, $5, $6, $7)',
    [edition.id, edition.jamId, edition.number, edition.kind, edition.asked, edition.madeAt, edition.model],
  )
}

export type SetFile = { readonly form: string; readonly language: string; readonly bytes: Uint8Array }

/** Keeps the files of an edition in place of earlier ones. */
export async function saveFiles(
  tx: Tx,
  editionId: string,
  made: { hash: string; files: readonly SetFile[] },
): Promise<void> {
  await tx.rows('delete from report_file where edition_id = $1', [editionId])
  for (const { form, language, bytes } of made.files) {
    await tx.rows('insert into report_file (edition_id, form, language, bytes) values ($1, $2, $3, $4)', [
      editionId,
      form,
      language,
      Buffer.from(bytes),
    ])
  }
  await tx.rows('update report_edition set hash = $2, refused = null where id = $1', [editionId, made.hash])
}

/** What an edition says from now on: words that were taken back are in it no more. */
export async function saveModel(tx: Tx, editionId: string, model: string): Promise<void> {
  await tx.rows('update report_edition set model = $2 where id = $1', [editionId, model])
}

export async function saveRefused(tx: Tx, editionId: string, why: string): Promise<void> {
  await tx.rows('update report_edition set refused = $2 where id = $1', [editionId, why.slice(0, 2_000)])
}

export type CitationRow = { readonly id: string; readonly uses: readonly object[] }

/** Keeps where contributions are used; what is not there (any more) has no link. */
export async function saveCitations(
  tx: Tx,
  of: { editionId: string; jamId: string },
  cited: readonly CitationRow[],
): Promise<void> {
  await tx.rows('delete from report_citation where edition_id = $1', [of.editionId])
  await tx.rows(
    `insert into report_citation (edition_id, jam_id, contribution_id, uses)
     select $1, $2, c.id, r.uses from json_to_recordset($3::json) as r (id uuid, uses jsonb)
       join contribution as c on c.id = r.id and c.venue_id = $2`,
    [of.editionId, of.jamId, JSON.stringify(cited)],
  )
}

/** The latest number of a jam's editions; 0 when there is none. Held, so that two never get the same. */
export async function holdLatest(tx: Tx, jamId: string): Promise<number> {
  await tx.rows('select 1 from jam where id = $1 for update', [jamId])
  const row = await tx.row<{ number: number }>(
    'select coalesce(max(number), 0)::int as number from report_edition where jam_id = $1',
    [jamId],
  )
  return row?.number ?? 0
}

export type Sought = {
  readonly jamId: string
  readonly kind: EditionKind
  readonly asked: number | null
  readonly after: number
}

/** Whether an edition of this kind was made after the one of that number, for this wish or a later one; for any, when `asked`
 *  is null. */
export async function isMade(tx: Tx, { jamId, kind, asked, after }: Sought): Promise<boolean> {
  const row = await tx.row(
    `select 1 from report_edition as e where e.jam_id = $1 and e.kind = $2 and e.number > $3
        and ($4::bigint is null or e.asked >= $4) limit 1`,
    [jamId, kind, after, asked],
  )
  return row !== undefined
}

/** Closed jams without an edition, those that closed last first. */
export async function findUnreported(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select j.id from jam as j where j.phase in ('report', 'archive')
        and not exists (select from report_edition as e where e.jam_id = j.id and e.number > 0)
      order by j.closed_at desc nulls last, j.id limit $1`,
    [limit],
  )
  return rows.map(({ id }) => id)
}

/** Editions whose files are still to be made, oldest first. */
export async function findUnset(tx: Tx, limit: number): Promise<{ id: string; jamId: string }[]> {
  return tx.rows(
    `select id, jam_id as "jamId" from report_edition where hash is null and refused is null
      order by made_at, id limit $1`, // index report_edition_unset
    [limit],
  )
}

export async function findModel(tx: Tx, editionId: string): Promise<string | undefined> {
  return (await tx.row<{ model: string }>('select model from report_edition where id = $1', [editionId]))?.model
}

/** What the latest edition of a jam says, whether or not its files are being made anew. */
export async function findLatestModel(tx: Tx, jamId: string): Promise<string | undefined> {
  const row = await tx.row<{ model: string }>(
    `select e.model from report_edition as e where e.jam_id = $1 and e.number > 0 and e.refused is null
      order by e.number desc limit 1`,
    [jamId],
  )
  return row?.model
}

/** When a jam closed, or came in from a file. */
export async function findClosed(tx: Tx, jamId: string): Promise<Date | undefined> {
  const text =
    'select greatest(j.closed_at, v.created_at) as at from jam as j join venue as v on v.id = j.id where j.id = $1'
  return (await tx.row<{ at: Date }>(text, [jamId]))?.at
}

/** The files of all editions of a jam are to be made anew: something was taken back. A live draft goes as a whole: what it
 *  counted has gone on since, and whoever asks for it is given one of now. */
export async function forgetFiles(tx: Tx, jamIds: readonly string[]): Promise<void> {
  await tx.rows('delete from report_edition where jam_id = any ($1::uuid[]) and number = 0', [jamIds])
  await tx.rows('update report_edition set hash = null where jam_id = any ($1::uuid[])', [jamIds])
}

/** Of these contributions, the jams that have editions and in which they were taken back. */
export async function findJamsOfErased(tx: Tx, contributionIds: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select distinct c.venue_id as id from contribution as c join report_edition as e on e.jam_id = c.venue_id
      where c.id = any ($1::uuid[]) and c.retracted_at is not null`,
    [contributionIds],
  )
  return rows.map(({ id }) => id)
}

/** The jam that the asker may see, by title and question. */
export async function findJamFor(
  tx: Tx,
  _actor: Actor,
  jamId: string,
): Promise<{ title: string; question: string } | undefined> {
  return tx.row(
    'select j.title, j.question from jam as j where j.id = $1 and j.id = any ((select seen_venues())::uuid[])',
    [jamId],
  )
}

/** The latest edition of jams in which nothing was put up for an answer yet. */
export async function findNotPutUp(tx: Tx, limit: number): Promise<{ jamId: string; model: string }[]> {
  return tx.rows(
    `select distinct on (e.jam_id) e.jam_id as "jamId", e.model from report_edition as e
      where e.number > 0 and e.hash is not null and e.refused is null
        and not exists (select from promise_ledger as l where l.jam_id = e.jam_id)
      order by e.jam_id, e.number desc limit $1`,
    [limit],
  )
}
