import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
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

export type Uses = {
  readonly number: number
  readonly uses: readonly { chapter: 'themes' | 'opinions' | 'voices'; theme: string | null }[]
}

/** Where the latest published edition of its jam uses a contribution that the asker may see; undefined without an edition. */
export async function findUsesFor(tx: Tx, _actor: Actor, contributionId: string): Promise<Uses | undefined> {
  return tx.row<Uses>(
    `select e.number, coalesce((select r.uses from report_citation as r where r.contribution_id = c.id and r.edition_id = e.id), '[]')
       as uses
       from contribution as c join report_edition as e on e.jam_id = c.venue_id and e.number > 0 and e.hash is not null
      where c.id = $1 and ${SEEN} order by e.number desc limit 1`,
    [contributionId],
  )
}
