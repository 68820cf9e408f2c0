import { type Static, Type } from 'typebox'
import { ContributionView } from '../conversation/contract.ts'
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
  TimeZone,
  text,
} from '../kernel/index.ts'

import { SIMILAR_MAX, SIMILAR_TEXT_MAX, THEME_NAME_MAX, THEMES_MAX } from './rules/limits.ts'

export {
  FamiliesView,
  type FamilyTheme,
  type FamilyView,
  familiesContract,
  type GlossaryTerms,
  type LanguageVoice,
  type LinkEvidence,
  type ThemeLinkView,
} from './rules/families-contract.ts'
export { SIMILAR_MAX, SIMILAR_TEXT_MAX, THEME_NAME_MAX, THEMES_MAX }

/** A real sentence of a contribution, byte for byte. */
export const Voice = object({ contributionId: Id, threadId: Id, sentence: text(1_000) })
export type Voice = Static<typeof Voice>

/** How a theme stands among the others. Shares in [0, 1]; null where fewer than 5 people voted. `people` are distinct
 *  persons who wrote in it; nobody counts twice, seeds count nobody. */
export const ThemeSummary = object({
  id: Id,
  /** The name a host gave, else null: then the label speaks. */
  name: nullable(text(THEME_NAME_MAX)),
  label: text(THEME_NAME_MAX),
  pinned: Type.Boolean(),
  language: LocaleTag,
  contributions: Count,
  replies: Count,
  people: Count,
  hubs: Count,
  /** Of all who agree or disagree, those who agree; texts of one fold are one statement, and everybody has one voice on it. */
  agreement: nullable(Type.Number({ minimum: 0, maximum: 1 })),
  /** How evenly votes divide people over its contributions: 0 all of one mind, 1 half against half; null as above. */
  split: nullable(Type.Number({ minimum: 0, maximum: 1 })),
  /** Distinct people who wrote in each of the last 24 hours, oldest first. */
  hourly: list(Count, 24),
  /** Its place on the map, in [-1, 1]: near stands who shares people and words. */
  x: Type.Number(),
  y: Type.Number(),
  bornAt: Instant,
  voices: list(Voice, 5),
})
export type ThemeSummary = Static<typeof ThemeSummary>

/** What became of a theme and why, in order of time. `people`: who did it, null for the machine. */
export const ThemeChange = object({
  id: Id,
  at: Instant,
  kind: oneOf(
    ...(['born', 'grew', 'shrank', 'split', 'merged', 'renamed', 'faded'] as const),
    ...(['pinned', 'unpinned', 'moved', 'linked', 'parted', 'undone'] as const),
  ),
  themeId: Id,
  /** The theme's name as it was then. */
  name: text(THEME_NAME_MAX),
  /** Other themes concerned (split into, merged from), with the contributions that went or came. */
  parts: list(object({ themeId: Id, name: text(THEME_NAME_MAX), contributions: Count }), 20),
  from: nullable(text(THEME_NAME_MAX)),
  to: nullable(text(THEME_NAME_MAX)),
  by: nullable(text(120)),
  /** A host's act that can still be undone by one click. */
  undoable: Type.Boolean(),
})
export type ThemeChange = Static<typeof ThemeChange>

/** A lens puts themes into an order and says why each stands where it does. */
export const Lens = oneOf('rising', 'least-heard', 'unresolved')
export type Lens = Static<typeof Lens>

const Share = Type.Number({ minimum: 0, maximum: 1 })

/** A voice that themes and ranking would pass over, and why it is shown: a pocket of people of one hub, one language or one
 *  time zone who say the same, the support of one hub that others do not share, words far from all themes, a person's first
 *  that nobody answered. Whose it is is named, and `people` counted, from five people on. */
export const SmallVoice = object({
  reason: oneOf('pocket', 'own-support', 'far-from-all', 'first-unanswered'),
  voice: Voice,
  /** Contributions that carry it. */
  contributions: Count,
  people: nullable(Count),
  hub: nullable(text(120)),
  /** The language of their pages, and their time zone, where it is theirs. */
  spoken: nullable(LocaleTag),
  zone: nullable(TimeZone),
  /** Its own theme, where it has one. */
  themeId: nullable(Id),
})
export type SmallVoice = Static<typeof SmallVoice>

