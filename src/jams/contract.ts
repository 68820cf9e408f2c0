import { type Static, Type } from 'typebox'
import { ContributionView, ForumView, VenueCounts } from '../conversation/contract.ts'
import { Author } from '../identity/contract.ts'
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
import {
  FORUMS_MAX,
  IDEA_LINEAGE_MAX,
  IDEA_MERGED_MAX,
  JAM_QUESTION_MAX,
  JAM_TITLE_MAX,
  PROMISE_MAX,
  REASON_MAX,
} from './rules/limits.ts'
import { templateAsks } from './rules/template-contract.ts'

export { TAKEN_BACK } from './rules/idea-lines.ts'
export { FORUMS_MAX, IDEA_LINEAGE_MAX, IDEA_MERGED_MAX, JAM_QUESTION_MAX, JAM_TITLE_MAX, PROMISE_MAX, REASON_MAX }

export const Phase = oneOf('prepare', 'discuss', 'rate', 'report', 'archive')
export type Phase = Static<typeof Phase>
export const Lobby = oneOf('members', 'link', 'public')
export type Lobby = Static<typeof Lobby>

/** The secret of a lobby's link: 128 bits. */
const LobbyLink = Type.String({ minLength: 22, maxLength: 64, pattern: '^[A-Za-z0-9_-]{22,64}$' })
const Day = Type.String({ format: 'date', maxLength: 10 })

/** What the sponsor will do with the outcome: required before a jam opens. */
export const Promise_ = object({ decides: filledText(200), by: Day, text: filledText(PROMISE_MAX) })
export type PromiseCard = Static<typeof Promise_>

/** When the clock moves the phase; null: by hand, or (rateAt) no rating phase. */
export const Dates = object({
  opensAt: nullable(Instant),
  rateAt: nullable(Instant),
  closesAt: nullable(Instant),
  archiveAt: nullable(Instant),
})
export type Dates = Static<typeof Dates>

export const Audience = object({ hubs: Type.Array(Id, { minItems: 1, maxItems: 500 }), guests: Type.Boolean() })

export const JamChange = object({
  at: Instant,
  kind: oneOf('opened', 'moved', 'extended', 'closed-early'),
  phase: Phase,
  until: nullable(Instant),
  reason: nullable(text(REASON_MAX)),
  by: nullable(text(120)),
})

export const JamSummary = object({
  id: Id,
  title: text(JAM_TITLE_MAX),
  question: text(JAM_QUESTION_MAX),
  phase: Phase,
  hub: object({ id: Id, name: text(120) }),
  guests: Type.Boolean(),
  dates: Dates,
  /** When the present phase ends, by the server's clock. */
  endsAt: nullable(Instant),
  openedAt: nullable(Instant),
  closedAt: nullable(Instant),
  counts: VenueCounts,
  hosting: Type.Boolean(),
})
export type JamSummary = Static<typeof JamSummary>

export const JamView = object({
  jam: JamSummary,
  promise: nullable(Promise_),
  audience: object({ hubs: list(object({ id: Id, name: text(120) }), 500), guests: Type.Boolean() }),
  lobby: Lobby,
  /** The lobby's address with its secret, for hosts when the lobby is open by link. */
  lobbyLink: nullable(text(500)),
  hosts: list(Author, 100),
  forums: list(ForumView, FORUMS_MAX),
  changes: list(JamChange, 200),
  /** What is missing before it can open: keys of the catalogue with their sentence. */
  missing: list(object({ key: text(100), sentence: text(500) }), 20),
  now: Instant,
  cursor: Count,
  may: object({
    contribute: May,
    reply: May,
    vote: May,
    edit: May,
    open: May,
    extend: May,
    move: May,
    export: May,
    invite: May,
  }),
})
export type JamView = Static<typeof JamView>

const jam = object({ jamId: Id })
const ForumBody = object({
  title: filledText(200),
  question: text(1000),
  hosts: list(Id, 50),
})

/** One thing I wrote, voted on or kept, with what became of it. */
export const MyPart = object({
  written: list(object({ contribution: ContributionView, answers: list(ContributionView, 50) }), 100),
  next: nullable(Cursor),
  favourites: list(ContributionView, 300),
  totals: object({ contributions: Count, replies: Count, answers: Count, agree: Count, disagree: Count, votes: Count }),
  myVotes: object({ agree: Count, disagree: Count, pass: Count }),
})
export type MyPart = Static<typeof MyPart>

