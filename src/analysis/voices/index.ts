export { type Favourite, findFavourites, type GroupVotes } from './find-favourites.ts'
export { findOutlying, type OutlyingInput, type OutlyingRule, type OutlyingText } from './find-outlying.ts'
export { findPockets, type NearestTexts, type Pocket, type PocketRule, type PocketsInput } from './find-pockets.ts'
export {
  type AnsweredTexts,
  findAnswered,
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
export { type FoundVoices, gatherSmallVoices, reserveSlots, type SmallVoice } from './gather-small-voices.ts'
export { nearestCentroids } from './nearest-centroids.ts'
export {
  type ExposureFloor,
  type HeardTheme,
  rankLeastHeard,
  type ShownTheme,
  withExposureFloor,
} from './order-by-exposure.ts'
export { type RisingTheme, type RisingTime, rankRising, type ThemeActs } from './rank-rising.ts'
