export { countVenues, recountVenue } from './count-venues.ts'
export { contributionFor, type Found, venueFor } from './find-place.ts'
export {
  beginThread,
  type PlantSeed,
  plantSeed,
  postContributions,
  postSeed,
  showContribution,
} from './post-contribution.ts'
export { putIntoFolds } from './put-into-folds.ts'
export { reply } from './reply.ts'
export { conversationRoutes } from './routes.ts'
export { mayVote } from './rules/may.ts'
export { placeUnder } from './rules/thread-path.ts'
export { findContributionsTextFor, JOINS, SEEN, VIEW } from './store/contributions.ts'
export { countMeetingsFor as venueMeetings } from './store/meetings.ts'
export { venueStatement } from './store/venues.ts'
export {
  addForum,
  changeForum,
  createVenue,
  discardVenue,
  forumsFor,
  mayInVenue,
  orderForums,
  removeForum,
  setVenue,
  venueCounts,
} from './venues.ts'
export { viewFeed } from './view-contributions.ts'
export { viewThread } from './view-thread.ts'
export { vote } from './vote.ts'
export { watchableTopics } from './watchable-topics.ts'
