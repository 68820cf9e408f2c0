import { type Static, Type } from 'typebox'
import { Author } from '../identity/contract.ts'
import {
  type Contracts,
  Count,
  Cursor,
  filledText,
  Id,
  Instant,
  list,
  May,
  nullable,
  object,
  oneOf,
  text,
} from '../kernel/index.ts'
import {
  ANSWER_REASON_MAX,
  BUDGET_MAX,
  DECIDERS_MAX,
  MATTER_NAME_MAX,
  MATTERS_MAX,
  NOTE_MAX,
  VERSIONS_MAX,
} from './rules/limits.ts'
import { NOTES, STATES } from './rules/promise-clock.ts'

const Day = Type.String({ format: 'date', maxLength: 10 })

export const Answer = oneOf('accept', 'adapt', 'decline', 'later')
export type Answer = Static<typeof Answer>
export const PromiseState = oneOf(...STATES)
const Named = object({ id: Id, name: nullable(text(120)) })

/** A version of an answer with the names under it. It binds from `boundAt` on. */
export const DecisionView = object({
  id: Id,
  version: Count,
  answer: Answer,
  reason: text(ANSWER_REASON_MAX),
  owner: nullable(Named),
  due: nullable(Day),
  budget: nullable(text(BUDGET_MAX)),
  changeReason: nullable(text(NOTE_MAX)),
  by: nullable(text(120)),
  at: Instant,
  signatures: list(object({ ...Named.properties, at: Instant }), 100),
  boundAt: nullable(Instant),
})
export type DecisionView = Static<typeof DecisionView>

/** Something that waits for an answer. `latest` is newer than what binds: given to those who prepare and decide alone. */
export const MatterView = object({
  id: Id,
  jamId: Id,
  kind: oneOf('theme', 'idea'),
  subjectId: Id,
  name: text(MATTER_NAME_MAX),
  /** Whether it must be answered still: a theme may have left the headlines. */
  stands: Type.Boolean(),
  binding: nullable(DecisionView),
  latest: nullable(DecisionView),
  promise: nullable(object({ id: Id, state: PromiseState })),
})
export type MatterView = Static<typeof MatterView>

export const DecisionsView = object({
  jamId: Id,
  deciders: object({
    people: list(Author, DECIDERS_MAX),
    /** How many of them must sign; null: all. */
    needed: nullable(Count),
    version: Count,
    by: nullable(text(120)),
    at: nullable(Instant),
  }),
  matters: list(MatterView, MATTERS_MAX),
  answered: Count,
  waiting: Count,
  answeredAt: nullable(Instant),
  may: object({ name: May, prepare: May, sign: May }),
})
export type DecisionsView = Static<typeof DecisionsView>

export const PromiseLine = object({
  id: Id,
  jam: object({ id: Id, title: text(120) }),
  /** What was promised: the theme or idea; null: the jam's own card. */
  name: nullable(text(MATTER_NAME_MAX)),
  answer: nullable(Answer),
  owner: nullable(Named),
  due: Day,
  state: PromiseState,
  /** The last thing said about it, and when. */
  told: nullable(object({ reason: text(NOTE_MAX), at: Instant })),
})
export type PromiseLine = Static<typeof PromiseLine>

export const PromiseView = object({
  promise: PromiseLine,
  decision: nullable(DecisionView),
  /** Oldest first. */
  history: list(
    object({
      id: Id,
      kind: oneOf(...NOTES),
      reason: nullable(text(NOTE_MAX)),
      by: nullable(text(120)),
      at: Instant,
      /** Where it is discussed, for those who take part. */
      thread: nullable(object({ id: Id, replies: Count })),
    }),
    1_000,
  ),
  may: object({ tell: May, settle: May }),
})
export type PromiseView = Static<typeof PromiseView>

const counts = Object.fromEntries(STATES.map((state) => [state, Count])) as Record<
  (typeof STATES)[number],
  typeof Count
