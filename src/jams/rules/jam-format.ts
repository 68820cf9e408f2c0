import { type Static, type TObject, Type } from 'typebox'
import { BODY_MAX, Kind, TITLE_MAX, VoteValue } from '../../conversation/contract.ts'
import { NAME_MAX } from '../../identity/contract.ts'
import { filledText, Id, LocaleTag, nullable, object, oneOf, TimeZone, text } from '../../kernel/index.ts'
import { HUB_NAME_MAX } from '../../organisation/contract.ts'
import { FORUMS_MAX, JAM_QUESTION_MAX, JAM_TITLE_MAX, Lobby, Phase, PROMISE_MAX, REASON_MAX } from '../contract.ts'
import { type AnswerLine, answerSchemas } from './answers-format.ts'
import { ideaSchemas, type LineOfIdeas } from './idea-lines.ts'
import { type MeetingLine, meetingSchemas } from './meeting-lines.ts'
import { type PollLine, pollSchemas } from './poll-lines.ts'
import { type ThemeLine, type ThemePlaceLine, themeSchemas } from './theme-lines.ts'

/** The version of the format: grows when a reader of the present one would misread a file. New keys need no new version. */
export const FORMAT = 1

/** As many replies as a thread may have. */
const REPLIES_MAX = 999_999

/** What an edition says is cut into lines of so many characters; one may be two units of UTF-16. */
export const PIECE_MAX = 50_000
const PIECES_MAX = 2_000

const At = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$', maxLength: 24 })
const Day = Type.String({ format: 'date', maxLength: 10 })
const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const people = Type.Array(Id, { maxItems: 100 })

const Change = object({
  at: At,
  kind: oneOf('opened', 'moved', 'extended', 'closed-early'),
  phase: Phase,
  until: nullable(At),
  reason: nullable(text(REASON_MAX)),
  by: nullable(Id),
})

/** The schema of each type of line, in the order in which they stand in a file; the keys in the order of their bytes. */
export const lineSchemas = {
  jam: object({
    type: Type.Literal('jam'),
    format: Type.Literal(FORMAT),
    id: Id,
    title: filledText(JAM_TITLE_MAX),
    question: filledText(JAM_QUESTION_MAX),
    hub: Id,
    audience: object({ hubs: Type.Array(Id, { maxItems: 500 }), guests: Type.Boolean() }),
    lobby: Lobby,
    promise: nullable(object({ decides: filledText(200), by: Day, text: filledText(PROMISE_MAX) })),
    phase: Phase,
    dates: object({ opensAt: nullable(At), rateAt: nullable(At), closesAt: nullable(At), archiveAt: nullable(At) }),
    openedAt: nullable(At),
    closedAt: nullable(At),
    hosts: people,
    changes: Type.Array(Change, { maxItems: 1000 }),
  }),
  hub: object({
    type: Type.Literal('hub'),
    id: Id,
    parent: nullable(Id),
    name: filledText(HUB_NAME_MAX),
    locales: Type.Array(LocaleTag, { maxItems: 20 }),
    timeZone: TimeZone,
  }),
  person: object({
    type: Type.Literal('person'),
    id: Id,
    name: nullable(filledText(NAME_MAX)),
    hub: nullable(Id),
    guest: Type.Boolean(),
  }),
  forum: object({
    type: Type.Literal('forum'),
    id: Id,
    title: filledText(200),
    question: text(1000),
    position: Type.Integer({ minimum: 0, maximum: FORUMS_MAX * 100 }),
    hosts: people,
  }),
  contribution: object({
    type: Type.Literal('contribution'),
    id: Id,
    forum: Id,
    parent: nullable(Id),
    number: Type.Integer({ minimum: 0, maximum: REPLIES_MAX }),
    kind: Kind,
    author: nullable(Id),
    title: nullable(filledText(TITLE_MAX)),
    body: text(BODY_MAX),
    language: nullable(LocaleTag),
    postedAt: At,
    seed: Type.Boolean(),
    version: Version,
    editedAt: nullable(At),
    retractedAt: nullable(At),
  }),
  ...meetingSchemas,
  version: object({
    type: Type.Literal('version'),
    contribution: Id,
    version: Version,
    title: nullable(text(TITLE_MAX)),
    body: text(BODY_MAX),
    at: At,
  }),
  vote: object({ type: Type.Literal('vote'), contribution: Id, person: Id, value: VoteValue, at: At }),
  'near-duplicate': object({ type: Type.Literal('near-duplicate'), contribution: Id, origin: Id }),
  'fold-act': object({
    type: Type.Literal('fold-act'),
    id: Id,
    kind: oneOf('fold', 'apart', 'alone'),
    contributions: Type.Array(Id, { minItems: 1, maxItems: 5_000 }),
    by: Id,
    at: At,
    undoneAt: nullable(At),
    undoneBy: nullable(Id),
  }),
  ...ideaSchemas,
  ...themeSchemas,
  ...pollSchemas,
  ...answerSchemas,
  edition: object({
    type: Type.Literal('edition'),
    id: Id,
    number: Type.Integer({ minimum: 1, maximum: 100_000 }),
    kind: oneOf('closing', 'reviewed', 'answered', 'ninety-days'),
    madeAt: At,
    pieces: Type.Integer({ minimum: 1, maximum: PIECES_MAX }),
  }),
  piece: object({
    type: Type.Literal('piece'),
    edition: Id,
    number: Type.Integer({ minimum: 1, maximum: PIECES_MAX }),
    text: text(2 * PIECE_MAX, 1),
  }),
} as const satisfies Record<string, TObject>

export type LineType = keyof typeof lineSchemas
export type JamLine = Static<(typeof lineSchemas)['jam']>
export type HubLine = Static<(typeof lineSchemas)['hub']>
export type PersonLine = Static<(typeof lineSchemas)['person']>
export type ForumLine = Static<(typeof lineSchemas)['forum']>
/** A contribution or reply of the file, as docs/jam-format.md describes it. */
export type ContributionLine = Static<(typeof lineSchemas)['contribution']>
export type VersionLine = Static<(typeof lineSchemas)['version']>
export type VoteLine = Static<(typeof lineSchemas)['vote']>
export type NearLine = Static<(typeof lineSchemas)['near-duplicate']>
export type FoldActLine = Static<(typeof lineSchemas)['fold-act']>
export type { LedgerLine, MatterLine, PromiseLine } from './answers-format.ts'
/** An edition of the report; what it says follows in its pieces. */
export type EditionLine = Static<(typeof lineSchemas)['edition']>
export type PieceLine = Static<(typeof lineSchemas)['piece']>
/** One object of an exported jam, as docs/jam-format.md describes it; in the file it is one line of JSON. */
export type Line =
  | JamLine
  | HubLine
  | PersonLine
  | ForumLine
  | ContributionLine
  | VersionLine
  | VoteLine
  | NearLine
  | FoldActLine
  | LineOfIdeas
  | ThemeLine
  | ThemePlaceLine
  | PollLine
  | MeetingLine
  | AnswerLine
  | EditionLine
  | PieceLine

/** All types of line in their order: one of a later type is never followed by one of an earlier. */
export const lineTypes = Object.keys(lineSchemas) as readonly LineType[]
