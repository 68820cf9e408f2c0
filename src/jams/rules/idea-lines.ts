import { type Static, Type } from 'typebox'
import { Id, LocaleTag, nullable, object, oneOf, text } from '../../kernel/index.ts'
import { IDEA_LINEAGE_MAX, IDEA_MERGED_MAX } from './limits.ts'

/** Stands in a file where an author took back the words that an idea said in her own. */
export const TAKEN_BACK = '[taken back]'

const At = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$', maxLength: 24 })
const People = Type.Integer({ minimum: 1, maximum: 10_000_000 })
const Points = Type.Integer({ minimum: 0, maximum: 5 })
const Side = Type.Integer({ minimum: 0, maximum: 10_000_000 })

/** The lines about ideas and what came out of rating them, in the order in which they stand in a jam's file. */
export const ideaSchemas = {
  idea: object({
    type: Type.Literal('idea'),
    id: Id,
    sentence: text(200, 10),
    language: LocaleTag,
    mergedInto: nullable(Id),
    withdrawnAt: nullable(At),
    by: nullable(Id),
    madeAt: At,
    version: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    sources: Type.Array(object({ contribution: Id, consent: oneOf('asked', 'given', 'declined', 'not-needed') }), {
      maxItems: IDEA_LINEAGE_MAX,
    }),
  }),
  rating: object({
    type: Type.Literal('rating'),
    ideas: Side,
    people: Side,
    countedAt: At,
    simulated: Type.Optional(Side),
  }),
  'idea-rating': object({
    type: Type.Literal('idea-rating'),
    idea: Id,
    impact: Points,
    feasibility: Points,
    helps: Type.Boolean(),
    people: People,
  }),
  'idea-pair': object({ type: Type.Literal('idea-pair'), idea: Id, other: Id, before: Side, after: Side }),
} as const

export type IdeaLine = Static<(typeof ideaSchemas)['idea']>
/** That ideas were rated: how many, and by how many people; `simulated` of them where some were,
 *  0 where that would tell of fewer than five others. */
export type RatingLine = Static<(typeof ideaSchemas)['rating']>
/** So many people gave an idea this; impact 0: they skipped it. Ideas that fewer than five rated have none. */
export type IdeaRatingLine = Static<(typeof ideaSchemas)['idea-rating']>
/** Of those who rated both of two ideas that are level, how many put the one before the other. */
export type IdeaPairLine = Static<(typeof ideaSchemas)['idea-pair']>
export type LineOfIdeas = IdeaLine | RatingLine | IdeaRatingLine | IdeaPairLine

/** What stands above in the file. */
export type SeenIdeas = {
  /** `lineage`: of how many contributions, `into`: of how many merged ideas, as far as the file has come. */
  readonly ideas: Map<string, { merged: boolean; lineage: number; into: number }>
  readonly ratings: Set<string>
  rating: boolean
}

type Above = SeenIdeas & {
  readonly people: ReadonlySet<string>
  readonly contributions: ReadonlyMap<string, unknown>
}

/** What a line about ideas says that is wrong in its place; undefined when nothing is. */
export function ideaProblem(seen: Above, line: LineOfIdeas): string | undefined {
  if (line.type === 'idea') return ownProblem(seen, line)
  if (line.type === 'rating') {
    if (seen.rating) return 'a file holds one rating'
    seen.rating = true
    return undefined
  }
  if (!seen.rating) return 'the rating does not stand above'
  const named = line.type === 'idea-pair' ? [line.idea, line.other] : [line.idea]
  if (named.some((id) => !seen.ideas.has(id))) return 'the idea is not in the file'
  if (line.type === 'idea-pair' && line.idea >= line.other) return 'of a pair the lesser id stands first'
  if (line.type === 'idea-rating' && (line.impact === 0) !== (line.feasibility === 0))
    return 'one half of it is skipped'
  const what = line.type === 'idea-pair' ? named : [line.idea, line.impact, line.feasibility, line.helps]
  return once(seen.ratings, what.join(' '))
}

function ownProblem(seen: Above, line: IdeaLine): string | undefined {
  if (seen.ideas.has(line.id)) return 'this idea stands above already'
  if (line.by !== null && !seen.people.has(line.by)) return 'the person is not in the file'
  if (line.sources.some(({ contribution }) => !seen.contributions.has(contribution)))
    return 'a contribution is not in the file'
  const into = line.mergedInto === null ? undefined : seen.ideas.get(line.mergedInto)
  if (line.mergedInto !== null && (!into || into.merged)) return 'the idea it was merged into does not stand above'
  if (into) {
    into.into++
    into.lineage += line.sources.length
    if (into.into > IDEA_MERGED_MAX) return `more than ${IDEA_MERGED_MAX} ideas are merged into one`
    if (into.lineage > IDEA_LINEAGE_MAX) return `an idea comes from more than ${IDEA_LINEAGE_MAX} contributions`
  }
  seen.ideas.set(line.id, { merged: line.mergedInto !== null, lineage: line.sources.length, into: 0 })
  return undefined
}

function once(set: Set<string>, key: string): string | undefined {
  if (set.has(key)) return 'this stands above already'
  set.add(key)
  return undefined
}
