export { readingRoutes } from './routes.ts'
export {
  findReachCounts,
  findReadingPlace,
  findSeenAmong,
  findSeenItemsFor,
  MY_THREADS,
  type ReachCount,
  type SeenItem,
  UNREAD,
} from './store.ts'
