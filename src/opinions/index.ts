export { opinionsRoutes } from './routes.ts'
export { startOpinions } from './start-opinions.ts'
