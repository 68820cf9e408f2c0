import { JOINS, SEEN, VIEW } from '../../conversation/index.ts'
import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import { EXPOSURE_FLOOR } from '../../reading/contract.ts'
import { UNREAD } from '../../reading/index.ts'
import type { ThemeView } from '../contract.ts'
import { giveRoom } from '../rules/give-room.ts'

const TOP = 5

type View = ThemeView['seldomRead'][number]

/** Replies of a kind in the threads of a theme: those with the most agreement first, or only those without an answer. Of
 *  each person the best one alone, so that nobody fills the list (where nobody is known each stands for itself), and places
 *  are kept for what few have read, again one of each person. */
export async function findRepliesFor(
  tx: Tx,
  _actor: Actor,
  of: { themeId: string; kind: 'build' | 'objection' | 'question' },
): Promise<View[]> {
  const row = await tx.row<{ items: { view: View; people: number }[] }>(
    `with said as materialized (
       select c.id, coalesce(c.author_id, c.id) as whose, case when ${UNREAD} then coalesce(e.people, 0) else $4::int end as people,
         row_number() over (order by c.agree - c.disagree desc, c.replies desc, c.posted_at, c.id) as rank
         from theme_place as t join contribution as c on c.thread_id = t.contribution_id
           left join exposure as e on e.contribution_id = c.id
        where t.theme_id = $1 and c.kind = $2 and c.retracted_at is null and ($2 <> 'question' or c.replies = 0) and ${SEEN}),
     best as (select distinct on (whose) * from said order by whose, rank),
     least as (select distinct on (whose) * from said where people < $4 order by whose, people, rank),
     chosen as ((select * from best order by rank limit $3) union (select * from least order by people, rank limit $3))
     select coalesce(json_agg(json_build_object('view', ${VIEW}, 'people', n.people) order by n.rank), '[]') as items
       from chosen as n join contribution as c on c.id = n.id ${JOINS}`,
    [of.themeId, of.kind, TOP, EXPOSURE_FLOOR],
  )
  return giveRoom(row?.items ?? [], TOP).map(({ view }) => view)
}

/** Contributions of a theme that the fewest people have read, and the asker has not. Of equals each asker is given others. */
export async function findSeldomReadFor(tx: Tx, _actor: Actor, themeId: string): Promise<View[]> {
  const row = await tx.row<{ items: View[] }>(
    `with few as materialized (
       select c.*, coalesce(e.people, 0) as people, md5(c.id::text || app_person()::text) as turn
         from theme_place as t join contribution as c on c.id = t.contribution_id
           left join exposure as e on e.contribution_id = c.id
        where t.theme_id = $1 and c.retracted_at is null and not c.seed and coalesce(e.people, 0) < $3 and ${SEEN} and ${UNREAD}
        order by people, turn, c.id limit $2)
     select coalesce(json_agg(${VIEW} order by c.people, c.turn, c.id), '[]') as items from few as c ${JOINS}`,
    [themeId, TOP, EXPOSURE_FLOOR],
  )
  return row?.items ?? []
}

/** How a theme grew, in at most 100 equal steps, and which hubs its people are of. */
export async function findGrowthFor(
  tx: Tx,
  _actor: Actor,
  themeId: string,
): Promise<Pick<ThemeView, 'timeline' | 'hubs' | 'subthemes' | 'spokenFor'>> {
  const row = await tx.row<Pick<ThemeView, 'timeline' | 'hubs' | 'subthemes' | 'spokenFor'>>(
    `with said as materialized (
       select c.parent_id, c.meeting_id, t.subtheme, c.posted_at, case when c.seed then null else c.author_id end as author_id
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
         as subthemes,
       (select json_build_object('meetings', count(*)::int, 'people', coalesce(sum(m.people), 0)::int) from meeting as m
          where m.id in (select meeting_id from said)) as "spokenFor"`,
    [themeId],
  )
  return row ?? { timeline: [], hubs: [], subthemes: [], spokenFor: { meetings: 0, people: 0 } }
}
