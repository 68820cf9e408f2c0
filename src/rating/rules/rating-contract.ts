import { type Static, Type } from 'typebox'
import {
  type Contracts,
  Count,
  Cursor,
  Id,
  Instant,
  LocaleTag,
  list,
  May,
  nullable,
  object,
  oneOf,
  text,
} from '../../kernel/index.ts'
import { ALL_UP_TO, HAND_SIZE, RESULTS_PAGE_MAX, SENTENCE_MAX } from './limits.ts'

const Points = Type.Integer({ minimum: 1, maximum: 5 })

/** What one person says of an idea: how much it would change, how well it can be done (1 to 5), whether it would help her. */
export const Rating = object({ impact: Points, feasibility: Points, helps: Type.Boolean() })
export type Rating = Static<typeof Rating>

/** An idea as it is rated: without names, and with the way to what it comes from. */
export const BallotIdea = object({
  id: Id,
  sentence: text(SENTENCE_MAX),
  language: LocaleTag,
  sources: list(object({ threadId: Id, title: text(250) }), 10),
})
export type BallotIdea = Static<typeof BallotIdea>

/** before: rating has not begun; making: the ballot is being made; open; counting: it is over and being counted. */
export const RatingState = oneOf('before', 'making', 'open', 'counting', 'counted')
export type RatingState = Static<typeof RatingState>

/** My own ballot, on every device of mine. Nobody else can ask for it. */
export const BallotView = object({
  jamId: Id,
  state: RatingState,
  /** Ideas that are rated in this jam. */
  ideas: Count,
  /** Ideas of my ballot. */
  length: Count,
  answered: Count,
  /** Of the answered, those I skipped. */
  skipped: Count,
  /** The next ones, the first to be rated now; empty before I begin and after the last one. */
  hand: list(BallotIdea, HAND_SIZE),
  until: nullable(Instant),
  may: object({ rate: May }),
})
export type BallotView = Static<typeof BallotView>

const Interval = object({ mean: Type.Number(), low: Type.Number(), high: Type.Number() })
const Part = object({ name: text(120), people: Count, value: Type.Number(), helps: Type.Number() })

/** What came out for an idea. Values from 0 to 100 (impact times feasibility), shares in [0, 1]. Null, and no parts, where
 *  fewer than five people rated it. */
export const IdeaResult = object({
  id: Id,
  sentence: text(SENTENCE_MAX),
  list: oneOf('common', 'split', 'other', 'few'),
  rank: nullable(Count),
  /** Others have the same points, and those who rated both put this one here. */
  byPairs: Type.Boolean(),
  people: nullable(Count),
  skipped: nullable(Count),
  value: nullable(Interval),
  impact: nullable(Type.Number()),
  feasibility: nullable(Type.Number()),
  /** Of those who rated it, the share whom it would help. */
  helps: nullable(Interval),
  /** The product over opinion groups of the share whom it would help: high only where every group says so. */
  groupInformed: nullable(Type.Number()),
  groups: list(Part, 30),
  hubs: list(Part, 200),
})
export type IdeaResult = Static<typeof IdeaResult>

export const ResultsView = object({
  jamId: Id,
  state: RatingState,
  ideas: Count,
  /** Who rated at least one; null before it is counted, and below five. */
  people: nullable(Count),
  /** Simulated people rated too, so many of `people`; null where nobody was, `people` null where it would tell too much. */
  simulated: nullable(object({ people: nullable(Count) })),
  /** Common ground first, then what divides, then the others by rank. */
  results: list(IdeaResult, RESULTS_PAGE_MAX),
  next: nullable(Cursor),
  cursor: Count,
})
export type ResultsView = Static<typeof ResultsView>

const jam = object({ jamId: Id })

export const ratingContract = {
  'GET /api/jams/:jamId/ballot': { summary: 'My ballot as it stands', params: jam, answer: BallotView },
  'POST /api/jams/:jamId/ballot': {
    summary: 'Begin to rate, or go on: the next ideas are dealt when none is at hand',
    exempt: true,
    params: jam,
    body: object({}),
    answer: BallotView,
  },
  'PUT /api/jams/:jamId/ballot': {
    summary:
      'Rate or skip (null) an idea of my ballot; until rating ends I may say otherwise. Sent again it changes nothing',
    exempt: true,
    params: jam,
    body: object({ ideaId: Id, rating: nullable(Rating) }),
    answer: BallotView,
  },
  'GET /api/jams/:jamId/ballot/rated': {
    summary: 'What I rated so far, while rating goes on',
    params: jam,
    answer: object({ rated: list(object({ idea: BallotIdea, rating: nullable(Rating) }), ALL_UP_TO) }),
  },
  'GET /api/jams/:jamId/rating': {
    summary: 'What came out of the rating, once it is over and counted',
    access: 'anyone',
    params: jam,
    query: object({
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: RESULTS_PAGE_MAX })),
    }),
    answer: ResultsView,
  },
} as const satisfies Contracts
