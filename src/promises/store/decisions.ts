import { MATTER_NAME } from '../../jams/index.ts'
import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { Answer, DecisionView, MatterView } from '../contract.ts'
import { MATTERS_MAX, VERSIONS_MAX } from '../rules/limits.ts'

const SEEN = '= any ((select seen_venues())::uuid[])'

/** A decision `d` as it travels. Row-level security gives what does not bind yet to those who prepare and decide alone. */
export const DECISION = `json_build_object('id', d.id, 'version', d.version, 'answer', d.answer, 'reason', d.reason,
  'owner', (select json_build_object('id', o.id, 'name', o.name) from person as o where o.id = d.owner_id),
  'due', to_char(d.due, 'YYYY-MM-DD'), 'budget', d.budget, 'changeReason', d.change_reason,
  'by', (select w.name from person as w where w.id = d.by_person), 'at', iso(d.at),
  'signatures', (select coalesce(json_agg(json_build_object('id', s.person_id, 'name', w.name, 'at', iso(s.at))
     order by s.at, s.person_id), '[]')
     from decision_signature as s join person as w on w.id = s.person_id where s.decision_id = d.id),
  'boundAt', iso(d.bound_at))`

/** Everything that waits for an answer in a jam, in the order of the report; what must be answered no more stands last. */
export async function findMattersFor(tx: Tx, _actor: Actor, jamId: string): Promise<MatterView[]> {
  return tx.rows<MatterView>(
    `select m.id, m.jam_id as "jamId", m.kind, m.subject_id as "subjectId", ${MATTER_NAME} as name, m.stands,
       (select ${DECISION} from decision as d where d.matter_id = m.id and d.bound_at is not null
         order by d.version desc limit 1) as binding,
       (select case when d.bound_at is null then ${DECISION} end from decision as d where d.matter_id = m.id
         order by d.version desc limit 1) as latest,
       (select json_build_object('id', p.id, 'state', case when p.state in ('open', 'in-progress') and p.due_at <= now()
           then 'late' else p.state end) from promise as p
         where p.matter_id = m.id order by p.made_at desc, p.id desc limit 1) as promise
       from matter as m where m.jam_id = $1 and m.jam_id ${SEEN}
      order by m.stands desc, m.kind desc, m.place, m.id limit ${MATTERS_MAX}`,
    [jamId],
  )
}

export type MatterRow = { readonly id: string; readonly jamId: string; readonly name: string }

/** A matter of a jam that the asker may see. */
export async function findMatterFor(tx: Tx, _actor: Actor, matterId: string): Promise<MatterRow | undefined> {
  return tx.row(
    `select m.id, m.jam_id as "jamId", ${MATTER_NAME} as name from matter as m where m.id = $1 and m.jam_id ${SEEN}`,
    [matterId],
  )
}

/** Holds a matter until the end of the transaction: two write or sign one after the other. */
export async function holdMatter(tx: Tx, matterId: string): Promise<void> {
  await tx.rows('select 1 from matter where id = $1 for update', [matterId])
}

/** Newest first. */
export async function findVersionsFor(tx: Tx, _actor: Actor, matterId: string): Promise<DecisionView[]> {
  const rows = await tx.rows<{ view: DecisionView }>(
    `select ${DECISION} as view from decision as d where d.matter_id = $1 and d.jam_id ${SEEN}
      order by d.version desc limit ${VERSIONS_MAX}`,
    [matterId],
  )
  return rows.map(({ view }) => view)
}

export async function findMatterOfDecisionFor(tx: Tx, _actor: Actor, decisionId: string): Promise<string | undefined> {
  const text = `select matter_id as id from decision where id = $1 and jam_id ${SEEN}`
  return (await tx.row<{ id: string }>(text, [decisionId]))?.id
}

export type NewDecision = {
  readonly id: string
  readonly matterId: string
  readonly jamId: string
  readonly version: number
  readonly answer: Answer
  readonly reason: string
  readonly owner: string | null
  readonly due: string | null
  readonly budget: string | null
  readonly changeReason: string | null
  readonly by: string
}

export async function insertDecision(tx: Tx, made: NewDecision): Promise<void> {
  await tx.rows(
    `insert into decision (id, matter_id, jam_id, version, answer, reason, owner_id, due, budget, change_reason, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[made.id, made.matterId, made.jamId, made.version, made.answer, made.reason, made.owner, made.due],
      ...[made.budget, made.changeReason, made.by, tx.now],
    ],
  )
}

/** Puts the name of the asker under a version; again it changes nothing. */
export async function insertSignature(tx: Tx, of: { decisionId: string; jamId: string; by: string }): Promise<void> {
  await tx.rows(
    `insert into decision_signature (decision_id, jam_id, person_id, at) values ($1, $2, $3, $4)
     on conflict (decision_id, person_id) do nothing`,
    [of.decisionId, of.jamId, of.by, tx.now],
  )
}

export async function bindDecision(tx: Tx, decisionId: string): Promise<void> {
  await tx.rows('update decision set bound_at = $2 where id = $1', [decisionId, tx.now])
}

/** How many matters must be answered, and how many of them are. */
export async function countAnswered(tx: Tx, jamId: string): Promise<{ stand: number; answered: number }> {
  const row = await tx.row<{ stand: number; answered: number }>(
    `select count(*)::int as stand, count(*) filter (where exists (
         select from decision as d where d.matter_id = m.id and d.bound_at is not null))::int as answered
       from matter as m where m.jam_id = $1 and m.stands`,
    [jamId],
  )
  return row ?? { stand: 0, answered: 0 }
}
