export { POLL_CRONTAB, pollTasks } from './jobs.ts'
export { pollsRoutes } from './routes.ts'
export { startPolls } from './start-polls.ts'