export const ThemesView = object({
  venueId: Id,
  revision: Count,
  /** When they were last computed; null before the first time. */
  computedAt: nullable(Instant),
  themes: list(ThemeSummary, THEMES_MAX),
  /** Contributions in no theme: counted, and listed by GET …/unsorted. */
  unsorted: Count,
  contributions: Count,
  /** Ties between themes on the map: people they share. */
  ties: list(object({ a: Id, b: Id, people: Count }), 1_000),
  lenses: object({
    rising: list(object({ themeId: Id, peopleAnHour: Type.Number(), usual: Type.Number() }), 20),
    /** `share`: how often its contributions were read against all others (1: as often), lowest first; `belowFloor`: those
     *  that fewer than eight others have read. */
    leastHeard: list(object({ themeId: Id, share: Type.Number({ minimum: 0 }), belowFloor: Count }), 20),
    unresolved: list(object({ themeId: Id, openQuestions: Count, openObjections: Count, split: Type.Boolean() }), 20),
  }),
  /** How much the most active hundredth and tenth of people wrote of all; null where they would be fewer than five. */
  activity: object({ people: Count, posts: Count, topHundredth: nullable(Share), topTenth: nullable(Share) }),
  smallVoices: list(SmallVoice, 14),
  /** Themes by their people with one place in seven for a small voice: the id of a theme, or the place of a voice. */
  headline: list(object({ themeId: nullable(Id), voice: nullable(Count) }), THEMES_MAX + 14),
  changes: list(ThemeChange, 50),
  cursor: Count,
  /** Of how many themes the asker has read something, and how many of those have more since; null: it is not kept. */
  progress: nullable(object({ seen: Count, changed: Count })),
  may: object({ shape: May }),
})
export type ThemesView = Static<typeof ThemesView>

export const ThemeView = object({
  theme: ThemeSummary,
  subthemes: list(object({ label: text(THEME_NAME_MAX), contributions: Count, people: Count }), 20),
  strongestBuilds: list(ContributionView, 5),
  strongestObjections: list(ContributionView, 5),
  openQuestions: list(ContributionView, 5),
  /** Fewer than eight others have read them, and the asker has not. */
  seldomRead: list(ContributionView, 5),
  /** Contributions and people a day or hour since the beginning, at most 100 steps. */
  timeline: list(object({ at: Instant, contributions: Count, people: Count }), 100),
  hubs: list(object({ name: text(120), people: Count }), 50),
  /** Who was at the meetings where something of it was said, counted apart: in no number of people. */
  spokenFor: object({ meetings: Count, people: Count }),
  changes: list(ThemeChange, 50),
  may: object({ shape: May }),
})
export type ThemeView = Static<typeof ThemeView>

export const ThemePage = object({ items: list(ContributionView, 100), next: nullable(Cursor) })
export type ThemePage = Static<typeof ThemePage>

/** A contribution like the one being written. `across`: it is of a theme in another language, offered because what is being
 *  written stands in the same family; `similarity` is then that of what is nearest in the writer's own language. */
export const Similar = object({
  similarity: Type.Number({ minimum: 0, maximum: 1 }),
  contribution: ContributionView,
  across: Type.Optional(object({ themeId: Id, name: text(THEME_NAME_MAX), language: LocaleTag })),
})
export type Similar = Static<typeof Similar>

const venue = object({ venueId: Id })
const theme = object({ themeId: Id })
const chosen = Type.Array(Id, { minItems: 1, maxItems: 200 })
const page = object({ before: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) })

export const themesContract = {
  'GET /api/venues/:venueId/themes': {
    summary: 'The themes of a conversation, how they stand to each other, the lenses and what changed',
    access: 'anyone',
    params: venue,
    answer: ThemesView,
  },
  'GET /api/venues/:venueId/unsorted': {
    summary: 'Contributions in no theme, newest first',
    access: 'anyone',
    params: venue,
    query: page,
    answer: ThemePage,
  },
  'POST /api/venues/:venueId/similar': {
    summary: 'Contributions like a text that is being written: at most five, best first, those of other languages last',
    reads: true,
    params: venue,
    body: object({ text: filledText(SIMILAR_TEXT_MAX) }),
    answer: object({ similar: list(Similar, SIMILAR_MAX) }),
  },
  'GET /api/themes/:themeId': {
    summary: 'A theme: its voices, builds, objections, open questions, timeline and changes',
    access: 'anyone',
    params: theme,
    answer: ThemeView,
  },
  'GET /api/themes/:themeId/contributions': {
    summary: 'The contributions of a theme, newest first',
    access: 'anyone',
    params: theme,
    query: page,
    answer: ThemePage,
  },
  'PUT /api/themes/:themeId/name': {
    summary: 'Give a theme its name (hosts); an empty one gives it back to the machine',
    params: theme,
    body: object({ name: text(THEME_NAME_MAX) }),
    answer: ThemesView,
  },
  'PUT /api/themes/:themeId/pin': {
    summary: 'Keep a theme whatever the machine finds, or no longer (hosts)',
    params: theme,
    body: object({ pinned: Type.Boolean() }),
    answer: ThemesView,
  },
  'POST /api/themes/:themeId/merge': {
    summary: 'Put another theme of the same language into this one (hosts)',
    params: theme,
    body: object({ otherId: Id }),
    answer: ThemesView,
  },
  'POST /api/themes/:themeId/split': {
    summary: 'Take contributions out of a theme into one of their own (hosts)',
    params: theme,
    body: object({ contributionIds: chosen }),
    answer: ThemesView,
  },
  'PUT /api/venues/:venueId/theme-places': {
    summary: 'Move contributions into another theme, or out of all (hosts)',
    params: venue,
    body: object({ contributionIds: chosen, themeId: nullable(Id) }),
    answer: ThemesView,
  },
  'POST /api/theme-changes/:changeId/undo': {
    summary: "Undo a host's act",
    params: object({ changeId: Id }),
    body: object({}),
    answer: ThemesView,
  },
} as const satisfies Contracts
