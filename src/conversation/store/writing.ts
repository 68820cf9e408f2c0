import { JsonText, type Tx } from '../../platform/index.ts'
import type { ContributionView, VoteValue } from '../contract.ts'
import { type ContributionRow, JOINS_OF_NEW, VIEW_OF_NEW } from './contributions.ts'

export type NewContribution = {
  id: string
  venueId: string
  forumId: string
  threadId: string
  parentId: string | null
  number: number
  path: string
  depth: number
  kind: string
  authorId: string | null
  meetingId: string | null
  title: string | null
  body: string
  html: string
  language: string
  seed: boolean
}

/** The columns that are given, with their types. */
const GIVEN: Readonly<Record<keyof NewContribution, readonly [column: string, type: string]>> = {
  id: ['id', 'uuid'],
  venueId: ['venue_id', 'uuid'],
  forumId: ['forum_id', 'uuid'],
  threadId: ['thread_id', 'uuid'],
  parentId: ['parent_id', 'uuid'],
  number: ['number', 'int'],
  path: ['path', 'text'],
  depth: ['depth', 'int'],
  kind: ['kind', 'text'],
  authorId: ['author_id', 'uuid'],
  meetingId: ['meeting_id', 'uuid'],
  title: ['title', 'text'],
  body: ['body', 'text'],
  html: ['html', 'text'],
  language: ['language', 'text'],
  seed: ['seed', 'boolean'],
}
const FIELDS = Object.keys(GIVEN) as (keyof NewContribution)[]
const INSERT = `insert into contribution (posted_at, ${FIELDS.map((field) => GIVEN[field][0]).join(', ')})
  select $1, n.* from unnest(${FIELDS.map((field, at) => `$${at + 2}::${GIVEN[field][1]}[]`).join(', ')}) as n returning *`

/** Sent with whatever comes next in the transaction, or with the commit; gives their views when that has happened. */
export function insertContributions(tx: Tx, made: readonly NewContribution[]): Promise<JsonText<ContributionView>>[] {
  const written = tx.later<{ id: string; view: string }>(
    `with c as (${INSERT}) select c.id, ${VIEW_OF_NEW}::text as view from c ${JOINS_OF_NEW}`,
    [tx.now, ...FIELDS.map((field) => made.map((one) => one[field]))],
  )
  return made.map(async ({ id }) => new JsonText((await written).find((row) => row.id === id)?.view ?? 'null'))
}

/** The same for one. */
export async function insertContribution(tx: Tx, made: NewContribution): Promise<JsonText<ContributionView>> {
  return (await insertContributions(tx, [made])[0]) ?? new JsonText('null')
}

type Counted = { replies: number; revision: number }

/** Counts a reply on the contribution it stands under. The row stays held to the end of the transaction, so that the
 *  replies of one thread get their numbers one after the other. */
export async function countReply(tx: Tx, contributionId: string): Promise<Counted> {
  const row = await tx.row<Counted>(
    `update contribution set replies = replies + 1, revision = revision + 1,
       last_reply_at = greatest(last_reply_at, $2) where id = $1 returning replies, revision`,
    [contributionId, tx.now],
  )
  if (!row) throw new Error(`contribution ${contributionId} vanished while it was answered`)
  return row
}

/** What somebody has said of the language stays. */
const LANGUAGE = 'language = case when language_said then language else $5 end'

export type Edit = { title: string | null; body: string; html: string; language: string }

/** Keeps the version that was, writes the new one and gives its revision. */
export async function saveEdit(tx: Tx, old: ContributionRow, edit: Edit): Promise<number> {
  await tx.rows(
    'insert into contribution_version (contribution_id, version, title, body, html, at) values ($1, $2, $3, $4, $5, $6)',
    [old.id, old.version, old.title, old.body, old.html, old.editedAt ?? old.postedAt],
  )
  return changed(
    await tx.row<{ revision: number }>(
      `update contribution set title = $2, body = $3, html = $4, ${LANGUAGE}, version = version + 1, edited_at = $6,
         revision = revision + 1 where id = $1 returning revision`,
      [old.id, edit.title, edit.body, edit.html, edit.language, tx.now],
    ),
  )
}

export async function saveLanguage(tx: Tx, id: string, language: string): Promise<number> {
  return changed(
    await tx.row<{ revision: number }>(
      'update contribution set language = $2, language_said = true, revision = revision + 1 where id = $1 returning revision',
      [id, language],
    ),
  )
}

/** Erases the words, all earlier versions and what was being written to change them; the row keeps the thread readable. */
export async function eraseWords(tx: Tx, id: string, personId: string): Promise<number> {
  await tx.rows('delete from contribution_version where contribution_id = $1', [id])
  await tx.rows('delete from draft where person_id = $1 and place = $2', [personId, `edit:${id}`])
  return changed(
    await tx.row<{ revision: number }>(
      `update contribution set title = null, body = '', html = '', retracted_at = $2, revision = revision + 1
        where id = $1 returning revision`,
      [id, tx.now],
    ),
  )
}

function changed(row: { revision: number } | undefined): number {
  if (!row) throw new Error('a contribution vanished while it was changed')
  return row.revision
}

export async function findVote(tx: Tx, contributionId: string, personId: string): Promise<VoteValue | null> {
  const row = await tx.row<{ value: VoteValue }>(
    'select value from vote where contribution_id = $1 and person_id = $2',
    [contributionId, personId],
  )
  return row?.value ?? null
}

export type VoteChange = {
  contributionId: string
  venueId: string
  personId: string
  old: VoteValue | null
  value: VoteValue | null
}
export type VotesNow = { agree: number; disagree: number; pass: number; revision: number }

/** Writes the one vote of a person and the contribution's counts. The contribution must be held. */
export async function saveVote(tx: Tx, change: VoteChange): Promise<VotesNow> {
  const { contributionId, venueId, personId, old, value } = change
  if (value === null) {
    await tx.rows('delete from vote where contribution_id = $1 and person_id = $2', [contributionId, personId])
  } else {
    await tx.rows(
      `insert into vote (contribution_id, person_id, venue_id, value, at) values ($1, $2, $3, $4, $5)
       on conflict (contribution_id, person_id) do update set value = excluded.value, at = excluded.at`,
      [contributionId, personId, venueId, value, tx.now],
    )
  }
  const step = (of: VoteValue): number => Number(value === of) - Number(old === of)
  const row = await tx.row<VotesNow>(
    `update contribution set agree = agree + $2, disagree = disagree + $3, pass = pass + $4, revision = revision + 1
      where id = $1 returning agree, disagree, pass, revision`,
    [contributionId, step('agree'), step('disagree'), step('pass')],
  )
  if (!row) throw new Error('a contribution vanished while it was voted on')
  return row
}

export async function saveFavourite(
  tx: Tx,
  kept: { personId: string; contributionId: string; venueId: string; favourite: boolean },
): Promise<void> {
  const { personId, contributionId, venueId, favourite } = kept
  if (!favourite) {
    await tx.rows('delete from favourite where person_id = $1 and contribution_id = $2', [personId, contributionId])
    return
  }
  await tx.rows(
    'insert into favourite (person_id, contribution_id, venue_id, at) values ($1, $2, $3, $4) on conflict do nothing',
    [personId, contributionId, venueId, tx.now],
  )
}

export type VersionRow = { version: number; title: string | null; html: string; at: string }

export async function findVersions(tx: Tx, contributionId: string): Promise<VersionRow[]> {
  return tx.rows<VersionRow>(
    `select version, title, html, iso(at) as at from contribution_version where contribution_id = $1
      order by version limit 1000`,
    [contributionId],
  )
}
