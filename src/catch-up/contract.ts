import { type Static, Type } from 'typebox'
import {
  type Contracts,
  Count,
  filledText,
  Id,
  Instant,
  LocaleTag,
  list,
  Nothing,
  nullable,
  object,
  oneOf,
  text,
} from '../kernel/index.ts'
import { SINCE } from './rules/anchor.ts'
import { SECTIONS } from './rules/arrange.ts'
import { CARDS_MAX, FOLLOWS_MAX, JAMS_MAX, MINUTES, REMAINDERS_MAX, WORD_MAX } from './rules/limits.ts'

export { MINUTES, SINCE, WORD_MAX }

const Minutes = Type.Union([Type.Literal(2), Type.Literal(10), Type.Literal(30)])
const SectionKey = oneOf(...SECTIONS.map(({ key }) => key))
const Since = oneOf(...SINCE)
const Hour = Type.Integer({ minimum: 0, maximum: 23 })

/** A sentence that somebody wrote, character for character, with the way to it. */
export const Quote = object({
  contributionId: Id,
  threadId: Id,
  kind: text(20),
  sentence: text(1_000),
  author: nullable(text(120)),
  hub: nullable(text(120)),
  language: LocaleTag,
  favourite: Type.Boolean(),
})
export type Quote = Static<typeof Quote>

/** One thing to read. `line`: what is new, or what happened, in the reader's language; `why`: each factor that put it here. */
export const CardView = object({
  key: text(120),
  jam: object({ id: Id, title: text(200) }),
  theme: nullable(object({ id: Id, name: text(200), followed: Type.Boolean() })),
  line: text(1_000),
  quote: nullable(Quote),
  build: nullable(Quote),
  objection: nullable(Quote),
  why: list(text(300), 10),
})
export type CardView = Static<typeof CardView>

export const CatchUpView = object({
  minutes: Count,
  since: Since,
  /** Is a reading history kept? Without one, what is new is found by time. */
  kept: Type.Boolean(),
  words: Count,
  used: Count,
  /** In their fixed order. `left`: cards that the budget left out. */
  sections: list(object({ key: SectionKey, cards: list(CardView, CARDS_MAX), left: Count }), SECTIONS.length),
  /** New contributions that are not shown, by theme; `themeId` null: they stand in none. */
  remainders: list(object({ jamId: Id, themeId: nullable(Id), name: text(200), said: Count }), REMAINDERS_MAX),
  shown: object({ themes: Count, said: Count }),
  of: object({ themes: Count, said: Count }),
  jams: list(object({ id: Id, title: text(200) }), JAMS_MAX),
  /** The live position it was read at, and when. */
  cursor: Count,
  readAt: Instant,
})
export type CatchUpView = Static<typeof CatchUpView>

const FollowKind = oneOf('theme', 'forum', 'person', 'hub', 'word')
/** An id, or the word in lower case. */
const Target = filledText(WORD_MAX)

/** Something a person follows without replying; nobody else learns of it. `jamId`: where themes and forums are. */
export const Follow = object({ kind: FollowKind, target: Target, name: text(200), jamId: nullable(Id) })
export type Follow = Static<typeof Follow>
export const FollowsView = object({ follows: list(Follow, FOLLOWS_MAX) })
export type FollowsView = Static<typeof FollowsView>

/** What a person chooses of how she is told. Hours are those of her own zone. */
const chosen = {
  minutes: Minutes,
  digest: Type.Boolean(),
  digestHour: Hour,
  quietFrom: Hour,
  quietTo: Hour,
  /** May she be told of people whom she has not met, and they of her? */
  bridges: Type.Boolean(),
}
/** How a person wants to be told. */
export const ChoiceView = object({
  ...chosen,
  /** Is there a feed with a secret address? The address itself is shown once. */
  feed: Type.Boolean(),
})
export type ChoiceView = Static<typeof ChoiceView>

const asked = {
  jamId: Type.Optional(Id),
  minutes: Type.Optional(Minutes),
  since: Type.Optional(Since),
  only: Type.Optional(SectionKey),
}
const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', maxLength: 43 })
const token = object({ token: Token })

export const catchUpContract = {
  'GET /api/catch-up': {
    summary: 'What I missed, within 2, 10 or 30 minutes; `only` shows one section as a whole',
    query: object(asked),
    answer: CatchUpView,
  },
  'GET /catch-up/plain': {
    summary: 'What I missed as plain HTML without JavaScript',
    query: object(asked),
    answer: Type.Unknown(),
    media: ['text/html'],
  },
  'GET /catch-up/text': {
    summary: 'What I missed as text below 50 kB',
    query: object(asked),
    answer: Type.Unknown(),
    media: ['text/plain'],
  },
  'POST /api/catch-up/seen': {
    summary: 'I am done with the cards of these themes: they are read up to now',
    body: object({ themeIds: Type.Array(Id, { minItems: 1, maxItems: 100 }) }),
    answer: Nothing,
  },
  'GET /api/catch-up/choice': { summary: 'How I want to be told', answer: ChoiceView },
  'PUT /api/catch-up/choice': {
    summary: 'Choose the minutes, the daily digest, its hour and quiet hours, and whether there are bridges',
    body: object(chosen),
    answer: ChoiceView,
  },
  'POST /api/catch-up/feed': {
    summary: 'Make a new secret address for my feed; the one before no longer works',
    exempt: true,
    body: object({}),
    answer: object({ address: text(500) }),
  },
  'DELETE /api/catch-up/feed': { summary: 'Have no feed any more', answer: ChoiceView },
  'GET /feeds/:token': {
    summary: 'What its person missed, as Atom',
    access: 'anyone',
    params: token,
    answer: Type.Unknown(),
    media: ['application/atom+xml'],
  },
  'GET /digest/leave/:token': {
    summary: 'The page on which a digest is left, without signing in',
    access: 'anyone',
    params: token,
    answer: Type.Unknown(),
    media: ['text/html'],
  },
  'POST /digest/leave/:token': {
    summary: 'Get no digest any more (RFC 8058); works from a mail program, without signing in',
    access: 'anyone',
    exempt: true,
    anyOrigin: true,
    params: token,
    answer: Type.Unknown(),
    media: ['text/html'],
  },
  'GET /api/follows': { summary: 'What I follow', answer: FollowsView },
  'PUT /api/follows': {
    summary: 'Follow a theme, forum, person, hub or word, or no longer',
    body: object({ kind: FollowKind, target: Target, followed: Type.Boolean() }),
    answer: FollowsView,
  },
} as const satisfies Contracts
