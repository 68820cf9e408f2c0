import { JOINS, SEEN, VIEW } from '../../conversation/index.ts'
import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { ThemeView } from '../contract.ts'

const TOP = 5

/** Replies of a kind in the threads of a theme: those with the most agreement first, or only those without an answer. Of
 *  each person the best one alone, so that nobody fills the list; where nobody is known each stands for itself. */
export async function findRepliesFor(
  tx: Tx,
  _actor: Actor,
  of: { themeId: string; kind: 'build' | 'objection' | 'question' },
): Promise<ThemeView['strongestBuilds']> {
  const row = await tx.row<{ items: ThemeView['strongestBuilds'] }>(
    `with best as (
       select distinct on (coalesce(c.author_id, c.id)) c.*
         from theme_place as t join contribution as c on c.thread_id = t.contribution_id
        where t.theme_id = $1 and c.kind = $2 and c.retracted_at is null and ($2 <> 'question' or c.replies = 0) and ${SEEN}
        order by coalesce(c.author_id, c.id), c.agree - c.disagree desc, c.replies desc, c.posted_at, c.id),
     top as materialized (select c.* from best as c order by c.agree - c.disagree desc, c.replies desc, c.posted_at, c.id limit $3)
     select coalesce(json_agg(${VIEW} order by c.agree - c.disagree desc, c.replies desc, c.posted_at, c.id), '[]') as items
       from top as c ${JOINS}`,
    [of.themeId, of.kind, TOP],
  )
  return row?.items ?? []
}

/** How a theme grew, in at most 100 equal steps, and which hubs its people are of. */
export async function findGrowthFor(
  tx: Tx,
  _actor: Actor,
  themeId: string,
): Promise<Pick<ThemeView, 'timeline' | 'hubs' | 'subthemes'>> {
  const row = await tx.row<Pick<ThemeView, 'timeline' | 'hubs' | 'subthemes'>>(
    `with said as materialized (
       select c.parent_id, t.subtheme, c.posted_at, case when c.seed then null else c.author_id end as author_id
         from theme_place as t join contribution as c on c.thread_id = t.contribution_id
        where t.theme_id = $1 and c.retracted_at is null and ${SEEN}),
     span as (select min(posted_at) as first,
       greatest(ceil(extract(epoch from max(posted_at) - min(posted_at)) / 99 / 3600) * 3600, 3600) as seconds from said),
     steps as (select floor(extract(epoch from posted_at - first) / seconds) as n, count(*) filter (where parent_id is null)::int
         as contributions, count(distinct author_id)::int as people from said cross join span group by 1)
     select (select coalesce(json_agg(json_build_object('at', iso(first + n * seconds * interval '1 second'),
           'contributions', contributions, 'people', people) order by n), '[]') from steps cross join span) as timeline,
       (select coalesce(json_agg(json_build_object('name', name, 'people', people) order by people desc, name), '[]') from (
         select h.name, count(distinct said.author_id)::int as people from said join person as p on p.id = said.author_id
           join hub as h on h.id = p.home_hub_id group by h.id, h.name order by people desc, h.name limit 50) as x) as hubs,
       (select coalesce(json_agg(json_build_object('label', subtheme, 'contributions', contributions, 'people', people)
           order by people desc, subtheme), '[]') from (
         select subtheme, count(*) filter (where parent_id is null)::int as contributions,
             count(distinct author_id)::int as people
           from said where subtheme is not null group by subtheme order by people desc, subtheme limit 20) as x)
         as subthemes`,
    [themeId],
  )
  return row ?? { timeline: [], hubs: [], subthemes: [] }
}
