import type { Tx } from '../../platform/index.ts'
import type { LedgerLine, MatterLine, PromiseLine } from '../rules/answers-format.ts'
import { MATTER_NAME } from './export-ideas.ts'

// What was answered to a jam and what was promised, out of the database into its file and back (role jobs).

/** The people whom answers and promises name ($1 the jam). */
export const ANSWERING = `select unnest(d.people || d.by_person) from deciders as d where d.jam_id = $1
  union select unnest(array[d.owner_id, d.by_person]) from decision as d where d.jam_id = $1
  union select s.person_id from decision_signature as s where s.jam_id = $1
  union select p.owner_id from promise as p where p.jam_id = $1
  union select n.by_person from promise_note as n where n.jam_id = $1`

const DECIDERS = `select coalesce(json_agg(json_build_object('version', d.version, 'people', d.people, 'needed', d.needed,
    'by', d.by_person, 'at', iso(d.at)) order by d.version), '[]') from deciders as d where d.jam_id = $1`
const CHECKS = `select coalesce(json_agg(json_build_object('days', c.days::text, 'at', iso(c.at), 'states',
    json_build_object('open', c.states->'open', 'in-progress', c.states->'in-progress', 'kept', c.states->'kept',
      'late', c.states->'late', 'broken', c.states->'broken', 'replaced', c.states->'replaced')) order by c.days), '[]')
  from promise_check as c where c.jam_id = $1`

/** Who decides and what was checked; none before a report has put anything up. */
export async function findLedgerLines(tx: Tx, jamId: string): Promise<LedgerLine[]> {
  return tx.rows<LedgerLine>(
    `select 'ledger' as type, (${DECIDERS}) as deciders, iso(l.answered_at) as "answeredAt", l.checked,
       iso(l.next_at) as "nextAt", (${CHECKS}) as checks
       from promise_ledger as l where l.jam_id = $1`,
    [jamId],
  )
}

const DECISIONS = `select coalesce(json_agg(json_build_object('id', d.id, 'version', d.version, 'answer', d.answer,
    'reason', d.reason, 'owner', d.owner_id, 'due', to_char(d.due, 'YYYY-MM-DD'), 'budget', d.budget,
    'changeReason', d.change_reason, 'by', d.by_person, 'at', iso(d.at), 'signatures', (
      select coalesce(json_agg(json_build_object('by', s.person_id, 'at', iso(s.at)) order by s.at, s.person_id), '[]')
        from decision_signature as s where s.decision_id = d.id), 'boundAt', iso(d.bound_at)) order by d.version), '[]')
  from decision as d where d.matter_id = m.id`

export async function findMatterLines(tx: Tx, jamId: string): Promise<MatterLine[]> {
  return tx.rows<MatterLine>(
    `select 'matter' as type, m.id, m.kind, m.subject_id as subject, ${MATTER_NAME} as name, m.place, m.stands, iso(m.at) as at,
       (${DECISIONS}) as decisions from matter as m where m.jam_id = $1 order by m.kind desc, m.place, m.id`,
    [jamId],
  )
}

export async function findPromiseLines(tx: Tx, jamId: string): Promise<PromiseLine[]> {
  return tx.rows<PromiseLine>(
    `select 'promise' as type, p.id, p.matter_id as matter, p.decision_id as decision, p.owner_id as owner,
       to_char(p.due, 'YYYY-MM-DD') as due, iso(p.due_at) as "dueAt", p.state, p.told, iso(p.next_at) as "nextAt",
       iso(p.made_at) as "madeAt", (select coalesce(json_agg(json_build_object('kind', n.kind, 'reason', n.reason,
         'by', n.by_person, 'at', iso(n.at)) order by n.at, n.id), '[]') from promise_note as n where n.promise_id = p.id) as notes
       from promise as p where p.jam_id = $1 order by p.made_at, p.id`,
    [jamId],
  )
}

export type LedgerPlace = { readonly venueId: string; readonly forumId: string }

