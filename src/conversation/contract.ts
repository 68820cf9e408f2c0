import { type Static, Type } from 'typebox'
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
import { BODY_MAX, DELTA_MAX, PAGE_DEFAULT, PAGE_MAX, TITLE_MAX } from './rules/limits.ts'
import { Meeting } from './rules/meetings-contract.ts'

export { MeetingsView, MeetingView, meetingsContract } from './rules/meetings-contract.ts'
export { BODY_MAX, DELTA_MAX, PAGE_DEFAULT, PAGE_MAX, TITLE_MAX }

export const ReplyKind = oneOf('build', 'example', 'objection', 'question', 'plain')
export type ReplyKind = Static<typeof ReplyKind>
export const Kind = oneOf('contribution', 'build', 'example', 'objection', 'question', 'plain')
export const VoteValue = oneOf('agree', 'disagree', 'pass')
export type VoteValue = Static<typeof VoteValue>

export const Votes = object({ agree: Count, disagree: Count, pass: Count })

/** A contribution or a reply as everybody who may read it sees it, with what is mine. */
export const ContributionView = object({
  id: Id,
  venueId: Id,
  forumId: Id,
  threadId: Id,
  parentId: nullable(Id),
  /** 0 for the contribution itself, n for the n-th reply of its thread. */
  number: Count,
  depth: Count,
  kind: Kind,
  author: nullable(Author),
  title: nullable(text(TITLE_MAX)),
  /** Sanitised once, when it was written. */
  html: text(200_000),
  language: text(35),
  seed: Type.Boolean(),
  postedAt: Instant,
  editedAt: nullable(Instant),
  version: Count,
  retracted: Type.Boolean(),
  votes: Votes,
  /** Of a contribution: all replies of its thread; of a reply: the direct answers to it. */
  replies: Count,
  lastReplyAt: nullable(Instant),
  /** The fold it stands in: the id of the earliest of some that say nearly the same; null: it stands alone. */
  foldId: nullable(Id),
  /** Grows with every change: of two views of one thing the one with the greater revision is newer. */
  revision: Count,
  /** It was said at a meeting, which a host entered: nobody wrote it. */
  meeting: nullable(Meeting),
  mine: Type.Boolean(),
  myVote: nullable(VoteValue),
  favourite: Type.Boolean(),
})
export type ContributionView = Static<typeof ContributionView>

export const ForumView = object({
  id: Id,
  venueId: Id,
  title: text(200),
  question: text(1000),
  position: Count,
  hosts: list(Author, 50),
  contributions: Count,
  replies: Count,
  lastAt: nullable(Instant),
  may: object({ contribute: May }),
})
export type ForumView = Static<typeof ForumView>

/** Whole venue now, for live counts. */
export const VenueCounts = object({
  people: Count,
  writers: Count,
  guests: Count,
  hubs: Count,
  contributions: Count,
  replies: Count,
  votes: Count,
})
export type VenueCounts = Static<typeof VenueCounts>

export const ContributionPage = object({
  items: list(ContributionView, PAGE_MAX),
  /** For the next page (older ones), or null at the end. */
  next: nullable(Cursor),
  /** The live position the page was read at: ask live for what comes after it. */
  cursor: Count,
})
export type ContributionPage = Static<typeof ContributionPage>

/** One contribution with the Markdown its author wrote, to quote or edit. */
export const ContributionInFull = object({
  contribution: ContributionView,
  body: text(BODY_MAX),
  may: object({ edit: May, retract: May }),
})
export type ContributionInFull = Static<typeof ContributionInFull>

export const ThreadView = object({
  root: ContributionView,
  forum: object({ id: Id, title: text(200) }),
  order: oneOf('tree', 'time'),
  items: list(ContributionView, PAGE_MAX),
  /** For the items before and after these in the chosen order, or null at that end. */
  previous: nullable(Cursor),
  next: nullable(Cursor),
  /** How many replies stand before the first item in this order. */
  before: Count,
  /** The first reply I have not read, in this order; null when all are read. */
  firstUnread: nullable(Id),
  /** I have read up to this number. */
  readTo: Count,
  cursor: Count,
  may: object({ reply: May, vote: May, editOwn: May }),
})
export type ThreadView = Static<typeof ThreadView>

export const DraftView = object({
  place: text(50),
  kind: Kind,
  title: text(TITLE_MAX),
  body: text(BODY_MAX),
  at: Instant,
})
export type DraftView = Static<typeof DraftView>

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const id = object({ contributionId: Id })
const Place = Type.String({ maxLength: 50, pattern: `^(forum|reply|edit):${UUID}$` })

