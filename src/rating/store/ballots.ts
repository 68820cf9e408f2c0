import type { Actor } from '../../kernel/index.ts'
import type { Statement, Tx } from '../../platform/index.ts'
import type { BallotIdea, Rating } from '../contract.ts'

export type Box = {
  readonly phase: string
  readonly closesAt: Date | null
  /** Null before the ballot is made. */
  readonly ideas: number | null
  readonly salt: Buffer | null
  readonly counted: boolean
  readonly people: number | null
  /** Of these, who was simulated. */
  readonly simulated: number | null
}

/** What findBoxFor asks. */
export function boxStatement(jamId: string): Statement {
  return {
    text: `select j.phase, j.closes_at as "closesAt", b.ideas, b.salt, b.counted_at is not null as counted, b.people, b.simulated
       from jam as j left join ballot_box as b on b.jam_id = j.id
      where j.id = $1 and j.id = any ((select seen_venues())::uuid[])`,
    values: [jamId],
  }
}

/** The ballot box of a jam that the asker may see. */
export async function findBoxFor(tx: Tx, _actor: Actor, jamId: string): Promise<Box | undefined> {
  const { text, values } = boxStatement(jamId)
  return tx.row<Box>(text, values)
}

/** One person's ballot. */
export type Ballot = {
  readonly name: string
  /** What was dealt, waits for her answer and is still rated, in its order. */
  readonly hand: readonly string[]
  /** The ideas she answered and that are still rated. */
  readonly answered: readonly string[]
  /** Of these, what she skipped. */
  readonly skipped: readonly string[]
}

/** From here on this transaction sees the ballots of these names, and no others. Not waited for: what is asked next comes
 *  after it, and the transaction itself throws its error. */
export function takeBallots(tx: Tx, names: readonly string[]): void {
  tx.rows(`select set_config('app.ballots', $1, true)`, [`{${names.join(',')}}`]).catch(() => {})
}

/** The ballots of these names, as far as there are any. Takes them (see takeBallots). */
export async function findBallots(tx: Tx, jamId: string, names: readonly string[]): Promise<Map<string, Ballot>> {
  takeBallots(tx, names)
  return readBallots(tx, jamId, names)
}

/** The same, held: what one person does at once on several devices happens one after the other. */
export async function holdBallots(tx: Tx, jamId: string, names: readonly string[]): Promise<Map<string, Ballot>> {
  takeBallots(tx, names)
  // In the order of their names: two that hold the same ones never wait for one another.
  const holding = tx.rows(
    'select from ballot where jam_id = $1 and name = any ($2::uuid[]) order by name for no key update',
    [jamId, names],
  )
  const [ballots] = await Promise.all([readBallots(tx, jamId, names), holding])
  return ballots
}

/** An empty one, where there is none of that name. */
export async function insertBallot(tx: Tx, jamId: string, name: string): Promise<void> {
  await tx.rows('insert into ballot (jam_id, name) values ($1, $2) on conflict (jam_id, name) do nothing', [
    jamId,
    name,
  ])
}

async function readBallots(tx: Tx, jamId: string, names: readonly string[]): Promise<Map<string, Ballot>> {
  type Row = { name: string; hand: string; answered: string; skipped: string }
  const rows = await tx.rows<Row>(
    `select b.name, coalesce(h.ids, '') as hand, coalesce(r.ids, '') as answered, coalesce(r.skipped, '') as skipped
       from ballot as b
       left join lateral (select string_agg(u.id::text, ',' order by u.at) as ids from unnest(b.hand) with ordinality as u (id, at)
         where exists (select from ballot_idea as n where n.jam_id = b.jam_id and n.idea_id = u.id)) as h on true
       left join lateral (select string_agg(r.idea_id::text, ',' order by r.idea_id) as ids,
           string_agg(r.idea_id::text, ',') filter (where r.impact is null) as skipped
         from rating as r join ballot_idea as n on n.jam_id = r.jam_id and n.idea_id = r.idea_id
        where r.jam_id = b.jam_id and r.ballot = b.name) as r on true
      where b.jam_id = $1 and b.name = any ($2::uuid[])`,
    [jamId, names],
  )
  const ids = (text: string): string[] => (text === '' ? [] : text.split(','))
  return new Map(
    rows.map(({ name, hand, answered, skipped }) => [
      name,
      { name, hand: ids(hand), answered: ids(answered), skipped: ids(skipped) },
    ]),
  )
}

export type Own = { readonly ideaId: string; readonly rating: Rating | null }

/** What stands on one ballot, of ideas that are still rated. */
export async function findRatings(tx: Tx, jamId: string, name: string): Promise<Own[]> {
  return tx.rows<Own>(
    `select r.idea_id as "ideaId", case when r.impact is not null then json_build_object('impact', r.impact,
         'feasibility', r.feasibility, 'helps', r.helps) end as rating
       from rating as r join ballot_idea as n on n.jam_id = r.jam_id and n.idea_id = r.idea_id
      where r.jam_id = $1 and r.ballot = $2 order by r.idea_id`,
    [jamId, name],
  )
}

/** Keeps answers in place of former ones of the same ballots. */
export function saveRatings(tx: Tx, jamId: string, given: readonly (Own & { readonly name: string })[]): void {
  tx.later(
    `insert into rating (jam_id, ballot, idea_id, impact, feasibility, helps)
     select $1::uuid, u.* from unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::smallint[], $6::boolean[]) as u
     on conflict (jam_id, ballot, idea_id) do update
       set impact = excluded.impact, feasibility = excluded.feasibility, helps = excluded.helps`,
    [
      ...[jamId, given.map(({ name }) => name), given.map(({ ideaId }) => ideaId)],
      given.map(({ rating }) => rating?.impact ?? null),
      given.map(({ rating }) => rating?.feasibility ?? null),
      given.map(({ rating }) => rating?.helps ?? null),
    ],
  )
}

/** Keeps what lies in these hands. */
export function saveHands(tx: Tx, jamId: string, ballots: readonly Pick<Ballot, 'name' | 'hand'>[]): void {
  if (ballots.length === 0) return
  tx.later(
    `update ballot as b set hand = string_to_array(u.hand, ',')::uuid[], resting = false
       from unnest($2::uuid[], $3::text[]) as u (name, hand) where b.jam_id = $1::uuid and b.name = u.name`,
    [jamId, ballots.map(({ name }) => name), ballots.map(({ hand }) => hand.join(','))],
  )
}

/** An idea as it is rated. Needs i. */
const BALLOT_IDEA = `i.id, i.sentence, i.language, (select coalesce(json_agg(json_build_object('threadId', x.thread_id, 'title', x.title)), '[]')
    from (select c.thread_id, coalesce(c.title, left(regexp_replace(c.body, '\\s+', ' ', 'g'), 140)) as title
      from idea as o join idea_source as s on s.idea_id = o.id join contribution as c on c.id = s.contribution_id
     where (o.id = i.id or o.merged_into = i.id) and s.consent <> 'declined' and c.retracted_at is null
     order by c.posted_at, c.id limit 10) as x) as sources`

/** Ideas as they are rated, in the order asked for. */
export async function findBallotIdeasFor(tx: Tx, _actor: Actor, ids: readonly string[]): Promise<BallotIdea[]> {
  if (ids.length === 0) return []
  return tx.rows<BallotIdea>(
    `select ${BALLOT_IDEA} from unnest($1::uuid[]) with ordinality as u (id, at) join idea as i on i.id = u.id
      where i.venue_id = any ((select seen_venues())::uuid[]) order by u.at`,
    [ids],
  )
}
