export { rehearsalsRoutes } from './routes.ts'
export { startRehearsals } from './start-rehearsals.ts'
