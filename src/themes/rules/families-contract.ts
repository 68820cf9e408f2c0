import { type Static, Type } from 'typebox'
import {
  type Contracts,
  Count,
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
} from '../../kernel/index.ts'
import { GLOSSARY_MAX, TERM_MAX, THEME_NAME_MAX } from './limits.ts'

const Share = Type.Number({ minimum: 0, maximum: 1 })

/** A theme as it stands in a family or a suggestion. `quotes`: sentences that still stand as they were written. */
export const FamilyTheme = object({
  id: Id,
  name: nullable(text(THEME_NAME_MAX)),
  label: text(THEME_NAME_MAX),
  language: LocaleTag,
  people: Count,
  contributions: Count,
  quotes: list(object({ contributionId: Id, threadId: Id, sentence: text(1_000) }), 2),
})
export type FamilyTheme = Static<typeof FamilyTheme>

/** What speaks for two themes being about one thing. `both`: how many replies, people, names or terms they share; null
 *  for fewer than five people. `expected`: how many it would be by chance. `words`: the names or terms, where they are. */
export const LinkEvidence = object({
  kind: oneOf('replies', 'people', 'marks', 'glossary'),
  both: nullable(Count),
  expected: Type.Number({ minimum: 0 }),
  words: list(text(200), 5),
})
export type LinkEvidence = Static<typeof LinkEvidence>

/** Two themes of two languages that may be one subject. `joined`: they stand in one family now. `said`: what a host said
 *  of them, null while nobody has; `judge`: may the asker say it. */
export const ThemeLinkView = object({
  a: FamilyTheme,
  b: FamilyTheme,
  confidence: Share,
  evidence: list(LinkEvidence, 4),
  joined: Type.Boolean(),
  said: nullable(oneOf('one', 'two')),
  judge: May,
})
export type ThemeLinkView = Static<typeof ThemeLinkView>

/** Themes of two languages or more about one thing. `people`: distinct over all its languages; a column's are distinct
 *  within it. `unquoted`: languages of it without a sentence to quote. `confirmed`: hosts confirmed all it rests on. */
export const FamilyView = object({
  id: Id,
  confidence: Share,
  confirmed: Type.Boolean(),
  people: Count,
  contributions: Count,
  columns: list(object({ language: LocaleTag, people: Count, themes: list(FamilyTheme, 20) }), 20),
  unquoted: list(LocaleTag, 20),
})
export type FamilyView = Static<typeof FamilyView>

/** A language of the conversation. `people`: who wrote in it, null for fewer than five; `share`: of all who wrote.
 *  `heard`: it stands among the headline themes, or is told of in a paragraph of its own (2 % of people and more), or is
 *  listed. `themes`: its themes with the most people; `newest`: what is told of it where it has no theme. */
export const LanguageVoice = object({
  language: LocaleTag,
  people: nullable(Count),
  share: nullable(Share),
  contributions: nullable(Count),
  heard: oneOf('headlines', 'paragraph', 'listed'),
  themes: list(FamilyTheme, 3),
  newest: list(object({ contributionId: Id, title: text(500) }), 2),
})
export type LanguageVoice = Static<typeof LanguageVoice>

export const GlossaryTerms = Type.Array(
  object({ language: LocaleTag, terms: Type.Array(filledText(TERM_MAX), { minItems: 1, maxItems: 5 }) }),
  { minItems: 2, maxItems: 12 },
)
export type GlossaryTerms = Static<typeof GlossaryTerms>

export const FamiliesView = object({
  venueId: Id,
  revision: Count,
  /** When languages were last compared; null before the first time. */
  linkedAt: nullable(Instant),
  families: list(FamilyView, 200),
  /** What families rest on; for hosts also what may be one. */
  links: list(ThemeLinkView, 100),
  languages: list(LanguageVoice, 50),
  glossary: list(object({ id: Id, terms: GlossaryTerms }), GLOSSARY_MAX),
  /** For hosts: pairs of words that may be terms. */
  suggestedTerms: list(
    object({ a: LocaleTag, b: LocaleTag, words: Type.Array(text(TERM_MAX), { minItems: 2, maxItems: 2 }) }),
    50,
  ),
  /** The languages that the asker reads, as far as it is known. */
  reads: list(LocaleTag, 20),
  cursor: Count,
  may: object({ shape: May }),
})
export type FamiliesView = Static<typeof FamiliesView>

const venue = object({ venueId: Id })
const entry = object({ entryId: Id })
const terms = object({ terms: GlossaryTerms })

export const familiesContract = {
  'GET /api/venues/:venueId/families': {
    summary: 'Themes of several languages about one thing, the languages of the conversation and its glossary',
    access: 'anyone',
    params: venue,
    answer: FamiliesView,
  },
  'PUT /api/venues/:venueId/languages-i-read': {
    summary: 'Say which languages I read (hosts): only who reads both judges whether two themes are one',
    params: venue,
    body: object({ languages: list(LocaleTag, 20) }),
    answer: FamiliesView,
  },
  'PUT /api/themes/:themeId/kin/:otherId': {
    summary: 'Say that two themes of two languages are about one thing, or that they are not (hosts who read both)',
    params: object({ themeId: Id, otherId: Id }),
    body: object({ isOne: Type.Boolean() }),
    answer: FamiliesView,
  },
  'POST /api/venues/:venueId/glossary': {
    summary: 'Add a thing with its terms in several languages (hosts)',
    params: venue,
    body: terms,
    answer: FamiliesView,
  },
  'PUT /api/glossary/:entryId': {
    summary: 'Change the terms of a thing (hosts)',
    params: entry,
    body: terms,
    answer: FamiliesView,
  },
  'DELETE /api/glossary/:entryId': {
    summary: 'Take a thing out of the glossary (hosts)',
    params: entry,
    answer: FamiliesView,
  },
} as const satisfies Contracts
