import { type Static, Type } from 'typebox'
import { Id, nullable, object, oneOf, text } from '../../kernel/index.ts'

const At = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$', maxLength: 24 })
const People = Type.Integer({ minimum: 0, maximum: 10_000_000 })
const Option = Type.Integer({ minimum: 0, maximum: 11 })
const Rank = Type.Integer({ minimum: 1, maximum: 12 })

/** The line of a poll as it stands in a jam's file: what was asked, and what came out of it once it is counted. */
export const pollSchemas = {
  poll: object({
    type: Type.Literal('poll'),
    id: Id,
    place: oneOf('thread', 'theme'),
    of: Id,
    kind: oneOf('single', 'several', 'ranked'),
    question: text(300, 1),
    options: Type.Array(text(200, 1), { minItems: 2, maxItems: 12 }),
    by: nullable(Id),
    askedAt: At,
    endsAt: nullable(At),
    endedAt: nullable(At),
    endedBy: nullable(oneOf('clock', 'host', 'jam')),
    countedAt: nullable(At),
    result: nullable(
      object({
        people: People,
        options: Type.Array(object({ option: Option, rank: nullable(Rank), votes: nullable(People) }), {
          maxItems: 12,
        }),
      }),
    ),
  }),
} as const

export type PollLine = Static<(typeof pollSchemas)['poll']>

type Above = {
  readonly people: ReadonlySet<string>
  readonly contributions: ReadonlyMap<string, { readonly isRoot: boolean }>
  readonly polls: Set<string>
}

/** What the line of a poll says that is wrong in its place; undefined when nothing is. */
export function pollProblem(seen: Above, line: PollLine): string | undefined {
  if (seen.polls.has(line.id)) return 'this poll stands above already'
  if (line.by !== null && !seen.people.has(line.by)) return 'the person is not in the file'
  if (line.place === 'thread' && !seen.contributions.get(line.of)?.isRoot) return 'the thread is not in the file'
  if (line.countedAt === null && (line.endedAt !== null || line.result !== null)) return 'it is over and not counted'
  if ((line.endedAt === null) !== (line.endedBy === null)) return 'one half of its end is missing'
  const named = line.result?.options.map(({ option }) => option) ?? []
  if (line.result && (named.length !== line.options.length || new Set(named).size < named.length))
    return 'its result does not name each option once'
  if (named.some((option) => option >= line.options.length)) return 'its result names no option of it'
  seen.polls.add(line.id)
  return undefined
}
