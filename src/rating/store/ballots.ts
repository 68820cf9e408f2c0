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

/** From here on this transaction sees the ballot of this name, and no other. */
export function takeBallot(tx: Tx, name: string): void {
  tx.rows(`select set_config('app.ballot', $1, true)`, [name]).catch(() => {}) // the transaction itself throws its error
}

/** An idea as it is rated. Needs i. */
const BALLOT_IDEA = `i.id, i.sentence, i.language, (select coalesce(json_agg(json_build_object('threadId', x.thread_id, 'title', x.title)), '[]')
    from (select c.thread_id, coalesce(c.title, left(regexp_replace(c.body, '\\s+', ' ', 'g'), 140)) as title
      from idea as o join idea_source as s on s.idea_id = o.id join contribution as c on c.id = s.contribution_id
     where (o.id = i.id or o.merged_into = i.id) and s.consent <> 'declined' and c.retracted_at is null
     order by c.posted_at, c.id limit 10) as x) as sources`
const IS_SEEN = 'i.venue_id = any ((select seen_venues())::uuid[])'

/** What was dealt to the asker, waits for her answer and is still rated. */
export async function findOwnHand(tx: Tx, jamId: string): Promise<BallotIdea[]> {
  return tx.rows<BallotIdea>(
    `select ${BALLOT_IDEA} from ballot as b cross join lateral unnest(b.hand) with ordinality as u (id, at)
         join ballot_idea as n on n.jam_id = b.jam_id and n.idea_id = u.id join idea as i on i.id = u.id
      where b.jam_id = $1 and b.name = app_ballot() and ${IS_SEEN} order by u.at`,
    [jamId],
  )
}

/** The same, held, with what she answered so far: what one person does at once on several devices happens one after the
 *  other. */
export async function holdOwnBallot(tx: Tx, jamId: string): Promise<{ hand: BallotIdea[]; own: Own[] }> {
  const hold = () => tx.row('select 1 from ballot where jam_id = $1 and name = app_ballot() for no key update', [jamId])
  const [held, hand, own] = await Promise.all([hold(), findOwnHand(tx, jamId), findOwnRatings(tx, jamId)])
  if (held) return { hand, own }
  await tx.rows('insert into ballot (jam_id, name) values ($1, app_ballot()) on conflict (jam_id, name) do nothing', [
    jamId,
  ])
  await hold()
  return { hand: await findOwnHand(tx, jamId), own: await findOwnRatings(tx, jamId) }
}

export type Own = { readonly ideaId: string; readonly rating: Rating | null }

/** What the asker answered so far. */
export async function findOwnRatings(tx: Tx, jamId: string): Promise<Own[]> {
  return tx.rows<Own>(
    `select r.idea_id as "ideaId", case when r.impact is not null then json_build_object('impact', r.impact,
         'feasibility', r.feasibility, 'helps', r.helps) end as rating
       from rating as r where r.jam_id = $1 and r.ballot = app_ballot() order by r.idea_id`,
    [jamId],
  )
}

/** Keeps an answer in place of the former one. */
export function saveRating(tx: Tx, jamId: string, { ideaId, rating }: Own): void {
  tx.later(
    `insert into rating (jam_id, ballot, idea_id, impact, feasibility, helps) values ($1::uuid, app_ballot(), $2::uuid, $3::smallint, $4::smallint, $5::boolean)
     on conflict (jam_id, ballot, idea_id) do update
       set impact = excluded.impact, feasibility = excluded.feasibility, helps = excluded.helps`,
    [jamId, ideaId, rating?.impact ?? null, rating?.feasibility ?? null, rating?.helps ?? null],
  )
}

export function saveHand(tx: Tx, jamId: string, hand: readonly string[]): void {
  tx.later('update ballot set hand = $2::uuid[], resting = false where jam_id = $1::uuid and name = app_ballot()', [
    jamId,
    hand,
  ])
}

/** Ideas as they are rated, in the order asked for. */
export async function findBallotIdeasFor(tx: Tx, _actor: Actor, ids: readonly string[]): Promise<BallotIdea[]> {
  if (ids.length === 0) return []
  return tx.rows<BallotIdea>(
    `select ${BALLOT_IDEA} from unnest($1::uuid[]) with ordinality as u (id, at) join idea as i on i.id = u.id
      where ${IS_SEEN} order by u.at`,
    [ids],
  )
}