export const jamsContract = {
  'GET /api/jams': {
    summary: 'The jams I may see: running ones first, then those being prepared, then the closed ones, newest first',
    access: 'anyone',
    query: object({ before: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }),
    answer: object({ jams: list(JamSummary, 100), next: nullable(Cursor), mayStart: list(Id, 2000) }),
  },
  'POST /api/jams': {
    summary: 'Begin to prepare a jam in a hub; I become its first host',
    body: object({ hubId: Id, title: filledText(JAM_TITLE_MAX), question: filledText(JAM_QUESTION_MAX) }),
    answer: JamView,
  },
  'GET /api/jams/:jamId': {
    summary: 'A jam with its forums and what I may do',
    access: 'anyone',
    params: jam,
    /** The secret of a lobby that is open by link. */
    query: object({ link: Type.Optional(LobbyLink) }),
    answer: JamView,
  },
  'PUT /api/jams/:jamId': {
    summary: 'Set up a jam; once open, only title, question, promise and lobby may still change',
    params: jam,
    body: object({
      title: filledText(JAM_TITLE_MAX),
      question: filledText(JAM_QUESTION_MAX),
      promise: nullable(Promise_),
      audience: Audience,
      lobby: Lobby,
      dates: Dates,
      hosts: Type.Array(Id, { minItems: 1, maxItems: 100 }),
    }),
    answer: JamView,
  },
  'DELETE /api/jams/:jamId': {
    summary: 'Discard a jam that never opened',
    params: jam,
    answer: object({ discarded: Type.Boolean() }),
  },
  'POST /api/jams/:jamId/forums': { summary: 'Add a forum', params: jam, body: ForumBody, answer: JamView },
  'PUT /api/jams/:jamId/forums/order': {
    summary: 'Put the forums in order',
    params: jam,
    body: object({ forums: list(Id, FORUMS_MAX) }),
    answer: JamView,
  },
  'PUT /api/jams/:jamId/forums/:forumId': {
    summary: 'Change a forum',
    params: object({ jamId: Id, forumId: Id }),
    body: ForumBody,
    answer: JamView,
  },
  'DELETE /api/jams/:jamId/forums/:forumId': {
    summary: 'Remove a forum in which nobody has written',
    params: object({ jamId: Id, forumId: Id }),
    answer: JamView,
  },
  'POST /api/jams/:jamId/seeds': {
    summary: 'Add a seed contribution before the jam opens: marked as from the hosts, never counted as people',
    params: jam,
    body: object({ forumId: Id, title: filledText(250), body: text(10_000) }),
    answer: ContributionView,
  },
  'POST /api/jams/:jamId/open': {
    summary: 'Open the jam now',
    params: jam,
    body: object({ reason: nullable(text(REASON_MAX)) }),
    answer: JamView,
  },
  'POST /api/jams/:jamId/extend': {
    summary: 'Extend the present phase, with a reason that everybody sees',
    params: jam,
    body: object({ until: Instant, reason: filledText(REASON_MAX) }),
    answer: JamView,
  },
  'POST /api/jams/:jamId/move': {
    summary: 'Move on to a later phase before its time, with a reason that everybody sees',
    params: jam,
    body: object({ to: oneOf('rate', 'report', 'archive'), reason: filledText(REASON_MAX) }),
    answer: JamView,
  },
  'GET /api/jams/:jamId/mine': {
    summary: 'My part: all I wrote with answers and votes, and my favourites across all who took part',
    params: jam,
    query: object({ before: Type.Optional(Cursor) }),
    answer: MyPart,
  },
  'GET /api/jams/:jamId/mine/download': {
    summary: 'My part as Markdown, HTML, JSON or CSV',
    params: jam,
    query: object({ format: oneOf('md', 'html', 'json', 'csv'), language: Type.Optional(LocaleTag) }),
    answer: Type.Unknown(),
    media: ['text/markdown', 'text/html', 'application/json', 'text/csv'],
  },
  'GET /api/jams/:jamId/export': {
    summary: 'Everything of the jam, streamed (owners and hosts): JSON Lines, or CSV of one type',
    params: jam,
    query: object({
      format: oneOf('jsonl', 'csv'),
      type: Type.Optional(
        oneOf(
          ...(['jam', 'person', 'hub', 'forum', 'contribution', 'version', 'vote'] as const),
          ...(['near-duplicate', 'fold-act', 'idea', 'rating', 'idea-rating', 'idea-pair', 'poll', 'meeting'] as const),
          ...(['theme', 'theme-place', 'ledger', 'matter', 'promise', 'edition', 'piece'] as const),
        ),
      ),
    }),
    answer: Type.Unknown(),
    media: ['application/jsonl', 'text/csv'],
  },
  'POST /api/jams/:jamId/copies': { ...templateAsks.copy, answer: JamView },
  'GET /api/jams/:jamId/template': templateAsks.download,
  'POST /api/jams/from-template': { ...templateAsks.begin, answer: JamView },
} as const satisfies Contracts
