import type { Tx } from '../../platform/index.ts'
import {
  type IdeaLine,
  type IdeaPairLine,
  type IdeaRatingLine,
  type RatingLine,
  TAKEN_BACK,
} from '../rules/idea-lines.ts'

/** SQL that needs `i` (idea). A kept place (nobody made it) says something in its author's own words: once nothing of hers stands
 *  behind it, neither a file nor the name of what was answered says it. */
const IS_TAKEN_BACK = `(i.by_person is null and exists (select from idea_source as s where s.idea_id = i.id)
  and not exists (select from idea_source as s join contribution as c on c.id = s.contribution_id
    where s.idea_id = i.id and s.consent <> 'declined' and c.retracted_at is null))`

/** SQL that needs `m` (matter): what it is called, an idea whose words were taken back as in a file. */
export const MATTER_NAME = `case when m.kind = 'idea' and exists (select from idea as i where i.id = m.subject_id and ${IS_TAKEN_BACK})
  then '${TAKEN_BACK}' else m.name end`

/** The ideas of a jam as its file tells them (role jobs). Standing ideas first, so that those merged into them speak of what
 *  stands above. */
export async function findIdeaLines(tx: Tx, jamId: string): Promise<IdeaLine[]> {
  return tx.rows<IdeaLine>(
    `select 'idea' as type, i.id, case when ${IS_TAKEN_BACK} then '${TAKEN_BACK}' else i.sentence end as sentence, i.language, i.merged_into as "mergedInto", iso(i.withdrawn_at) as "withdrawnAt",
       i.by_person as "by", iso(i.made_at) as "madeAt", i.version,
       (select coalesce(json_agg(json_build_object('contribution', s.contribution_id, 'consent', s.consent)
          order by s.contribution_id), '[]') from idea_source as s where s.idea_id = i.id) as sources
       from idea as i where i.venue_id = $1 order by i.merged_into is not null, i.id`,
    [jamId],
  )
}

/** That the ideas of a jam were rated, once it is counted: one line, none where fewer than five rated (role jobs). */
export async function findRatingLines(tx: Tx, jamId: string): Promise<RatingLine[]> {
  const lines = await tx.rows<RatingLine & { simulated: number }>(
    `select 'rating' as type, ideas, people, iso(counted_at) as "countedAt", simulated from ballot_box
      where jam_id = $1 and counted_at is not null and people >= 5`,
    [jamId],
  )
  return lines.map(({ simulated, ...line }) => {
    const others = line.people - simulated
    return simulated === 0 ? line : { ...line, simulated: others > 0 && others < 5 ? 0 : simulated }
  })
}

/** Ideas that five people and more rated: what fewer said is nobody's to read. */
const ENOUGH = `select e.idea_id from rating_tally as e join ballot_box as b on b.jam_id = e.jam_id and b.people >= 5
  where e.jam_id = $1 and (select sum(n.people) from unnest(e.counts) with ordinality as n (people, at) where n.at > 12) >= 5`

/** How many gave an idea the same, of ideas that five and more rated (role jobs). */
export async function findIdeaRatingLines(tx: Tx, jamId: string): Promise<IdeaRatingLine[]> {
  return tx.rows<IdeaRatingLine>(
    `select 'idea-rating' as type, t.idea_id as idea, (n.at::int - 1) / 12 as impact, (n.at::int - 1) % 12 / 2 as feasibility,
         n.at % 2 = 0 as helps, n.people
       from rating_tally as t cross join unnest(t.counts) with ordinality as n (people, at)
      where t.jam_id = $1 and n.people > 0 and t.idea_id in (${ENOUGH}) order by t.idea_id, n.at`,
    [jamId],
  )
}

/** How those who rated both put ideas that are level, of the same ideas (role jobs). */
export async function findIdeaPairLines(tx: Tx, jamId: string): Promise<IdeaPairLine[]> {
  return tx.rows<IdeaPairLine>(
    `select 'idea-pair' as type, p.idea_id as idea, p.other_id as other, p.before, p.after from rating_pair as p
      where p.jam_id = $1 and p.idea_id in (${ENOUGH}) order by p.idea_id, p.other_id`,
    [jamId],
  )
}
