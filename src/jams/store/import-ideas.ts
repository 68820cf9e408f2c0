import type { Tx } from '../../platform/index.ts'
import type { IdeaLine, IdeaPairLine, IdeaRatingLine, RatingLine } from '../rules/idea-lines.ts'

export async function insertIdeas(tx: Tx, jamId: string, lines: readonly IdeaLine[]): Promise<void> {
  await tx.rows(
    `insert into idea (id, venue_id, sentence, language, merged_into, withdrawn_at, by_person, made_at, version)
     select r.id, $2, r.sentence, r.language, r."mergedInto", r."withdrawnAt", r."by", r."madeAt", r.version
       from json_to_recordset($1) as r (id uuid, sentence text, language text, "mergedInto" uuid,
         "withdrawnAt" timestamptz, "by" uuid, "madeAt" timestamptz, version integer)`,
    [JSON.stringify(lines), jamId],
  )
  const sources = lines.flatMap(({ id, sources: own }) => own.map((source) => ({ ...source, idea: id })))
  await tx.rows(
    `insert into idea_source (idea_id, contribution_id, venue_id, consent)
     select r.idea, r.contribution, $2, r.consent
       from json_to_recordset($1) as r (idea uuid, contribution uuid, consent text)`,
    [JSON.stringify(sources), jamId],
  )
}

/** A rating that was counted elsewhere: its results are made again from its tallies. */
export async function insertRating(tx: Tx, jamId: string, [line]: readonly RatingLine[]): Promise<void> {
  if (!line) return
  await tx.rows('insert into ballot_box (jam_id, ideas, people, counted_at, simulated) values ($1, $2, $3, $4, $5)', [
    ...[jamId, line.ideas, line.people, line.countedAt, line.simulated ?? 0],
  ])
}

/** The lines of one idea may come in two parts. */
export async function insertTallies(tx: Tx, jamId: string, lines: readonly IdeaRatingLine[]): Promise<void> {
  await tx.rows(
    `with r as materialized (select n.idea, n.impact * 12 + n.feasibility * 2 + n.helps::integer as kind, n.people
         from json_to_recordset($1) as n (idea uuid, impact integer, feasibility integer, helps boolean, people integer))
     insert into rating_tally (jam_id, idea_id, counts)
     select $2, i.idea, array_agg(coalesce(r.people, 0) order by k.kind)
       from (select distinct r.idea from r) as i cross join generate_series(0, 71) as k (kind)
       left join r on r.idea = i.idea and r.kind = k.kind group by i.idea
     on conflict (jam_id, idea_id) do update
       set counts = array(select a + b from unnest(rating_tally.counts, excluded.counts) with ordinality as u (a, b, at) order by at)`,
    [JSON.stringify(lines), jamId],
  )
}

export async function insertPairs(tx: Tx, jamId: string, lines: readonly IdeaPairLine[]): Promise<void> {
  await tx.rows(
    `insert into rating_pair (jam_id, idea_id, other_id, before, after)
     select $2, r.idea, r.other, r.before, r.after
       from json_to_recordset($1) as r (idea uuid, other uuid, before integer, after integer)`,
    [JSON.stringify(lines), jamId],
  )
}
