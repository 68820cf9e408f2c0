import { type Static, Type } from 'typebox'
import { Author } from '../identity/contract.ts'
import { IDEA_LINEAGE_MAX, IDEA_MERGED_MAX } from '../jams/contract.ts'
import {
  type Contracts,
  Count,
  Cursor,
  filledText,
  Id,
  Instant,
  LocaleTag,
  list,
  May,
  nullable,
  object,
  oneOf,
  text,
} from '../kernel/index.ts'
import { IDEAS_MAX, IDEAS_PAGE_MAX, SENTENCE_MAX, SENTENCE_MIN, SOURCES_MAX } from './rules/limits.ts'

export { IDEAS_MAX, IDEAS_PAGE_MAX, SENTENCE_MAX, SENTENCE_MIN, SOURCES_MAX }

export const Consent = oneOf('asked', 'given', 'declined', 'not-needed')
export type Consent = Static<typeof Consent>

/** draft: no contribution carries it (any more); asked: authors have not answered yet; ready: all have, and one at least
 *  stands. What is asked or ready when rating begins is rated. */
export const IdeaState = oneOf('draft', 'asked', 'ready', 'merged', 'withdrawn')
export type IdeaState = Static<typeof IdeaState>

/** A contribution that an idea comes from. One whose author declined is told to hosts and to the author alone. */
export const IdeaSource = object({
  contributionId: Id,
  threadId: Id,
  /** Its title, or how its words begin. */
  title: text(250),
  author: nullable(Author),
  consent: Consent,
  mine: Type.Boolean(),
  /** The idea that brought it here when it was merged into this one; null: its own. */
  from: nullable(Id),
})
export type IdeaSource = Static<typeof IdeaSource>

export const IdeaView = object({
  id: Id,
  jamId: Id,
  sentence: text(SENTENCE_MAX),
  language: LocaleTag,
  theme: nullable(object({ id: Id, name: text(200) })),
  state: IdeaState,
  /** The idea it was merged into. */
  mergedInto: nullable(object({ id: Id, sentence: text(SENTENCE_MAX) })),
  /** Ideas that were merged into this one. */
  merged: list(object({ id: Id, sentence: text(SENTENCE_MAX) }), IDEA_MERGED_MAX),
  /** Who made it; null: it was given a place kept for small voices, in its author's own words. */
  by: nullable(text(120)),
  madeAt: Instant,
  version: Count,
  /** A small voice carries it. */
  small: Type.Boolean(),
  sources: list(IdeaSource, IDEA_LINEAGE_MAX),
  /** I wrote a contribution it comes from and have not said whether I consent. */
  askedOfMe: Type.Boolean(),
  may: object({ change: May, answer: May }),
})
export type IdeaView = Static<typeof IdeaView>

export const IdeasView = object({
  jamId: Id,
  ideas: list(IdeaView, IDEAS_PAGE_MAX),
  /** For the next page (older ones), or null at the end. */
  next: nullable(Cursor),
  counts: object({
    /** Neither merged nor withdrawn. */
    standing: Count,
    /** Of these, what will be rated as things are now. */
    rated: Count,
    /** Of what will be rated, ideas that a small voice carries; every seventh place is theirs. */
    small: Count,
    smallPlaces: Count,
    /** Ideas that wait for my consent. */
    askedOfMe: Count,
  }),
  /** Until when ideas are made and authors answer: the beginning of rating, else the end; null: when a host moves on. */
  until: nullable(Instant),
  cursor: Count,
  may: object({ make: May }),
})
export type IdeasView = Static<typeof IdeasView>

const jam = object({ jamId: Id })
const idea = object({ ideaId: Id })
const sources = Type.Array(Id, { minItems: 1, maxItems: SOURCES_MAX })

export const ideasContract = {
  'GET /api/jams/:jamId/ideas': {
    summary: 'The ideas of a jam, newest first, with what they come from',
    access: 'anyone',
    params: jam,
    query: object({
      of: Type.Optional(oneOf('all', 'asked-of-me')),
      before: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: IDEAS_PAGE_MAX })),
    }),
    answer: IdeasView,
  },
  'GET /api/ideas/:ideaId': { summary: 'One idea', access: 'anyone', params: idea, answer: IdeaView },
  'POST /api/jams/:jamId/ideas': {
    summary: 'Make an idea of contributions (hosts; authors of their own): their authors are asked for consent',
    params: jam,
    body: object({ sentence: filledText(1_000), contributionIds: sources, themeId: nullable(Id) }),
    answer: IdeaView,
  },
  'PUT /api/ideas/:ideaId': {
    summary:
      'Reword an idea or change what it comes from; after a rewording authors are asked anew. `version`: the changed one',
    params: idea,
    body: object({ version: Count, sentence: filledText(1_000), contributionIds: sources }),
    answer: IdeaView,
  },
  'PUT /api/ideas/:ideaId/consent': {
    summary: 'Say whether my contributions may stand as the source of this idea (their author)',
    params: idea,
    body: object({ consents: Type.Boolean() }),
    answer: IdeaView,
  },
  'POST /api/ideas/:ideaId/merge': {
    summary: 'Merge this idea into another one, which then names it and comes from its contributions too',
    params: idea,
    body: object({ intoId: Id }),
    answer: IdeaView,
  },
  'DELETE /api/ideas/:ideaId/merge': { summary: 'Undo the merging of this idea', params: idea, answer: IdeaView },
  'PUT /api/ideas/:ideaId/withdrawn': {
    summary: 'Withdraw an idea, or put it back',
    params: idea,
    body: object({ withdrawn: Type.Boolean() }),
    answer: IdeaView,
  },
} as const satisfies Contracts

export type { Interval, Tally } from './rules/measure-idea.ts'
export { measureIdeas, type Pair, rankIdeas } from './rules/rank-ideas.ts'
export {
  BallotIdea,
  BallotView,
  IdeaResult,
  Rating,
  RatingState,
  ResultsView,
  ratingContract,
} from './rules/rating-contract.ts'
