import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { IdeaState, IdeaView } from '../contract.ts'

/** A source that stands: its author has not declined and not taken the words back. Needs s (idea_source) and c. */
const STANDS = `s.consent <> 'declined' and c.retracted_at is null`

/** Everything an idea comes from, itself and what was merged into it. Needs i. */
const LINEAGE = `(select s.*, o.id as of_idea, c.thread_id, c.author_id, c.title, c.body, c.posted_at, c.retracted_at,
    ${STANDS} as stands
  from idea as o join idea_source as s on s.idea_id = o.id join contribution as c on c.id = s.contribution_id
  where o.id = i.id or (o.merged_into = i.id and o.withdrawn_at is null))`

/** How an idea stands, needs i. */
export const STATE = `case when i.withdrawn_at is not null then 'withdrawn' when i.merged_into is not null then 'merged'
  else (select case when count(*) filter (where l.stands) = 0 then 'draft'
      when bool_or(l.stands and l.consent = 'asked') then 'asked' else 'ready' end from ${LINEAGE} as l) end`

/** An idea's sentence, needs i. A kept place says it in its author's own words: once nothing of hers stands behind it, nobody
 *  reads them here either. Empty then. */
export const WORDS = `case when i.by_person is null and (select bool_and(not l.stands) from ${LINEAGE} as l) then '' else i.sentence end`

/** The contributions of the venue ($1) that carry a small voice, as they were measured last. */
export const SMALL_IDS = `select (jsonb_array_elements_text(v->'ids'))::uuid from theme_state as t
  cross join jsonb_array_elements(t.measures->'small') as v where t.venue_id = $1`

const IS_SMALL = `exists (select from ${LINEAGE} as l where l.stands and l.contribution_id in (${SMALL_IDS}))`

/** A decline is shown to hosts ($2) and to whoever declined. */
const SOURCES = `(select coalesce(json_agg(json_build_object('contributionId', l.contribution_id, 'threadId', l.thread_id,
    'title', coalesce(l.title, left(regexp_replace(l.body, '\\s+', ' ', 'g'), 140)),
    'author', case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'hub', h.name, 'guest', p.guest) end,
    'consent', l.consent, 'mine', l.author_id is not distinct from app_person() and l.author_id is not null,
    'from', nullif(l.of_idea, i.id)) order by l.of_idea <> i.id, l.posted_at, l.contribution_id), '[]')
  from ${LINEAGE} as l left join person as p on p.id = l.author_id left join hub as h on h.id = p.home_hub_id
  where l.retracted_at is null and (l.consent <> 'declined' or $2::boolean or l.author_id = app_person()))`

const ASKED_OF_ME = `i.withdrawn_at is null and i.merged_into is null and exists (select from ${LINEAGE} as l
  where l.author_id = app_person() and l.consent = 'asked' and l.retracted_at is null)`

const VIEW = `json_build_object('id', i.id, 'jamId', i.venue_id, 'sentence', ${WORDS}, 'language', i.language,
  'theme', (select json_build_object('id', t.id, 'name', coalesce(t.name, t.label)) from theme as t
     where t.id = i.theme_id and t.gone_at is null),
  'state', ${STATE}, 'by', (select p.name from person as p where p.id = i.by_person),
  'byMe', coalesce(i.by_person = app_person(), false), 'madeAt', iso(i.made_at), 'version', i.version,
  'mergedInto', (select json_build_object('id', o.id, 'sentence', o.sentence) from idea as o where o.id = i.merged_into),
  'merged', (select coalesce(json_agg(json_build_object('id', o.id, 'sentence', o.sentence) order by o.id), '[]')
     from idea as o where o.merged_into = i.id),
  'small', ${IS_SMALL}, 'sources', ${SOURCES}, 'askedOfMe', ${ASKED_OF_ME},
  'wroteIt', exists (select from ${LINEAGE} as l where l.author_id = app_person() and l.retracted_at is null))`

const SEEN = 'i.venue_id = any ((select seen_venues())::uuid[])'

/** An idea without what the rules decide. */
export type IdeaFound = Omit<IdeaView, 'may'> & { readonly byMe: boolean; readonly wroteIt: boolean }

export type IdeasOf = {
  readonly jamId: string
  readonly hosting: boolean
  readonly of: 'all' | 'asked-of-me'
  readonly before: string | undefined
  readonly limit: number
}

/** A page of a jam's ideas, newest first. */
export async function findIdeaPageFor(tx: Tx, _actor: Actor, page: IdeasOf): Promise<IdeaFound[]> {
  const mine = page.of === 'asked-of-me' ? `and ${ASKED_OF_ME}` : ''
  const rows = await tx.rows<{ view: IdeaFound }>(
    `select ${VIEW} as view from idea as i
      where i.venue_id = $1 and ${SEEN} and ($3::uuid is null or i.id < $3) ${mine}
      order by i.id desc limit $4`, // index idea_venue
    [page.jamId, page.hosting, page.before ?? null, page.limit],
  )
  return rows.map(({ view }) => view)
}

/** One idea that the asker may see. `hosting`: shows what authors declined. */
export async function findIdeaFor(
  tx: Tx,
  _actor: Actor,
  of: { readonly ideaId: string; readonly jamId: string; readonly hosting: boolean },
): Promise<IdeaFound | undefined> {
  const row = await tx.row<{ view: IdeaFound }>(
    `select ${VIEW} as view from idea as i where i.venue_id = $1 and i.id = $3 and ${SEEN}`,
    [of.jamId, of.hosting, of.ideaId],
  )
  return row?.view
}

/** The jam of an idea that the asker may see. */
export async function findJamOfIdeaFor(tx: Tx, _actor: Actor, ideaId: string): Promise<string | undefined> {
  const row = await tx.row<{ jam: string }>(`select i.venue_id as jam from idea as i where i.id = $1 and ${SEEN}`, [
    ideaId,
  ])
  return row?.jam
}

/** What other modules need to name ideas: the standing ones, in the order in which they were made. */
export type IdeaName = {
  readonly id: string
  readonly sentence: string
  readonly themeId: string | null
  readonly state: IdeaState
  /** The contributions it comes from. */
  readonly contributionIds: readonly string[]
}

export async function findIdeaNamesFor(tx: Tx, _actor: Actor, jamId: string): Promise<IdeaName[]> {
  return tx.rows<IdeaName>(
    `select i.id, ${WORDS} as sentence, i.theme_id as "themeId", ${STATE} as state,
       array(select l.contribution_id from ${LINEAGE} as l where l.stands order by l.posted_at, l.contribution_id)
         as "contributionIds"
       from idea as i where i.venue_id = $1 and ${SEEN} and i.merged_into is null and i.withdrawn_at is null order by i.id`,
    [jamId],
  )
}

export type IdeaCounts = { standing: number; rated: number; small: number; askedOfMe: number }

export async function findIdeaCountsFor(tx: Tx, _actor: Actor, jamId: string): Promise<IdeaCounts> {
  const row = await tx.row<IdeaCounts>(
    `with known as materialized (
       select ${STATE} as state, ${IS_SMALL} as small, ${ASKED_OF_ME} as asked from idea as i
        where i.venue_id = $1 and ${SEEN})
     select count(*) filter (where state in ('draft', 'asked', 'ready'))::int as standing,
       count(*) filter (where state in ('asked', 'ready'))::int as rated,
       count(*) filter (where state in ('asked', 'ready') and small)::int as small,
       count(*) filter (where asked)::int as "askedOfMe" from known`,
    [jamId],
  )
  return row ?? { standing: 0, rated: 0, small: 0, askedOfMe: 0 }
}
