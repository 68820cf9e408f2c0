import { type Static, Type } from 'typebox'
import type { VoteValue } from '../../conversation/contract.ts'
import { Phase } from '../../jams/contract.ts'
import { Count, filledText, Id, LocaleTag, list, nullable, object, oneOf, TimeZone, text } from '../../kernel/index.ts'
import { Answer, PromiseState } from '../../promises/contract.ts'
import { FOLD_MAX, IDEAS_MAX, NAME_MAX, THEMES_MAX } from './limits.ts'
import { quantifiers } from './quantify.ts'
import { ReportRating } from './rating.ts'
import { statementKeys } from './statements.ts'

// What a report says, without a word that a contributor wrote: quotes are places in versions of contributions. Whoever takes
// words back takes them out of every edition.

const Share = Type.Number({ minimum: 0, maximum: 1 })
const At = text(24, 24)
/** Distinct people; null: fewer than five, which is not shown. */
const People = nullable(Count)

export const EditionKind = oneOf('draft', 'closing', 'reviewed', 'answered', 'ninety-days')
export type EditionKind = Static<typeof EditionKind>

/** A contribution in one of its versions. */
export const Citation = object({ id: Id, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) })
export type Citation = Static<typeof Citation>

/** Words of a contribution: bytes `start` to `end` of its title or body in UTF-8, with the check sum of the words. `hub`:
 *  its author's, where at least five people of it wrote. */
export const Quote = object({
  ...Citation.properties,
  part: oneOf('title', 'body'),
  start: Count,
  end: Count,
  check: Count,
  hub: nullable(text(NAME_MAX)),
})
export type Quote = Static<typeof Quote>

/** A sentence: a template of the catalogue with its numbers, and what it rests on. `count` and `of` are people. */
export const Statement = object({
  key: oneOf(...statementKeys),
  wording: oneOf('long', 'short'),
  quantifier: nullable(oneOf(...quantifiers)),
  count: nullable(Count),
  of: nullable(Count),
  name: nullable(text(NAME_MAX)),
  citations: list(Citation, 20),
})
export type Statement = Static<typeof Statement>

/** Why a theme stands among the headlines. */
export const Headline = oneOf('people', 'small-voice', 'language')

export const ReportTheme = object({
  id: Id,
  /** What a host called it; null: its label speaks. */
  name: nullable(text(NAME_MAX)),
  label: text(NAME_MAX),
  languages: list(object({ language: LocaleTag, people: People, contributions: Count }), 50),
  headline: nullable(Headline),
  contributions: Count,
  replies: Count,
  people: People,
  hubs: Count,
  /** People who voted here by what they lean to, all votes of theirs in the theme taken together. */
  votes: nullable(object({ people: Count, agree: Count, disagree: Count })),
  statements: list(Statement, 12),
  voices: list(Quote, 5),
  builds: list(Quote, 3),
  objections: list(Quote, 3),
  questions: list(Quote, 3),
  subthemes: list(object({ label: text(NAME_MAX), contributions: Count, people: People }), 20),
  /** Contributions and replies in each step of the report's time. */
  steps: list(Count, 100),
  /** The contributions in it, never replies: those stand where their thread does. */
  ideas: list(Id, IDEAS_MAX),
  signed: nullable(object({ by: text(NAME_MAX), at: At })),
})
export type ReportTheme = Static<typeof ReportTheme>

/** People of hubs, of languages: rows of five or more; all others together in `others`, five or more again, or nobody.
 *  `invited` null: not known, or not shown because one to four of them did not write. */
export const PeopleTable = object({
  rows: list(object({ name: text(NAME_MAX), invited: nullable(Count), people: Count, contributions: Count }), 500),
  others: nullable(object({ groups: Count, people: Count, contributions: Count })),
})
export type PeopleTable = Static<typeof PeopleTable>

export const OpinionStatement = object({
  quote: Quote,
  share: Share,
  low: Share,
  high: Share,
  votes: Count,
  groups: list(object({ group: text(8), agree: Share, disagree: Share, votes: Count }), 10),
})
export type OpinionStatement = Static<typeof OpinionStatement>

export const SmallVoice = object({
  reason: oneOf('theme', 'pocket', 'own-support', 'far-from-all', 'first-unanswered'),
  theme: nullable(Id),
  people: People,
  group: nullable(text(NAME_MAX)),
  quotes: list(Quote, 3),
})
export type SmallVoice = Static<typeof SmallVoice>

export const Place = oneOf('cited', 'headline', 'theme', 'unsorted')
export type Place = Static<typeof Place>

export const Edit = object({
  at: At,
  by: text(NAME_MAX),
  theme: Id,
  what: oneOf('name', 'wording', 'statement', 'quote'),
  from: text(500),
  to: text(500),
})
export type Edit = Static<typeof Edit>

/** What those who decide answered to a headline theme or an idea, and what became of the promise in it. */
export const Answered = object({
  kind: oneOf('theme', 'idea'),
  id: Id,
  /** Empty for an idea in its author's own words: what stands in the jam's file is put in. */
  name: text(500),
  answer: Answer,
  reason: text(4_000),
  owner: nullable(text(NAME_MAX)),
  due: nullable(text(10)),
  budget: nullable(text(200)),
  signed: list(object({ by: nullable(text(NAME_MAX)), at: At }), 100),
  /** `at` and `reason`: what was said of it last. */
  promise: nullable(object({ state: PromiseState, at: nullable(At), reason: nullable(text(4_000)) })),
})
export type Answered = Static<typeof Answered>

