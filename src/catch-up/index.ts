export { catchUpRoutes } from './routes.ts'
export { CATCH_UP_CRONTAB, catchUpTasks, sendDigests } from './send-digests.ts'
export { startCatchUp } from './start-catch-up.ts'
export { viewCatchUp } from './view-catch-up.ts'
