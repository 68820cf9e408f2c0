export { REACH_CRONTAB, reachTasks } from './jobs.ts'
export { reachRoutes } from './routes.ts'
