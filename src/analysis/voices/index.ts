export { type Favourite, findFavourites, type GroupVotes } from './find-favourites.ts'
export { findOutlying, type OutlyingInput, type OutlyingRule, type OutlyingText } from './find-outlying.ts'
export { findPockets, type NearestTexts, type Pocket, type PocketRule, type PocketsInput } from './find-pockets.ts'
export {
  type AnsweredTexts,
  findAnswered,
  findUnansweredFirsts,
  type UnansweredFirst,
} from './find-unanswered-firsts.ts'
export { type FoundVoices, gatherSmallVoices, reserveSlots, type SmallVoice } from './gather-small-voices.ts'
export { nearestCentroids } from './nearest-centroids.ts'
