import { type Static, Type } from 'typebox'
import { Id, nullable, object, text } from '../../kernel/index.ts'

const At = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$', maxLength: 24 })
const Day = Type.String({ format: 'date', maxLength: 10 })

/** The line of a meeting as it stands in a jam's file: whose sheet a host entered, and the contributions of it. */
export const meetingSchemas = {
  meeting: object({
    type: Type.Literal('meeting'),
    id: Id,
    forum: Id,
    people: nullable(Type.Integer({ minimum: 5, maximum: 100_000 })),
    place: text(120, 1),
    day: Day,
    by: nullable(Id),
    at: At,
    contributions: Type.Array(Id, { minItems: 1, maxItems: 20 }),
  }),
} as const

export type MeetingLine = Static<(typeof meetingSchemas)['meeting']>

type Above = {
  readonly people: ReadonlySet<string>
  readonly forums: ReadonlySet<string>
  readonly contributions: ReadonlyMap<string, { readonly isRoot: boolean; readonly authored: boolean }>
  /** Meetings, and the contributions of meetings. */
  readonly meetings: Set<string>
}

/** What the line of a meeting says that is wrong in its place; undefined when nothing is. */
export function meetingProblem(seen: Above, line: MeetingLine): string | undefined {
  if (seen.meetings.has(line.id)) return 'this meeting stands above already'
  if (!seen.forums.has(line.forum)) return 'the forum is not in the file'
  if (line.by !== null && !seen.people.has(line.by)) return 'the person is not in the file'
  for (const id of line.contributions) {
    const said = seen.contributions.get(id)
    if (!said?.isRoot) return 'a contribution is not in the file'
    if (said.authored) return 'what somebody wrote was not said at a meeting'
    if (seen.meetings.has(id)) return 'a contribution was said at one meeting'
    seen.meetings.add(id)
  }
  seen.meetings.add(line.id)
  return undefined
}
