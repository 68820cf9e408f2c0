export {
  buildFamilies,
  type FamilyResult,
  familyConfidence,
  type LinkVerdict,
  suggestionConfidence,
  type ThemeFamily,
} from './build-families.ts'
export { type Favourite, findFavourites, type GroupVotes } from './find-favourites.ts'
export { findMarks } from './find-marks.ts'
export { findOutlying, type OutlyingInput, type OutlyingRule, type OutlyingText } from './find-outlying.ts'
export { findPockets, type PocketRule } from './find-pockets.ts'
export { findTellingWords, type WordedTexts } from './find-telling-words.ts'
export {
  type AnsweredTexts,
  findUnansweredFirsts,
  type UnansweredFirst,
} from './find-unanswered-firsts.ts'
export {
  findOpenTexts,
  findSplitVotes,
  type OpenText,
  type SplitVote,
  type SplitVotes,
  type TypedTexts,
  textKinds,
} from './find-unresolved.ts'
export { findVoicesInTexts, type VoicedText } from './find-voices-in-texts.ts'
export { gatherMemberships, type Memberships, repliesAsMemberships, type ThemedTexts } from './gather-memberships.ts'
export { type FoundVoices, gatherSmallVoices, reserveSlots, type SmallVoice } from './gather-small-voices.ts'
export { type Evidence, type EvidenceKind, type LinkInput, linkThemes, type ThemeLink } from './link-themes.ts'
export type { NearestTexts, Pocket, PocketsInput } from './measure-pocket.ts'
export { nearestCentroids } from './nearest-centroids.ts'
export {
  type ExposureFloor,
  type HeardTheme,
  rankLeastHeard,
  type ShownTheme,
  withExposureFloor,
} from './order-by-exposure.ts'
export { type RisingTheme, type RisingTime, rankRising, type ThemeActs } from './rank-rising.ts'
export { type GlossaryEntry, type GlossarySuggestion, openGlossary, suggestTerms } from './use-glossary.ts'
