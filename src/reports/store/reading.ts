import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { Use } from '../contract.ts'
import type { Written } from '../rules/corpus.ts'
import type { EarlierRow } from './gather.ts'

const SEEN = 'c.venue_id = any ((select seen_venues())::uuid[])'

const WRITTEN = `c.id, c.thread_id as root, c.parent_id as parent, c.kind, c.title, c.body, c.language, c.seed, c.version,
  case when c.retracted_at is null then c.author_id end as author, iso(c.posted_at) as "postedAt",
  iso(c.retracted_at) as "retractedAt"`

/** These contributions as the asker may see them. */
export async function findWrittenFor(tx: Tx, _actor: Actor, ids: readonly string[]): Promise<Written[]> {
  return tx.rows<Written>(`select ${WRITTEN} from contribution as c where c.id = any ($1::uuid[]) and ${SEEN}`, [ids])
}

/** Their earlier versions. */
export async function findEarlierFor(tx: Tx, _actor: Actor, ids: readonly string[]): Promise<EarlierRow[]> {
  return tx.rows<EarlierRow>(
    `select v.contribution_id as id, v.version, v.title, v.body from contribution_version as v
       join contribution as c on c.id = v.contribution_id where c.id = any ($1::uuid[]) and ${SEEN}`,
    [ids],
  )
}

export type MineRow = Pick<Written, 'id' | 'root' | 'kind' | 'postedAt'> & { readonly title: string }

const MINE_MAX = 5_000

/** What the asker wrote in a jam and did not take back, oldest first; a reply with its first words, the latest 5,000. */
export async function findMineFor(tx: Tx, actor: Actor, jamId: string): Promise<MineRow[]> {
  const rows = await tx.rows<MineRow>(
    `select c.id, c.thread_id as root, c.kind, iso(c.posted_at) as "postedAt", coalesce(c.title, left(c.body, 160)) as title
       from contribution as c where c.author_id = $1 and c.venue_id = $2 and c.retracted_at is null and ${SEEN}
      order by c.posted_at desc, c.id desc limit $3`, // index contribution_author
    [actor.personId, jamId, MINE_MAX],
  )
  return rows.reverse()
}

const USED_MAX = 200

/** Where an edition uses a contribution that the asker may see and the replies below it, in the order of the thread. */
export async function findUsesFor(
  tx: Tx,
  _actor: Actor,
  { editionId, contributionId }: { editionId: string; contributionId: string },
): Promise<{ id: string; reply: number; uses: Use[] }[]> {
  return tx.rows(
    `select c.id, c.number as reply, (select json_agg(json_build_object('chapter', u.value->>'chapter',
         'theme', case when u.value->>'theme' is null then null else json_build_object('id', u.value->>'theme',
           'name', (select coalesce(t.name, t.label) from theme as t where t.id = (u.value->>'theme')::uuid)) end) order by u.at)
         from jsonb_array_elements(r.uses) with ordinality as u (value, at)) as uses
       from contribution as c join report_citation as r on r.contribution_id = c.id and r.edition_id = $2
      where (c.id = $1 or c.thread_id = $1) and jsonb_array_length(r.uses) > 0 and ${SEEN}
      order by c.number limit ${USED_MAX}`, // index contribution_thread_number
    [contributionId, editionId],
  )
}