/** A poll that is over, as it was counted. `theme`: where it was asked, or where its thread stands; `thread`: the contribution
 *  that begins it. Hosts wrote the question and the options. `people` null: fewer than five, and no numbers. */
export const ReportPoll = object({
  id: Id,
  theme: nullable(Id),
  thread: nullable(Id),
  kind: oneOf('single', 'several', 'ranked'),
  question: text(300),
  endedAt: At,
  people: People,
  /** In the order that came out; `rank` and `votes` are null where a group under five would show. */
  options: list(object({ text: text(200), rank: nullable(Count), votes: nullable(Count) }), 12),
})
export type ReportPoll = Static<typeof ReportPoll>

export const Report = object({
  format: Type.Literal(1),
  method: object({
    version: text(20),
    floor: Count,
    authors: Count,
    few: Share,
    some: Share,
    many: Share,
    headlines: Count,
    reservedEvery: Count,
    language: Share,
    smallShare: Share,
  }),
  /** `address`: where its jam is; absent in editions from before it was kept. */
  edition: object({ number: Count, kind: EditionKind, madeAt: At, address: Type.Optional(text(500)) }),
  jam: object({
    id: Id,
    title: text(500),
    question: text(2000),
    hub: text(NAME_MAX),
    timeZone: TimeZone,
    promise: nullable(object({ decides: filledText(200), by: text(10), text: text(5000) })),
    openedAt: nullable(At),
    closedAt: nullable(At),
  }),
  /** Distinct people. `invited`: members of the hubs that take part, and their guests; null: not known, or not
   *  shown because one to four of them did not take part. */
  people: object({
    invited: nullable(Count),
    tookPart: People,
    voted: People,
    wrote: People,
    again: People,
    guests: People,
    hubs: Count,
    hubsInvited: nullable(Count),
  }),
  /** Who was at meetings whose sheets hosts entered, counted apart from people. `few`: meetings of fewer than five, whose
   *  people are in no number. Absent in editions from before there were meetings. */
  spokenFor: Type.Optional(object({ meetings: Count, people: Count, few: Count, contributions: Count })),
  totals: object({ contributions: Count, replies: Count, seeds: Count, votes: Count, taken: Count }),
  hubs: PeopleTable,
  languages: PeopleTable,
  /** Share of contributions and replies by the most active people; Gini of contributions over writers. */
  activity: object({ top1: nullable(Share), top10: nullable(Share), gini: nullable(Share) }),
  /** Contributions by how many others have read them; null: not counted here. */
  exposure: nullable(list(object({ from: Count, to: nullable(Count), contributions: Count }), 10)),
  time: object({ from: At, stepMs: Count, all: list(Count, 100) }),
  themes: list(ReportTheme, THEMES_MAX),
  unsorted: list(Id, IDEAS_MAX),
  /** Contributions that say nearly the same; `people`: whoever wrote one of them or agrees to one, each once. Absent in
   *  editions from before they were counted; so are families. */
  folds: Type.Optional(list(object({ ids: list(Id, FOLD_MAX), people: People, campaign: Type.Boolean() }), IDEAS_MAX)),
  /** Themes of several languages about one thing; a column's people are distinct within it, the family's over all.
   *  `unquoted`: languages of it that no quote is in. */
  families: Type.Optional(
    list(
      object({
        themes: list(Id, THEMES_MAX),
        people: People,
        columns: list(object({ language: LocaleTag, people: People, contributions: Count }), 50),
        unquoted: list(LocaleTag, 50),
      }),
      THEMES_MAX,
    ),
  ),
  opinions: nullable(
    object({
      counted: Count,
      groups: list(object({ group: text(8), people: Count }), 10),
      hidden: Count,
      common: list(OpinionStatement, 10),
      splits: list(OpinionStatement, 10),
    }),
  ),
  voices: list(SmallVoice, 40),
  /** What was not heard. `hubs`: those with five or more invited of whom nobody wrote. */
  unheard: object({
    hubs: list(text(NAME_MAX), 500),
    languages: list(LocaleTag, 50),
    unanswered: Count,
    unread: nullable(Count),
  }),
  log: list(
    object({
      at: At,
      what: text(40),
      name: nullable(text(NAME_MAX)),
      contributions: Count,
      reason: nullable(text(500)),
      /** Of a change of the jam's course: the phase it led to. Absent in editions from before it was told. */
      phase: Type.Optional(Phase),
    }),
    500,
  ),
  coverage: list(object({ place: Place, contributions: Count, people: People }), 4),
  edits: list(Edit, 500),
  /** By the time they were asked. Absent in editions from before there were polls. */
  polls: Type.Optional(list(ReportPoll, 200)),
  /** What came out of rating ideas. Absent before it is counted, and in editions from before it was told. */
  rating: Type.Optional(ReportRating),
  /** In answered editions and those after 90 days alone. */
  answers: Type.Optional(list(Answered, 1_000)),
})
export type Report = Static<typeof Report>

/** One vote by people in their order; kept with the corpus to count again. */
export type Vote = { readonly person: string; readonly contribution: string; readonly value: Static<typeof VoteValue> }