>
export const StateCounts = object(counts)
export type StateCounts = Static<typeof StateCounts>

export const LedgerView = object({
  /** Overdue first, then by their day; settled ones last, newest first. */
  promises: list(PromiseLine, 100),
  counts: StateCounts,
  next: nullable(Cursor),
})
export type LedgerView = Static<typeof LedgerView>

const jam = object({ jamId: Id })
const promise = object({ promiseId: Id })
const filter = oneOf('all', 'due', 'overdue', ...STATES)

export const promisesContract = {
  'GET /api/jams/:jamId/decisions': {
    summary: 'What waits for an answer in a jam, and the answers: themes and ideas in the order of the report',
    access: 'anyone',
    params: jam,
    answer: DecisionsView,
  },
  'PUT /api/jams/:jamId/deciders': {
    summary: 'Say who decides on what came of a jam, and how many of them must sign (hosts)',
    params: jam,
    body: object({
      people: Type.Array(Id, { minItems: 1, maxItems: DECIDERS_MAX, uniqueItems: true }),
      needed: nullable(Type.Integer({ minimum: 1, maximum: DECIDERS_MAX })),
      /** The version that was read before; refused when there is a newer one. */
      follows: Type.Optional(Count),
    }),
    answer: DecisionsView,
  },
  'POST /api/matters/:matterId/decisions': {
    summary: 'Write an answer, or a new version of it (hosts, owners, those who decide)',
    params: object({ matterId: Id }),
    body: object({
      /** The version this one follows: 0 for the first. */
      follows: Count,
      answer: Answer,
      reason: filledText(ANSWER_REASON_MAX),
      owner: nullable(Id),
      due: nullable(Day),
      budget: nullable(text(BUDGET_MAX)),
      changeReason: nullable(text(NOTE_MAX)),
    }),
    answer: DecisionsView,
  },
  'GET /api/matters/:matterId/decisions': {
    summary: 'Every version of an answer, newest first',
    access: 'anyone',
    params: object({ matterId: Id }),
    answer: object({ versions: list(DecisionView, VERSIONS_MAX) }),
  },
  'POST /api/decisions/:decisionId/signature': {
    summary: 'Sign the latest version of an answer (those who decide)',
    params: object({ decisionId: Id }),
    body: object({}),
    answer: DecisionsView,
  },
  'GET /api/promises': {
    summary: 'The promises of all jams I may read, or of one: overdue first',
    access: 'anyone',
    query: object({
      jamId: Type.Optional(Id),
      show: Type.Optional(filter),
      /** Only those I keep. */
      mine: Type.Optional(oneOf('yes')),
      after: Type.Optional(Cursor),
    }),
    answer: LedgerView,
  },
  'GET /api/promises/:promiseId': {
    summary: 'A promise with its answer and its history',
    access: 'anyone',
    params: promise,
    answer: PromiseView,
  },
  'POST /api/promises/:promiseId/progress': {
    summary: 'Tell how a promise goes; others answer there (who keeps it, those who decide)',
    params: promise,
    body: object({ text: filledText(NOTE_MAX) }),
    answer: PromiseView,
  },
  'PUT /api/promises/:promiseId/state': {
    summary: 'Say with a reason that a promise is kept, or broken (who keeps it, those who decide)',
    params: promise,
    body: object({ state: oneOf('kept', 'broken'), reason: filledText(NOTE_MAX) }),
    answer: PromiseView,
  },
  'GET /api/jams/:jamId/promise-record': {
    summary: 'What became of earlier promises of the same sponsor: how many in each state, and those that are overdue',
    access: 'anyone',
    params: jam,
    answer: object({
      jams: Count,
      counts: StateCounts,
      overdue: list(PromiseLine, 20),
      checks: list(object({ days: Count, at: Instant, counts: StateCounts }), 3),
    }),
  },
} as const satisfies Contracts
