import { MATTER_NAME } from '../../jams/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { Answer, DecisionView, MatterView } from '../contract.ts'
import type { PromiseState } from '../rules/promise-clock.ts'

/** An answer that binds, as a report prints it. `promise`: where it stands and what was said of it last. */
export type AnswerRow = {
  readonly kind: MatterView['kind']
  readonly id: string
  readonly name: string
  readonly answer: Answer
  readonly reason: string
  readonly owner: string | null
  readonly due: string | null
  readonly budget: string | null
  readonly signed: { readonly by: DecisionView['by']; readonly at: string }[]
  readonly promise: { readonly state: PromiseState; readonly at: string | null; readonly reason: string | null } | null
}

const ANSWERS = `select m.kind, m.subject_id as id, ${MATTER_NAME} as name, d.answer, d.reason, d.budget, to_char(d.due, 'YYYY-MM-DD') as due,
    case when d.owner_id is not null then coalesce((select o.name from person as o where o.id = d.owner_id), '…') end as owner,
    (select coalesce(json_agg(json_build_object('by', w.name, 'at', iso(s.at)) order by s.at, s.person_id), '[]')
       from decision_signature as s join person as w on w.id = s.person_id where s.decision_id = d.id) as signed,
    (select json_build_object('state', case when p.state in ('open', 'in-progress') and p.due_at <= now() then 'late' else p.state end,
         'at', iso(n.at), 'reason', n.reason)
       from promise as p left join lateral (select n.at, n.reason from promise_note as n
         where n.promise_id = p.id and n.reason is not null order by n.at desc, n.id desc limit 1) as n on true
      where p.decision_id = d.id) as promise
    from matter as m join lateral (select * from decision as d where d.matter_id = m.id and d.bound_at is not null
      order by d.version desc limit 1) as d on true
   where m.jam_id = $1 and m.stands`

/** The answers that bind now, in the order of the report. As the operator: every jam; as a person: those she may read. */
export async function findAnswers(tx: Tx, jamId: string): Promise<AnswerRow[]> {
  return tx.rows<AnswerRow>(`${ANSWERS} order by m.kind desc, m.place, m.id limit 1000`, [jamId])
}
