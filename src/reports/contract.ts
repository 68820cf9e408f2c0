import { type Static, Type } from 'typebox'
import {
  type Contracts,
  Count,
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
import { Answer, PromiseState } from '../promises/contract.ts'
import { IDEAS_MAX, NAME_MAX, THEMES_MAX } from './rules/limits.ts'
import { EditionKind, Headline, Place } from './rules/report.ts'

export const EditionView = object({
  number: Count,
  kind: EditionKind,
  madeAt: Instant,
  /** SHA-256 of what it says and was made of; null while its files are being made. */
  hash: nullable(text(64)),
})
export type EditionView = Static<typeof EditionView>

export const ReportsView = object({
  jamId: Id,
  /** Newest first. The live draft (number 0) is given to hosts and owners, last. */
  editions: list(EditionView, 101),
  /** Whether an edition is being made, or a closed jam still waits for its first. */
  making: Type.Boolean(),
  may: object({ review: May }),
})
export type ReportsView = Static<typeof ReportsView>

/** What differs between two editions. */
export const EditionChange = object({
  what: oneOf(
    'theme-new',
    'theme-gone',
    'name',
    'headline',
    'people',
    'sentence-new',
    'sentence-gone',
    'quote-new',
    'quote-gone',
    'answer',
    'promise',
  ),
  /** The name of the theme or idea. */
  theme: text(500),
  from: text(2_000),
  to: text(2_000),
})
export type EditionChange = Static<typeof EditionChange>

const Choice = object({ id: text(200), text: text(10_000), stands: Type.Boolean() })

/** A theme as its hosts review it: their choices so far over what the machine made. */
export const ReviewTheme = object({
  id: Id,
  name: nullable(text(NAME_MAX)),
  label: text(NAME_MAX),
  headline: nullable(Headline),
  people: nullable(Count),
  statements: list(object({ ...Choice.properties, short: Type.Boolean(), shortText: text(2_000) }), 12),
  quotes: list(object({ ...Choice.properties, language: text(35) }), 20),
  signed: nullable(object({ by: text(NAME_MAX), at: Instant })),
})
export type ReviewTheme = Static<typeof ReviewTheme>

export const ReviewView = object({
  jamId: Id,
  /** The edition that the choices begin from. */
  from: Count,
  themes: list(ReviewTheme, THEMES_MAX),
  edits: list(
    object({ at: Instant, by: text(NAME_MAX), theme: text(NAME_MAX), what: text(20), from: text(500), to: text(500) }),
    500,
  ),
  may: object({ review: May }),
})
export type ReviewView = Static<typeof ReviewView>

const Chapter = oneOf('themes', 'opinions', 'voices')

export const Letter = object({
  jam: object({ id: Id, title: text(500), question: text(2_000) }),
  edition: nullable(EditionView),
  written: list(
    object({
      id: Id,
      threadId: Id,
      kind: text(20),
      title: text(500),
      postedAt: Instant,
      place: Place,
      theme: nullable(object({ id: Id, name: text(NAME_MAX), people: nullable(Count), headline: nullable(Headline) })),
      /** Chapters in which it is cited or quoted. */
      uses: list(Chapter, 10),
    }),
    IDEAS_MAX,
  ),
  /** What was answered to themes and ideas in which I wrote or agreed, or which I follow. */
  became: list(
    object({
      kind: oneOf('theme', 'idea'),
      id: Id,
      name: text(500),
      answer: Answer,
      reason: text(4_000),
      owner: nullable(text(NAME_MAX)),
      due: nullable(text(10)),
      state: nullable(PromiseState),
      why: list(oneOf('wrote', 'supported', 'followed'), 3),
    }),
    1_000,
  ),
  totals: object({ written: Count, themes: Count, cited: Count }),
})
export type Letter = Static<typeof Letter>

/** Where an edition uses something: its theme by the name it has now, null where it has none any more. */
export const Use = object({
  chapter: Chapter,
  theme: nullable(object({ id: Id, name: nullable(text(NAME_MAX)) })),
})
export type Use = Static<typeof Use>

export const UsesView = object({
  jamId: Id,
  /** The edition; null: there is none yet. */
  number: nullable(Count),
  uses: list(Use, 50),
  /** Replies of its thread that are used, in their order; `reply`: the number that the thread gives it. */
  replies: list(object({ id: Id, reply: Count, uses: list(Use, 50) }), 200),
})
export type UsesView = Static<typeof UsesView>

const jam = object({ jamId: Id })
const edition = object({ jamId: Id, number: Type.Integer({ minimum: 0, maximum: 100_000 }) })
const names = (most: number) => Type.Array(text(200), { maxItems: most })

export const reportsContract = {
  'GET /api/jams/:jamId/reports': {
    summary: 'The editions of a jam’s report, newest first',
    access: 'anyone',
    params: jam,
    answer: ReportsView,
  },
  'GET /jams/:jamId/report/:number': {
    summary:
      'An edition at its permanent address: HTML that needs no JavaScript, Markdown, CSV or JSON. 0 is the live draft',
    access: 'anyone',
    params: edition,
    query: object({ form: Type.Optional(oneOf('html', 'md', 'csv', 'json')), language: Type.Optional(LocaleTag) }),
    answer: Type.Unknown(),
    media: ['text/html', 'text/markdown', 'text/csv', 'application/json'],
  },
  'GET /api/jams/:jamId/reports/:number/changes': {
    summary: 'What an edition says otherwise than the one before it',
    access: 'anyone',
    params: edition,
    answer: object({ from: Count, to: Count, changes: list(EditionChange, 1_000) }),
  },
  'GET /api/jams/:jamId/report-review': {
    summary: 'The report as its hosts review it, theme by theme (hosts)',
    params: jam,
    answer: ReviewView,
  },
  'PUT /api/jams/:jamId/report-review/:themeId': {
    summary: 'Choose name, wording and quotes of a theme, and sign it (hosts)',
    params: object({ jamId: Id, themeId: Id }),
    body: object({
      name: nullable(text(NAME_MAX)),
      short: names(12),
      dropped: names(12),
      quotes: names(20),
      sign: Type.Boolean(),
    }),
    answer: ReviewView,
  },
  'POST /api/jams/:jamId/report-review': {
    summary: 'Publish the reviewed edition (hosts)',
    params: jam,
    body: object({}),
    answer: ReportsView,
  },
  'GET /api/contributions/:contributionId/uses': {
    summary: 'Where the latest edition uses a contribution, and the replies in its thread',
    access: 'anyone',
    params: object({ contributionId: Id }),
    answer: UsesView,
  },
  'GET /api/jams/:jamId/letter': {
    summary: 'My letter: what my contributions fed, by the latest edition',
    params: jam,
    answer: Letter,
  },
  'GET /api/jams/:jamId/letter/download': {
    summary: 'My letter as HTML or Markdown',
    params: jam,
    query: object({ format: oneOf('html', 'md'), language: Type.Optional(LocaleTag) }),
    answer: Type.Unknown(),
    media: ['text/html', 'text/markdown'],
  },
} as const satisfies Contracts