export async function insertLedgerLine(
  tx: Tx,
  jamId: string,
  { line, place }: { line: LedgerLine; place: LedgerPlace },
): Promise<void> {
  await tx.rows(
    `insert into promise_ledger (jam_id, venue_id, forum_id, answered_at, checked, next_at) values ($1, $2, $3, $4, $5, $6)`,
    [jamId, place.venueId, place.forumId, line.answeredAt, line.checked, line.nextAt],
  )
  await tx.rows(
    `insert into deciders (jam_id, version, people, needed, by_person, at)
     select $1, r.version, array(select json_array_elements_text(r.people)::uuid), r.needed, r."by", r.at
       from json_to_recordset($2) as r (version integer, people json, needed integer, "by" uuid, at timestamptz)`,
    [jamId, JSON.stringify(line.deciders)],
  )
  await tx.rows(
    `insert into promise_check (jam_id, days, at, states) select $1, r.days, r.at, r.states
       from json_to_recordset($2) as r (days integer, at timestamptz, states jsonb)`,
    [jamId, JSON.stringify(line.checks)],
  )
}

export async function insertMatterLines(tx: Tx, jamId: string, lines: readonly MatterLine[]): Promise<void> {
  await tx.rows(
    `insert into matter (id, jam_id, kind, subject_id, name, place, stands, at)
     select r.id, $1, r.kind, r.subject, r.name, r.place, r.stands, r.at from json_to_recordset($2)
       as r (id uuid, kind text, subject uuid, name text, place integer, stands boolean, at timestamptz)`,
    [jamId, JSON.stringify(lines)],
  )
  const decisions = lines.flatMap((line) => line.decisions.map((one) => ({ ...one, matter: line.id })))
  await tx.rows(
    `insert into decision (id, matter_id, jam_id, version, answer, reason, owner_id, due, budget, change_reason, by_person, at, bound_at)
     select r.id, r.matter, $1, r.version, r.answer, r.reason, r.owner, r.due, r.budget, r."changeReason", r."by", r.at, r."boundAt"
       from json_to_recordset($2) as r (id uuid, matter uuid, version integer, answer text, reason text, owner uuid, due date,
         budget text, "changeReason" text, "by" uuid, at timestamptz, "boundAt" timestamptz)`,
    [jamId, JSON.stringify(decisions)],
  )
  const signatures = decisions.flatMap(({ id, signatures: each }) => each.map((one) => ({ ...one, decision: id })))
  await tx.rows(
    `insert into decision_signature (decision_id, jam_id, person_id, at) select r.decision, $1, r."by", r.at
       from json_to_recordset($2) as r (decision uuid, "by" uuid, at timestamptz)`,
    [jamId, JSON.stringify(signatures)],
  )
}

export async function insertPromiseLines(
  tx: Tx,
  jamId: string,
  { lines, newId }: { lines: readonly PromiseLine[]; newId: () => string },
): Promise<void> {
  await tx.rows(
    `insert into promise (id, jam_id, matter_id, decision_id, owner_id, due, due_at, state, told, next_at, made_at)
     select r.id, $1, r.matter, r.decision, r.owner, r.due, r."dueAt", r.state, r.told, r."nextAt", r."madeAt"
       from json_to_recordset($2) as r (id uuid, matter uuid, decision uuid, owner uuid, due date, "dueAt" timestamptz,
         state text, told integer, "nextAt" timestamptz, "madeAt" timestamptz)`,
    [jamId, JSON.stringify(lines)],
  )
  const notes = lines.flatMap((line) => line.notes.map((note) => ({ ...note, id: newId(), promise: line.id })))
  await tx.rows(
    `insert into promise_note (id, promise_id, jam_id, kind, reason, by_person, at)
     select r.id, r.promise, $1, r.kind, r.reason, r."by", r.at from json_to_recordset($2)
       as r (id uuid, promise uuid, kind text, reason text, "by" uuid, at timestamptz)`,
    [jamId, JSON.stringify(notes)],
  )
}
