export { readingRoutes } from './routes.ts'
export {
  findExposures,
  findReadingPlace,
  findSeenAmong,
  findSeenItemsFor,
  MY_THREADS,
  type SeenItem,
  UNREAD,
} from './store.ts'
