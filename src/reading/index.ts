export { readingRoutes } from './routes.ts'
export { startReading } from './start-reading.ts'
export {
  findReachCounts,
  findReadingPlace,
  findSeenAmong,
  findSeenItemsFor,
  MY_THREADS,
  type ReachCount,
  type SeenItem,
  saveActedIn,
  UNREAD,
} from './store.ts'
