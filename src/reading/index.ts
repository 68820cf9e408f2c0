export { readingRoutes } from './routes.ts'
export {
  findReadingPlace,
  findSeenAmong,
  findSeenItemsFor,
  MY_THREADS,
  type SeenItem,
  UNREAD,
} from './store.ts'
