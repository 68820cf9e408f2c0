import { type Static, Type } from 'typebox'
import { filledText, Id, nullable, object, oneOf, text } from '../../kernel/index.ts'

// What was answered to a jam and what was promised, as lines of its file (docs/jam-format.md).

const At = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$', maxLength: 24 })
const Day = Type.String({ format: 'date', maxLength: 10 })
const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 })

const states = ['open', 'in-progress', 'kept', 'late', 'broken', 'replaced'] as const
const notes = ['made', 'progress', 'reminded', 'late', 'sponsor-told', 'kept', 'broken', 'replaced'] as const

const Decision = object({
  id: Id,
  version: Version,
  answer: oneOf('accept', 'adapt', 'decline', 'later'),
  reason: filledText(4_000),
  owner: nullable(Id),
  due: nullable(Day),
  budget: nullable(text(200)),
  changeReason: nullable(text(4_000)),
  by: nullable(Id),
  at: At,
  signatures: Type.Array(object({ by: Id, at: At }), { maxItems: 100 }),
  boundAt: nullable(At),
})

/** The schemas of the lines, in the order in which they stand in a file. */
export const answerSchemas = {
  ledger: object({
    type: Type.Literal('ledger'),
    deciders: Type.Array(
      object({
        version: Version,
        people: Type.Array(Id, { minItems: 1, maxItems: 20 }),
        needed: nullable(Type.Integer({ minimum: 1, maximum: 20 })),
        by: Id,
        at: At,
      }),
      { maxItems: 1_000 },
    ),
    answeredAt: nullable(At),
    checked: Type.Integer({ minimum: 0, maximum: 3 }),
    nextAt: nullable(At),
    checks: Type.Array(
      object({
        days: oneOf('30', '90', '180'),
        at: At,
        states: object(Object.fromEntries(states.map((state) => [state, Count]))),
      }),
      { maxItems: 3 },
    ),
  }),
  matter: object({
    type: Type.Literal('matter'),
    id: Id,
    kind: oneOf('theme', 'idea'),
    subject: Id,
    name: text(500),
    place: Count,
    stands: Type.Boolean(),
    at: At,
    decisions: Type.Array(Decision, { maxItems: 1_000 }),
  }),
  promise: object({
    type: Type.Literal('promise'),
    id: Id,
    matter: nullable(Id),
    decision: nullable(Id),
    owner: nullable(Id),
    due: Day,
    dueAt: At,
    state: oneOf(...states),
    told: Type.Integer({ minimum: 0, maximum: 3 }),
    nextAt: nullable(At),
    madeAt: At,
    notes: Type.Array(object({ kind: oneOf(...notes), reason: nullable(text(4_000)), by: nullable(Id), at: At }), {
      maxItems: 1_000,
    }),
  }),
} as const

/** Who decides, in each version, and the checks that were made. */
export type LedgerLine = Static<(typeof answerSchemas)['ledger']>
/** What waits for an answer, with every version of it. */
export type MatterLine = Static<(typeof answerSchemas)['matter']>
/** A promise with its history. */
export type PromiseLine = Static<(typeof answerSchemas)['promise']>
export type AnswerLine = LedgerLine | MatterLine | PromiseLine

/** What of the lines above these may speak of. */
export type AnswersSeen = {
  readonly people: ReadonlySet<string>
  readonly ledger: Set<string>
  readonly matters: Set<string>
  readonly decisions: Set<string>
  readonly promises: Set<string>
}

/** What is wrong with such a line in its place; undefined when nothing is. */
export function answerProblem(seen: AnswersSeen, line: AnswerLine): string | undefined {
  if (peopleOf(line).some((id) => !seen.people.has(id))) return 'a person is not in the file'
  if (line.type === 'ledger') return once(seen.ledger, line.type, 'a ledger')
  if (seen.ledger.size === 0) return 'the ledger must stand above'
  if (line.type === 'matter') {
    const twice = line.decisions.find(({ id }) => seen.decisions.has(id))
    for (const { id } of line.decisions) seen.decisions.add(id)
    return twice ? 'one of its answers stands above already' : once(seen.matters, line.id, 'this matter')
  }
  if ((line.matter === null) !== (line.decision === null)) return 'its matter and its answer belong together'
  if (line.matter !== null && !seen.matters.has(line.matter)) return 'its matter does not stand above'
  if (line.decision !== null && !seen.decisions.has(line.decision)) return 'its answer does not stand above'
  return once(seen.promises, line.id, 'this promise')
}

function peopleOf(line: AnswerLine): string[] {
  const known = (...ids: (string | null)[]) => ids.filter((id) => id !== null)
  if (line.type === 'ledger') return line.deciders.flatMap(({ people, by }) => [...people, by])
  if (line.type === 'promise') return known(line.owner, ...line.notes.map(({ by }) => by))
  return line.decisions.flatMap(({ owner, by, signatures }) => known(owner, by, ...signatures.map((one) => one.by)))
}

function once(known: Set<string>, key: string, what: string): string | undefined {
  if (known.has(key)) return `${what} stands above already`
  known.add(key)
  return undefined
}