export const conversationContract = {
  'GET /api/venues/:venueId/contributions': {
    summary:
      'Contributions of a venue or one of its forums: newest first, or those with the latest reply first. Of a fold its earliest alone, unless `folds` asks for all',
    access: 'anyone',
    params: object({ venueId: Id }),
    query: object({
      forumId: Type.Optional(Id),
      order: Type.Optional(oneOf('recent', 'active')),
      folds: Type.Optional(oneOf('once', 'all')),
      before: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MAX })),
    }),
    answer: ContributionPage,
  },
  'GET /api/contributions': {
    summary: 'Contributions and replies by id (what live said is new or changed); those I may not see are left out',
    access: 'anyone',
    query: object({ ids: Type.String({ maxLength: DELTA_MAX * 37, pattern: `^${UUID}(,${UUID})*$` }) }),
    answer: object({ items: list(ContributionView, DELTA_MAX), cursor: Count }),
  },
  'GET /api/contributions/:contributionId': {
    summary: 'One contribution with its Markdown source',
    access: 'anyone',
    params: id,
    answer: ContributionInFull,
  },
  'GET /api/contributions/:contributionId/versions': {
    summary: 'The earlier versions of a contribution, oldest first',
    access: 'anyone',
    params: id,
    answer: object({
      versions: list(
        object({ version: Count, title: nullable(text(TITLE_MAX)), html: text(200_000), at: Instant }),
        1000,
      ),
    }),
  },
  'GET /api/threads/:threadId': {
    summary: 'A thread as a tree or by time: a page that starts at the first unread, at the start, or beside a cursor',
    access: 'anyone',
    params: object({ threadId: Id }),
    query: object({
      order: Type.Optional(oneOf('tree', 'time')),
      from: Type.Optional(oneOf('start', 'unread', 'end')),
      /** Start at this reply. */
      at: Type.Optional(Id),
      after: Type.Optional(Cursor),
      before: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MAX })),
    }),
    answer: ThreadView,
  },
  'PUT /api/threads/:threadId/read': {
    summary: 'I have read this thread up to a reply; never goes back',
    params: object({ threadId: Id }),
    body: object({ number: Count }),
    answer: object({ readTo: Count }),
  },
  'POST /api/forums/:forumId/contributions': {
    summary: 'Write a contribution; its body may be empty for a one-line statement',
    params: object({ forumId: Id }),
    body: object({ title: filledText(TITLE_MAX), body: text(BODY_MAX), language: Type.Optional(LocaleTag) }),
    answer: ContributionView,
  },
  'POST /api/contributions/:contributionId/replies': {
    summary: 'Answer a contribution or a reply: build on it, give an example, object, ask, or plainly',
    params: id,
    body: object({ kind: ReplyKind, body: filledText(BODY_MAX), language: Type.Optional(LocaleTag) }),
    answer: ContributionView,
  },
  'PUT /api/contributions/:contributionId': {
    summary: 'Edit my contribution; the earlier version stays readable. `version` is the one that was edited',
    params: id,
    body: object({ version: Count, title: nullable(filledText(TITLE_MAX)), body: text(BODY_MAX) }),
    answer: ContributionView,
  },
  'DELETE /api/contributions/:contributionId': {
    summary:
      'Retract my contribution for good: its words and versions are erased, a tombstone keeps the thread readable',
    params: id,
    answer: ContributionView,
  },
  'PUT /api/contributions/:contributionId/language': {
    summary: 'Correct the detected language of a contribution (its author, and hosts)',
    params: id,
    body: object({ language: LocaleTag }),
    answer: ContributionView,
  },
  'PUT /api/contributions/:contributionId/vote': {
    summary: 'Agree, disagree or pass; one vote each, changeable; null takes it back',
    params: id,
    body: object({ value: nullable(VoteValue) }),
    answer: ContributionView,
  },
  'PUT /api/contributions/:contributionId/favourite': {
    summary: 'Keep a contribution among my favourites, or no longer',
    params: id,
    body: object({ favourite: Type.Boolean() }),
    answer: ContributionView,
  },
  'GET /api/drafts/:place': {
    summary: 'What I was writing at a place (forum:ID, reply:ID, edit:ID), or null',
    params: object({ place: Place }),
    answer: object({ draft: nullable(DraftView) }),
  },
  'PUT /api/drafts/:place': {
    summary: 'Keep what I am writing; empty text forgets the draft',
    params: object({ place: Place }),
    body: object({ kind: Kind, title: text(TITLE_MAX), body: text(BODY_MAX) }),
    answer: object({ draft: nullable(DraftView) }),
  },
  'GET /api/drafts': { summary: 'All my drafts, newest first', answer: object({ drafts: list(DraftView, 200) }) },
} as const satisfies Contracts
